"""Capital of invented projects as it arrives, in instalments after landing."""

import numpy as np

from promotion.sample.drawing import AS_OF, Columns, days, lognormal, working_day

COLUMN_NAMES = (
    "project_id",
    "received_date",
    "received_fdi_wan_usd",
    "received_domestic_wan_cny",
)
_MOST_INSTALMENTS = 4
_MORE_THAN_CONTRACTED = 1.08


def receipt_table(
    rng: np.random.Generator, projects: Columns, over_contracted_count: int
) -> Columns:
    """Receipts by column name, in order of date; foreign projects pay in dollars.

    So many projects receive more than was contracted, for a check to find. The district goes
    with each receipt for counting, though no file holds it.
    """
    starts = np.fmax(projects["landed_date"], projects["signed_date"])
    is_foreign = ~np.isnan(projects["contracted_fdi_wan_usd"])
    agreed = projects["agreed_investment_wan_cny"]
    pays = ~np.isnat(projects["landed_date"]) & (is_foreign | ~np.isnan(agreed))
    paying = np.flatnonzero(pays & (rng.random(len(pays)) < 0.88))
    size = (len(paying), _MOST_INSTALMENTS)

    promised = np.where(is_foreign, projects["contracted_fdi_wan_usd"], agreed)[paying]
    gaps = lognormal(rng, 55, 0.5, 7, 200, size[0] * size[1]).reshape(size)
    dates = working_day(starts[paying, None] + days(np.cumsum(gaps, axis=1)))
    parts = rng.dirichlet(np.full(_MOST_INSTALMENTS, 2.0), size[0])
    paid_share = rng.uniform(0.35, 0.97, size[0])
    amounts = np.round(parts * (promised * paid_share)[:, None], 1)
    planned_count = rng.integers(1, _MOST_INSTALMENTS + 1, size[0])
    arrives = (np.arange(_MOST_INSTALMENTS) < planned_count[:, None]) & (dates <= AS_OF)
    arrives &= amounts > 0

    over = np.flatnonzero(is_foreign[paying] & arrives[:, 0])[:over_contracted_count]
    amounts[over, 0] = np.round(promised[over] * _MORE_THAN_CONTRACTED, 1)

    rows, instalments = np.nonzero(arrives)
    received, foreign = amounts[rows, instalments], is_foreign[paying][rows]
    receipts = {
        "project_id": projects["project_id"][paying][rows],
        "district": projects["district"][paying][rows],
        "received_date": dates[rows, instalments],
        "received_fdi_wan_usd": np.where(foreign, received, np.nan),
        "received_domestic_wan_cny": np.where(foreign, np.nan, received),
    }
    order = np.argsort(receipts["received_date"], kind="stable")
    return {name: column[order] for name, column in receipts.items()}
