"""Briefings: exhibits chosen and ordered, with their words, before any file format."""

from promotion.briefing.choice import BriefingChoice, ChoiceFileFault, fingerprint
from promotion.briefing.compose import Briefing, Figure, compose, figure_of
from promotion.briefing.presets import PRESETS, preset_choice

__all__ = [
    "PRESETS",
    "Briefing",
    "BriefingChoice",
    "ChoiceFileFault",
    "Figure",
    "compose",
    "figure_of",
    "fingerprint",
    "preset_choice",
]
