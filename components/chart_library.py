"""The script that draws charts: a browser is told of it with the page, before any figure is sent.

Streamlit's page loads it when the first chart has come, which is after it has loaded itself,
connected and been sent that chart; it is by far the largest script.
"""

from pathlib import Path

import streamlit
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SCRIPTS = Path(streamlit.__file__).parent / "static" / "static" / "js"


def link() -> str:
    """The header that names the script, relative to the page; empty where there is none."""
    named = (f"<./static/js/{file.name}>" for file in sorted(_SCRIPTS.glob("PlotlyChart.*.js")))
    return ", ".join(f"{name}; rel=modulepreload; crossorigin" for name in named)


class ToldAhead:
    """The application, with that header on its HTML."""

    def __init__(self, application: ASGIApp) -> None:
        self._application = application
        self._header = (b"link", link().encode())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Nothing; answers the request."""

        async def told(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_html(message):
                message = message | {"headers": [*message["headers"], self._header]}
            await send(message)

        await self._application(scope, receive, told if scope["type"] == "http" else send)


def _is_html(message: Message) -> bool:
    types = (value for name, value in message["headers"] if name.lower() == b"content-type")
    return any(value.startswith(b"text/html") for value in types)
