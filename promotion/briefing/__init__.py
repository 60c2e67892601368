"""Briefings: exhibits chosen and ordered, with their words, before any file format."""

from promotion.briefing.choice import BriefingChoice, ChoiceFileFault, fingerprint
from promotion.briefing.compose import Briefing, Figure, compose, figure_of
from promotion.briefing.entries import ENTRIES, PAIRS, entry_words, pair_of
from promotion.briefing.presets import PRESETS, preset_choice

__all__ = [
    "ENTRIES",
    "PAIRS",
    "PRESETS",
    "Briefing",
    "BriefingChoice",
    "ChoiceFileFault",
    "Figure",
    "compose",
    "entry_words",
    "figure_of",
    "fingerprint",
    "pair_of",
    "preset_choice",
]
