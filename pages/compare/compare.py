"""Two districts, two industries or two periods side by side, on the same scales."""

from components import comparison_table, exhibit_card, page, side_choice, stopped
from promotion import narrative
from promotion.exhibits import comparison, sides
from promotion.language import _

data, filters = page.open(_("Compare"))

with stopped.told_instead():
    side_choice.show(data, filters)
with stopped.told_instead("comparison"):
    compared = comparison.comparison(data, filters)
    page.key_points(narrative.comparison_points(compared))
    comparison_table.show(compared, sides.both(data, filters), data)
for function in comparison.paired_functions(data, filters):
    exhibit_card.show_beside(function, data, filters)
