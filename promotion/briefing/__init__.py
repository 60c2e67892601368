"""Briefings: exhibits chosen and ordered, with their words, before any file format."""

from promotion.briefing.choice import BriefingChoice, ChoiceFileFault
from promotion.briefing.compose import Briefing, Figure, compose, figure_of
from promotion.briefing.presets import PRESETS, preset_choice, preset_filters

__all__ = [
    "PRESETS",
    "Briefing",
    "BriefingChoice",
    "ChoiceFileFault",
    "Figure",
    "compose",
    "figure_of",
    "preset_choice",
    "preset_filters",
]
