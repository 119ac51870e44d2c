"""Serve a built site on this machine, as a web host would."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any


class SiteHandler(SimpleHTTPRequestHandler):
    """Files of a folder under a path of the host, and the site's own page for what is missing."""

    def __init__(self, *arguments: object, prefix: str, **options: object) -> None:
        self.prefix = prefix
        super().__init__(*arguments, **options)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """The file of an address; addresses outside the prefix have none."""
        inside = path.startswith(self.prefix)
        return super().translate_path(path.removeprefix(self.prefix[:-1]) if inside else "/404.html/nothing")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's 404.html where it has one."""
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            return super().send_error(code, message, explain)
        content = page.read_bytes()
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
        return None

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file; a browser that goes on to another page hangs up."""
        with suppress(BrokenPipeError, ConnectionResetError):
            super().copyfile(source, outputfile)

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Say nothing: the tests speak for themselves."""


@contextmanager
def served(directory: Path, prefix: str = "/") -> Iterator[str]:
    """The address of a folder served on a free port; ends in `/`. The prefix starts and ends in `/`."""
    handler = partial(SiteHandler, directory=str(directory), prefix=prefix)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            server.shutdown()
            thread.join()
