"""What is said of an exhibit."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Definition:
    """What the dictionary calls an exhibit, whatever is filtered, and how it counts."""

    name: str
    words: str
