"""What the exhibits of the score card are called and show."""

from promotion.exhibits.definitions.definition import Definition
from promotion.language import N_

DEFINITIONS = {
    "score_card": Definition(
        N_("Score card"),
        N_(
            "Each district's points of the year, metric by metric: weight × completion of the "
            "target, up to 120%; the total stands over the weights it is of."
        ),
    ),
    "score_card_list": Definition(
        N_("Score card in detail"),
        N_("Target, actual, completion, weight and points of each metric of each district."),
    ),
}
