"""What is said of a measure."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Measure:
    """A column's name for readers, its unit (a key of numbers.UNITS), and its definition."""

    label: str
    unit: str
    definition: str = ""
