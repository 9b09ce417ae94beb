"""Sentences for the running text: as long as those of a brief, in an order that never changes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

SENTENCES = (
    "The {work} that stands behind the {thing} was done by {who}, and its method is set out in the annex.",
    "Most of the difference between {place} and its neighbours goes back to years before the survey.",
    "A reader who compares the {thing} of one year with that of the next should keep the definition in mind.",
    "Where {who} revised a figure after publication, the later edition is used and the earlier one is named.",
    "None of the countries reached the goal that its own ministry had set at the outset of the programme.",
    "Rural districts gained less than towns, although most of the public money was meant for them.",
    "What looks like a fall in the {thing} is often no more than a change in the way that it is counted.",
    "For {place} the picture is clearer than elsewhere, because the {work} is repeated every year.",
    "Two readings are possible, and the sources at hand do not allow anyone to choose between them.",
    "The ministry expects the {thing} to grow more slowly once the largest towns have been connected.",
    "Smaller operators report late, so that the last year of each series is better read as a lower bound.",
    "It would be wrong to conclude that money alone explains why some regions moved ahead of others.",
    "In the view of {who}, rules on shared masts did more for the {thing} than any subsidy.",
    "Households were asked in spring, firms in autumn, and the answers are therefore half a year apart.",
    "The strongest growth came from places that had started late and could buy what others had tested.",
    "As {who} put it, the network is finished only when nobody needs to think about it any more.",
    "The {work} leaves out private lines of firms, which are common in {place} and rare in the south.",
    "Prices fell in the same period, though by less than the companies had promised when they merged.",
    "Independent checks of the {thing} exist for three of the countries, and agree with what is shown here.",
    "Long delays between a decision and the first building site are reported from nearly every region.",
    "If the trend holds, {place} will overtake the average within the term of the present government.",
    "Critics reply that the {thing} says nothing about quality, which is what users complain about most.",
    "The unit matters: counted by household the order of the countries is another than counted by person.",
    "Nobody has yet explained in full why the {work} of {who} and the official register part company.",
    "Border regions are served from both sides, and their lines may have been counted twice for years.",
    "A second wave of the survey is planned, with the same questions and a larger sample in the countryside.",
    "Firms in {place} name permits, not cost, as the main reason why they build later than planned.",
    "The evidence is thin for the islands, where a single project can change the {thing} from year to year.",
    "Public funds were bound to conditions that {who} has criticised as hard to check and easy to meet.",
    "Taken together, the figures support a cautious reading rather than the bold one in the announcements.",
    "Users notice the difference in the evening hours, when demand is highest and old cables are full.",
    "The contract allows for a review after half of its term, and the {work} is meant to inform that review.",
    "Training is the slowest part of the plan: a new class of engineers takes four years to finish.",
    "Schools and clinics came first in {place}, which is why the {thing} there began to rise before others.",
    "Data from the register and from the survey were kept apart and are never averaged in this brief.",
    "The recommendation is modest: publish the {thing} by district, with the date on which it was counted.",
    "Several of the numbers circulate without a source, and those could not be used at all.",
)
_WORKS = ("survey", "count", "audit", "register", "inquiry", "census", "assessment")
_THINGS = (
    *(
        "number of lines",
        "coverage of fibre",
        "volume of traffic",
        "level of spending",
        "supply of engineers",
    ),
    *("quality of service", "share of households", "cost of a line", "speed in the evening"),
)
_WHO = (
    *("the regulator", "the statistical office", "the court of auditors", "an alliance of towns"),
    *("the development bank", "a panel of engineers", "the consumers’ association", "the union of operators"),
)


def sentences(places: tuple[str, ...], start: int) -> Iterator[str]:
    """Yield sentences without end, from one of the stock on; each comes back with other words in it."""
    for place in count(start):
        shift = place // len(SENTENCES)
        yield SENTENCES[place % len(SENTENCES)].format(
            work=_WORKS[(place + shift) % len(_WORKS)],
            thing=_THINGS[(place + 2 * shift) % len(_THINGS)],
            who=_WHO[(place + 3 * shift) % len(_WHO)],
            place=places[(place + 5 * shift) % len(places)],
        )
