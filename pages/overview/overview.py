"""The overview: one look at the whole."""

from components import exhibit_rows, headline, page, stopped
from promotion import narrative
from promotion.exhibits import overview
from promotion.language import _

data, filters = page.open(_("Overview"))

with stopped.told_instead():
    page.key_points(
        narrative.overview_points(
            overview.headline(data, filters),
            overview.activity_by_district(data, filters),
            overview.activity_by_industry(data, filters),
            overview.target_progress(data, filters),
        )
    )
with stopped.told_instead("headline"):
    headline.show(overview.headline(data, filters), overview.headline_by_month(data, filters))

exhibit_rows.show_pairs(
    data,
    filters,
    (overview.activity_by_district, overview.activity_by_district_and_industry),
    (overview.contacts_by_month_and_channel, overview.project_funnel),
    (overview.target_progress, overview.district_map),
    (overview.activity_by_industry,),
)
