"""The server's own key: made once, readable by its owner alone, the same ever after."""

from __future__ import annotations

import os
from pathlib import Path

import asyncssh

from briefings.errors import BriefingError, ExitCode


def host_key(path: Path) -> asyncssh.SSHKey:
    """The key in that file, made there if there is none.

    Raises:
        BriefingError: it cannot be read or written, or others may read it.
    """
    try:
        if not path.exists():
            _make(path)
        if path.stat().st_mode & 0o077:
            raise BriefingError(
                f"the host key {path} can be read by others", f"chmod 600 {path}", ExitCode.UNAVAILABLE
            )
        return asyncssh.read_private_key(path)
    except (OSError, asyncssh.KeyImportError) as fault:
        raise BriefingError(
            f"the host key {path} could not be used ({fault})", "name another with --host-key",
            ExitCode.UNAVAILABLE,
        ) from fault  # fmt: skip


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = asyncssh.generate_private_key("ssh-ed25519", comment="briefing")
    mine = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(mine, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(key.export_private_key())
        os.link(mine, path)  # whole or not at all, and only the first of several servers
    except FileExistsError:
        pass
    finally:
        mine.unlink()
