"""The floor of `make bench`: a bare Streamlit page that swaps ready-made charts.

Whatever the dashboard does is compared with this page in the same run: same machine, same
browser, as many charts (FLOOR_CHARTS), nothing computed, no words, no filters but one.
"""

import os

import streamlit as st

CHART_COUNT = int(os.environ.get("FLOOR_CHARTS", "6"))
MONTHS = [f"2019-{month:02d}" for month in range(1, 13)] + [
    f"2020-{month:02d}" for month in range(1, 7)
]
SERIES = ("phone", "wechat", "video", "livestream", "on_site")


@st.cache_data
def figures(view: str) -> list[dict]:
    """The charts of one view, stacked bars of 18 months and five series each."""
    shift = 7 if view == "second" else 0
    return [
        {
            "data": [
                {
                    "type": "bar",
                    "name": name,
                    "x": MONTHS,
                    "y": [
                        20 + (37 * month + 11 * place + 5 * chart + shift) % 53
                        for month in range(len(MONTHS))
                    ],
                }
                for place, name in enumerate(SERIES)
            ],
            "layout": {"barmode": "stack", "height": 300},
        }
        for chart in range(CHART_COUNT)
    ]


st.set_page_config(layout="wide")
chosen = st.selectbox("View", ["first", "second"], key="view", bind="query-params")
columns = st.columns(2)
for number, figure in enumerate(figures(chosen)):
    with columns[number % 2]:
        st.plotly_chart(figure, key=f"chart_{number}", theme=None)
