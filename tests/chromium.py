"""Find a Chromium that runs: on PATH, else Debian's package, else Playwright's own download.

`python -m tests.chromium` prints its path, and installs it where there is none; exit status 1 where none can be had.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
PACKAGES = ("chromium", "fonts-noto-cjk")  # without a Korean font, every page would be photographed as boxes


def installed() -> str | None:
    """The path of a Chromium that is there already and starts."""
    on_path = next((path for name in NAMES if (path := shutil.which(name)) and _starts(path)), None)
    return on_path or _of_playwright()


def install() -> str | None:
    """The path of a Chromium after trying every way to get one."""
    for way in (_from_debian, _from_playwright):
        if way() and (path := installed()):
            return path
    return None


def launch_flags() -> list[str]:
    """What keeps the browser silent: no update, no telemetry, no name looked up but this machine's."""
    quiet = [
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    ]
    return [*quiet, "--no-sandbox"] if os.geteuid() == 0 else quiet


def _starts(path: str) -> bool:
    """Whether it answers at all; Ubuntu's chromium-browser, for one, may be an empty shell around a missing snap."""
    return _runs([path, "--version"], seconds=30)


def _of_playwright() -> str | None:
    from playwright.sync_api import Error, sync_playwright

    try:
        with sync_playwright() as playwright:
            path = playwright.chromium.executable_path
    except Error:
        return None
    return path if Path(path).is_file() and _starts(path) else None


def _from_debian() -> bool:
    apt = shutil.which("apt-get")
    root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if not apt or (root and not _runs([*root, "true"], seconds=10)):
        return False
    get = [*root, "env", "DEBIAN_FRONTEND=noninteractive", apt, "-qq", "-o", "DPkg::Lock::Timeout=120"]
    _say("installing Debian's chromium and a Korean font")
    fetch = [*get, "install", "-y", "--no-install-recommends", *PACKAGES]
    return _runs(fetch, seconds=180) or (_runs([*get, "update"], seconds=90) and _runs(fetch, seconds=180))


def _from_playwright() -> bool:
    _say("downloading Playwright's Chromium")
    return _runs([sys.executable, "-m", "playwright", "install", "chromium"], seconds=180)


def _runs(command: list[str], seconds: float) -> bool:
    """Whether a command ends well in time; what it has to say goes to standard error."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=seconds
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        _say(str(error))
        return False
    if done.returncode:
        sys.stderr.write(done.stdout[-2000:].decode(errors="replace"))
    return done.returncode == 0


def _say(text: str) -> None:
    print(f"chromium: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    found = installed() or install()
    print(found or "", end="")
    sys.exit(0 if found else 1)
