"""Foreign capital: what was contracted and what arrived, where from, of which kind."""

from components import drill, exhibit_rows, page, stopped
from promotion import narrative
from promotion.exhibits import foreign_capital
from promotion.language import _

data, filters = page.open(_("Foreign capital"))

with stopped.told_instead():
    page.key_points(
        narrative.foreign_capital_points(
            foreign_capital.fdi_within(data, filters),
            foreign_capital.fdi_by_origin(data, filters),
            foreign_capital.fortune_500_projects(data, filters),
        )
    )
exhibit_rows.show_pairs(
    data,
    filters,
    (foreign_capital.fdi_by_month, foreign_capital.fdi_by_district),
    (foreign_capital.fdi_by_origin,),
    (foreign_capital.fdi_by_kind, foreign_capital.fdi_within),
    (foreign_capital.fortune_500_projects,),
)
drill.show(data, filters)
