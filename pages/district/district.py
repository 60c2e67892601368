"""One district against the whole, and the projects and contacts behind its figures."""

from components import drill, exhibit_rows, page, stopped
from promotion import narrative
from promotion.exhibits import district
from promotion.language import _

data, filters = page.open_on_one_district(_("District"))

with stopped.told_instead():
    page.key_points(
        narrative.district_points(
            district.district_profile(data, filters),
            district.district_industries(data, filters),
            district.district_channels(data, filters),
        )
    )
exhibit_rows.show_pairs(
    data,
    filters,
    (district.district_profile, district.district_months),
    (district.district_industries, district.district_channels),
)
drill.show(data, filters)
