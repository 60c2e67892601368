"""Which channel and which activity an invented contact had."""

import numpy as np

from promotion.sample.drawing import draw
from promotion.sample.settings import District, Settings

CHANNELS = ("phone", "wechat", "video", "email", "livestream", "on_site")
_STAGES = ("without_project", "lead", "negotiating", "signed")
_CHANNEL_GROUPS = ("online", "online", "online", "online", "livestream", "on_site")


def draw_channels(
    rng: np.random.Generator,
    settings: Settings,
    district: District,
    month: dict[str, str],
    size: int,
) -> np.ndarray:
    """Positions in CHANNELS, by the month's shares and the district's leanings."""
    leanings = settings.by_code("channel_factor", district.district, CHANNELS)
    shares = np.array([float(month[channel]) for channel in CHANNELS])
    return draw(rng, shares * leanings[int(month["month"] >= "2020")], size)


def activity_codes(settings: Settings) -> tuple[str, ...]:
    """The activities that are drawn; signing is not: it happens on the day a project signs."""
    return settings.mix("activity_without_project", "").codes


def draw_activities(
    rng: np.random.Generator,
    settings: Settings,
    district: District,
    stages: np.ndarray,
    channels: np.ndarray,
) -> np.ndarray:
    """Positions in the activity codes, fitting the project's stage and the channel."""
    limits = _activity_limits(settings, district)[stages, channels]
    return (rng.random(len(stages))[:, None] >= limits[:, :-1]).sum(axis=1)


def _activity_limits(settings: Settings, district: District) -> np.ndarray:
    """Cumulative shares of the activities by stage and channel."""
    codes = activity_codes(settings)
    by_stage = [settings.by_code(f"activity_{stage}", "", codes)[0] for stage in _STAGES]
    by_channel = [
        settings.by_code(f"activity_factor_{group}", "", codes)[0] for group in _CHANNEL_GROUPS
    ]
    leaning = settings.by_code("activity_factor", district.district, codes)[0]
    weights = np.array(by_stage)[:, None, :] * np.array(by_channel)[None, :, :] * leaning
    return np.cumsum(weights, axis=2) / weights.sum(axis=2, keepdims=True)
