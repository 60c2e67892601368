"""Two districts, two industries or two periods side by side, on the same scales."""

from components import exhibit_card, exhibit_rows, page, side_choice, stopped
from promotion import narrative
from promotion.exhibits import comparison
from promotion.language import _

data, filters = page.open(_("Compare"))

with stopped.told_instead():
    side_choice.show(data, filters)
with stopped.told_instead():
    page.key_points(narrative.comparison_points(comparison.comparison(data, filters)))
exhibit_card.show(comparison.comparison, data, filters)
exhibit_rows.show_beside(data, filters, comparison.paired_functions(data, filters))
