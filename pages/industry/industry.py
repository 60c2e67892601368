"""Industries: activity, where their projects stand, who is specialised, and the rows behind."""

from components import drill, exhibit_rows, page, stopped
from promotion import narrative
from promotion.exhibits import industry, overview
from promotion.language import _

data, filters = page.open(_("Industry"))

with stopped.told_instead():
    page.key_points(
        narrative.industry_points(
            overview.activity_by_industry(data, filters),
            industry.industry_specialisation(data, filters),
            industry.projects_by_industry_and_stage(data, filters),
        )
    )
exhibit_rows.show_pairs(
    data,
    filters,
    (overview.activity_by_industry, industry.industry_specialisation),
    (industry.projects_by_industry_and_stage, industry.chain_roles_by_industry),
)
drill.show(data, filters)
