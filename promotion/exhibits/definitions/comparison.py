"""What the comparison of two sides is called and shows."""

from promotion.exhibits.definitions.definition import Definition
from promotion.language import N_

DEFINITIONS = {
    "comparison": Definition(
        N_("Two sides compared"),
        N_(
            "The measures of two districts, two industries or two periods beside each other, and "
            "how the left differs from the right; all other filters hold for both."
        ),
    ),
}
