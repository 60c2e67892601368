"""Cloud promotion: screen to screen instead of face to face, and what comes of it."""

from components import drill, exhibit_rows, page, stopped
from promotion import narrative
from promotion.exhibits import cloud, concerns
from promotion.language import _

data, filters = page.open(_("Cloud promotion"))

with stopped.told_instead():
    page.key_points(
        narrative.cloud_points(
            cloud.online_share_by_month(data, filters),
            cloud.contacts_by_channel(data, filters),
            cloud.contacts_by_activity(data, filters),
            cloud.contact_yield(data, filters),
            concerns.concerns(data, filters),
            cloud.contacts_by_origin(data, filters),
        )
    )
exhibit_rows.show_pairs(
    data,
    filters,
    (cloud.online_share_by_month, cloud.contacts_by_channel),
    (cloud.contact_yield, cloud.contacts_by_activity),
    (cloud.contact_calendar, concerns.concerns),
    (concerns.open_concerns,),
    (cloud.contacts_by_origin,),
)
drill.show(data, filters)
