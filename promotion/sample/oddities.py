"""The few odd rows that a real library has, for the checks to find."""

import numpy as np

from promotion.sample.drawing import Columns, days

REPEATED_COUNT = 4
OUT_OF_ORDER_COUNT = 3
OVER_CONTRACTED_COUNT = 2
_COPIED = (
    "project_name",
    "investor",
    "industry",
    "origin_country",
    "is_fortune_500",
    "agreed_investment_wan_cny",
    "contracted_fdi_wan_usd",
)


def sign_again(tables: list[Columns]) -> None:
    """Make a few signed projects of one district the repeat of one signed earlier in another."""
    for number in range(REPEATED_COUNT):
        first, second = tables[number % len(tables)], tables[(number + 1) % len(tables)]
        candidates = np.flatnonzero(
            ~np.isnat(first["signed_date"]) & ~np.isnan(first["agreed_investment_wan_cny"])
        )
        if len(candidates) == 0:
            continue
        source = candidates[len(candidates) // 2]
        later = np.flatnonzero(second["signed_date"] >= first["signed_date"][source] + 60)
        if len(later) == 0:
            continue
        for name in _COPIED:
            second[name][later[0]] = first[name][source]


def put_out_of_order(table: Columns, count: int) -> None:
    """Let so many landed projects have landed before they signed, as a slip of the pen would."""
    landed = np.flatnonzero(
        ~np.isnat(table["landed_date"])
        & ~np.isnat(table["signed_date"])
        & np.isnat(table["production_date"])
    )
    for row in landed[len(landed) // 3 :][:count]:
        table["landed_date"][row] = table["signed_date"][row] - days(np.array([9.0]))[0]
