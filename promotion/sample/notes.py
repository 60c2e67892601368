"""Dated notes and the score card, the same in every sample."""

import numpy as np

from promotion.sample.drawing import Columns

ANNOTATION_COLUMN_NAMES = ("date", "text_zh", "text_en", "kind", "district")
SCORE_CARD_COLUMN_NAMES = ("metric", "weight", "district")


def columns_of(rows: tuple[dict[str, str], ...], names: tuple[str, ...]) -> Columns:
    """The rows by column name, as they stand in the settings."""
    return {name: np.array([row[name] for row in rows], dtype=object) for name in names}
