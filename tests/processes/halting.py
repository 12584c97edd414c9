"""Inside a process of a test: doing one of its works, and standing still at a point in the middle.

At the point it writes “here”, and goes on when its standard input ends; or it is killed there.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pkgutil import resolve_name
from typing import Any
from unittest import mock

HERE = "here\n"


def do(works: Mapping[str, Callable[[], Any]], points: Mapping[str, str], what: str, point: str = "") -> None:
    """Do the work named `what`; stand still after the call of what stands at `point`, if one is named."""
    if not point:
        works[what]()
        return
    name = points[point]
    with mock.patch(name, _then_wait(resolve_name(name))):
        works[what]()


def _then_wait(act: Callable[..., Any]) -> Callable[..., Any]:
    def halting(*args: Any, **kwargs: Any) -> Any:
        done = act(*args, **kwargs)
        sys.stdout.write(HERE)
        sys.stdout.flush()
        sys.stdin.read()
        return done

    return halting
