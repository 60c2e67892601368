"""An exhibit → the blocks of its native charts: mostly one, of forecasts one a measure."""

from collections.abc import Callable

from promotion.descriptions import Forecasts, TestedForecasts
from promotion.exhibit import Exhibit
from promotion.exports.blocks import Block
from promotion.exports.chart_blocks import block_of
from promotion.exports.forecast_blocks import tested_blocks, year_blocks

_SEVERAL: dict[type, Callable[[Exhibit, dict[str, str]], tuple[Block, ...]]] = {
    Forecasts: year_blocks,
    TestedForecasts: tested_blocks,
}


def blocks_of(exhibit: Exhibit, colours: dict[str, str]) -> tuple[Block, ...]:
    """What the exhibit's native charts show, a block each; empty where it has none, or no rows."""
    make = _SEVERAL.get(type(exhibit.chart))
    if make is not None:
        return make(exhibit, colours)
    block = block_of(exhibit, colours)
    return () if block is None else (block,)
