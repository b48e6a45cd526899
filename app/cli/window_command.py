"""`dialfloor` without a command: the window."""

import os
import sys
from pathlib import Path

from app.cli.faults import BAD_OPTION, fail
from app.cli.token_option import VARIABLE, without_token


def open_window(data: Path | None, connect: str | None, token: str | None) -> int:
    """The window over a folder's own engine or a shared one; returns its exit code."""
    from app.bootstrap.window import default_data_dir, settings_dir, why_no_window
    from app.client.address import address_fault

    if connect is not None and (token is None or data is not None):
        fail(
            "--connect needs --token-file or DIALFLOOR_TOKEN, and no --data: the data is the shared engine's",
            BAD_OPTION,
        )
    fault = address_fault(connect) if connect is not None else None
    if fault is not None:
        fail(fault, BAD_OPTION)
    reason = why_no_window()
    if reason is not None:
        fail(f"{reason}. Without a screen use `dialfloor serve --data DIR`", 1)
    from app.ui.app import START_AGAIN, LocalTarget, RemoteTarget, run_window

    own = os.environ.get("QT_SCALE_FACTOR")
    if connect is not None and token is not None:
        code = run_window(RemoteTarget(url=connect, token=token), settings_dir())
    else:
        code = run_window(LocalTarget(data_dir=data or default_data_dir()), settings_dir())
    if code == START_AGAIN:
        # Qt takes its scale once in the life of a process: another start is another program in this one's place.
        if own is None:
            del os.environ["QT_SCALE_FACTOR"]
        if token is not None:
            os.environ[VARIABLE] = token
        os.execv(sys.executable, [sys.executable, *without_token(sys.orig_argv[1:])])  # noqa: S606 - our own command line, again
    return code
