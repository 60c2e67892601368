"""Targets: how far they are, what the year is to reach by its end, and the score card."""

from components import exhibit_rows, page, stopped
from promotion import narrative
from promotion.exhibits import back_test, outlook, overview, score_card
from promotion.language import _

data, filters = page.open(_("Targets"))

with stopped.told_instead():
    page.key_points(
        narrative.outlook_points(
            outlook.year_end_forecast(data, filters),
            back_test.forecast_back_test(data, filters),
        )
    )
exhibit_rows.show_pairs(
    data,
    filters,
    (outlook.year_end_forecast,),
    (back_test.forecast_back_test,),
    (overview.target_progress, score_card.score_card),
    (score_card.score_card_list,),
)
