"""The project library: who stands where, what moves, what needs attention."""

from components import drill, exhibit_rows, page, stopped
from promotion import narrative
from promotion.exhibits import library
from promotion.language import _

data, filters = page.open(_("Project library"))

with stopped.told_instead():
    page.key_points(
        narrative.library_points(
            library.project_library(data, filters),
            library.signing_cohorts(data, filters),
            library.stage_durations(data, filters),
            library.dispatch_list(data, filters),
            library.record_staleness(data, filters),
        )
    )
exhibit_rows.show_pairs(
    data,
    filters,
    (library.project_library, library.stage_flow),
    (library.dispatch_list,),
    (library.signing_cohorts, library.stage_durations),
    (library.record_staleness,),
    (library.repeated_signings,),
)
drill.show(data, filters)
