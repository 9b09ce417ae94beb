"""What the manuals of the styles print for their own examples."""

from tests.references.sources import (
    BINDER,
    CANCER,
    CENSUS,
    GRADY,
    HALPERN,
    ROSE,
    YALE,
    cite,
    formatted,
    library,
    listed,
    printed,
)


def test_apa_as_in_its_manual() -> None:
    # Publication Manual of the APA, 7th edition, 8.17 and chapter 10 (examples at apastyle.apa.org).
    clusters = cite("grady2019"), cite("grady2019", narrative=True), cite("nci2019"), cite("census")
    found = formatted(library(GRADY, CANCER, CENSUS), "apa", *clusters)
    assert printed(found) == [
        "(Grady et al., 2019)",
        "Grady et al. (2019)",
        "(National Cancer Institute, 2019)",
        "(U.S. Census Bureau, n.d.)",
    ]
    assert listed(found) == [
        "Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in storybooks: A "
        "comparison of storybooks that represent ethnic and racial groups in the United States. *Psychology "
        "of Popular Media Culture*, *8*(3), 207–217. https://doi.org/10.1037/ppm0000185",
        "National Cancer Institute. (2019). *Taking time: Support for people with cancer* (NIH Publication "
        "No. 18-2059). U.S. Department of Health and Human Services, National Institutes of Health. "
        "https://www.cancer.gov/publications/patient-education/takingtime.pdf",
        "U.S. Census Bureau. (n.d.). *U.S. and world population clock*. U.S. Department of Commerce. "
        "Retrieved January 9, 2020, from https://www.census.gov/popclock/",
    ]


def test_chicago_author_date_as_in_its_manual() -> None:
    # The Chicago Manual of Style, 18th edition, 13.103 and its citation guide.
    clusters = cite(("binder2022", "", "pp. 117-118")), cite("yale")
    found = formatted(library(BINDER, YALE), "chicago-author-date", *clusters)
    assert printed(found) == ["(Binder and Kidder 2022, 117–18)", "(Yale University, n.d.)"]
    assert listed(found) == [
        "Binder, Amy J., and Jeffrey L. Kidder. 2022. *The Channels of Student Activism: How the Left and "
        "Right Are Winning (and Losing) in Campus Politics Today*. University of Chicago Press.",
        "Yale University. n.d. “About Yale: Yale Facts.” Accessed March 8, 2022. "
        "https://www.yale.edu/about-yale/yale-facts.",
    ]


def test_chicago_notes_as_in_its_manual() -> None:
    clusters = cite(("binder2022", "", "pp. 117-118")), cite(("binder2022", "", "p. 125")), cite("yale")
    found = formatted(library(BINDER, YALE), "chicago-fullnote-bibliography", *clusters)
    assert found.note
    assert printed(found) == [
        "{Amy J. Binder and Jeffrey L. Kidder, *The Channels of Student Activism: How the Left and Right Are "
        "Winning (and Losing) in Campus Politics Today* (University of Chicago Press, 2022), 117–18.}",
        "{Binder and Kidder, *Channels of Student Activism*, 125.}",
        "{Yale University, “About Yale: Yale Facts,” accessed March 8, 2022, "
        "https://www.yale.edu/about-yale/yale-facts.}",
    ]
    assert listed(found)[0].endswith("*. University of Chicago Press, 2022.")


def test_vancouver_as_in_the_samples_of_the_icmje() -> None:
    # ICMJE Recommendations, Samples of Formatted References 1 and 1a (which set hyphens in page ranges).
    found = formatted(library(HALPERN, ROSE), "vancouver", cite("rose2002"), cite("halpern2002", "rose2002"))
    assert [text.replace("–", "-") for text in listed(found)] == [
        "1. Rose ME, Huerbin MB, Melick J, Marion DW, Palmer AM, Schiding JK, et al. Regulation of "
        "interstitial excitatory amino acid concentrations after cortical contusion injury. Brain Res. "
        "2002;935(1-2):40-6.",
        "2. Halpern SD, Ubel PA, Caplan AL. Solid-organ transplantation in HIV-infected patients. N Engl J "
        "Med. 2002 Jul 25;347(4):284-7.",
    ]
    assert [entry.label for entry in found.entries] == ["1.", "2."]


def test_german_as_the_psychologists_society_prescribes() -> None:
    # Deutsche Gesellschaft für Psychologie, Richtlinien zur Manuskriptgestaltung, 4th edition.
    clusters = (cite(("halpern2002", "", "p. 3")),)
    found = formatted(library(HALPERN), "deutsche-gesellschaft-fur-psychologie", *clusters, language="de")
    assert printed(found) == ["(Halpern, Ubel & Caplan, 2002, S. 3)"]
    assert listed(found) == [
        "Halpern, S. D., Ubel, P. A. & Caplan, A. L. (2002). Solid-organ transplantation in HIV-infected "
        "patients. *N Engl J Med*, *347*(4), 284–287."
    ]


def test_french_speaks_french() -> None:
    clusters = cite("binder2022"), cite("census")
    found = formatted(library(BINDER, CENSUS), "chicago-author-date", *clusters, language="fr")
    assert printed(found) == ["(Binder et Kidder 2022)", "(U.S. Census Bureau, s.\u00a0d.)"]
    assert listed(found)[1] == (
        "U.S. Census Bureau. s.\u00a0d. «\u00a0U.S. and world population clock\u00a0». U.S. Department of "
        "Commerce. Consulté le 9 janvier 2020. https://www.census.gov/popclock/."
    )
