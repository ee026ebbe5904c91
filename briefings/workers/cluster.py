"""Workers of a dask cluster that runs already, on this machine or on many."""

from __future__ import annotations

from concurrent.futures import Executor
from importlib import import_module
from typing import Any

from briefings.errors import BriefingError, ExitCode
from briefings.workers.parsing import PACKAGE, release

#: seconds to find the cluster, and then to hear from one of its workers
TIMEOUT = 20.0


class Cluster:
    """An engine of workers that a dask scheduler knows.

    Args:
        address: the scheduler's, such as ``tcp://10.0.0.5:8786``.

    Raises:
        BriefingError: dask is not installed, nobody answers, or the workers are no use.
    """

    def __init__(self, address: str) -> None:
        try:
            dask: Any = import_module("distributed")
        except ModuleNotFoundError as missing:
            raise BriefingError(
                "a cluster needs dask",
                f"install it with: pip install '{PACKAGE}[cluster]'",
                ExitCode.BAD_USAGE,
            ) from missing
        self.failures: tuple[type[Exception], ...] = (dask.KilledWorker, dask.comm.CommClosedError)
        try:
            self._client: Any = dask.Client(address, timeout=TIMEOUT, set_as_default=False)
        except (OSError, ValueError) as problem:
            raise BriefingError(
                f"no dask cluster answers at {address}",
                "check the address of its scheduler",
                ExitCode.UNAVAILABLE,
            ) from problem
        self.size = sum(self._client.nthreads().values()) or 1
        self._check_release(address)

    def start(self, size: int) -> Executor:
        """The cluster's workers; their number is the cluster's own business."""
        executor: Executor = self._client.get_executor(pure=False)
        return executor

    def stop(self, executor: Executor) -> None:
        """Takes back what they were asked for; workers of a cluster are not ours to kill."""
        executor.shutdown(wait=False)

    def close(self) -> None:
        """Lets go of the cluster, which runs on."""
        self._client.close()

    def _check_release(self, address: str) -> None:
        """Their results are to be those of this machine."""
        future = self._client.submit(release, pure=False)
        try:
            theirs = future.result(timeout=TIMEOUT)
        except Exception as fault:  # whatever their Python raises: no such package, another one
            self.close()
            raise BriefingError(
                f"the workers at {address} cannot run briefing ({type(fault).__name__})",
                f"start some that have {PACKAGE} {release()}",
                ExitCode.UNAVAILABLE,
            ) from fault
        if theirs != release():
            self.close()
            raise BriefingError(
                f"the workers at {address} have {PACKAGE} {theirs}, here it is {release()}",
                "install the same release there",
                ExitCode.UNAVAILABLE,
            )
