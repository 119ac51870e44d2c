"""What a page says that it should not: console errors, failures, and requests to other hosts."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Page, Request, Response

_HERE = ("127.0.0.1", "localhost")


@dataclass
class Noise:
    """The record of one or more pages from their opening on, in the order of events."""

    heard: list[str] = field(default_factory=list)
    allowed: list[str] = field(default_factory=list)

    def listen(self, page: Page) -> None:
        """Record a page from now on."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.heard.append(f"uncaught: {error}"))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("response", self._response)

    def allow(self, pattern: str) -> None:
        """Expect what this regular expression finds, the 404 of a page that a test asks for, say."""
        self.allowed.append(pattern)

    def assert_quiet(self) -> None:
        """Fail with everything heard that was not allowed."""
        loud = [line for line in self.heard if not any(re.search(each, line) for each in self.allowed)]
        assert not loud, "the page was not quiet:\n" + "\n".join(loud)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.heard.append(f"console {message.type}: {message.text} ({message.location.get('url', '')})")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.hostname not in _HERE:
            self.heard.append(f"another host: {request.url}")

    def _failed(self, request: Request) -> None:
        # A page that is left cancels what it still loads; that is no fault of the page.
        if request.failure != "net::ERR_ABORTED":
            self.heard.append(f"failed: {request.url}: {request.failure}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.heard.append(f"{response.status}: {response.url}")
