"""A sound file gives no finding; each planted fault is found by its rule and told in words."""

import pytest

from aibrief_report.checks.package.rules import PACKAGE_RULES
from tests.checks.package.plants import PLANTS
from tests.checks.package.sound import found_in, planted, sound


def test_a_sound_file_has_no_findings():
    assert found_in(sound()) == ()


@pytest.mark.parametrize("plant", PLANTS, ids=lambda one: one.name)
def test_a_planted_fault_is_found(plant):
    found = [one.finding for one in found_in(planted(*plant.changes)) if one.rule.code == plant.code]
    assert any(plant.told in one.message for one in found), found


def test_every_rule_has_its_fault():
    assert {plant.code for plant in PLANTS} == {rule.code for rule in PACKAGE_RULES}


def test_plants_have_names_of_their_own():
    names = [plant.name for plant in PLANTS]
    assert len(set(names)) == len(names)
