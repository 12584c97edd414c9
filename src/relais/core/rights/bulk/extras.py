"""Libraries that only some need: imported where they are used, and named with how to install them."""

from __future__ import annotations

from importlib import import_module
from typing import Any


class NotInstalled(Exception):
    """An optional library is absent; the message says how to install it."""


def needed(extra: str, *modules: str) -> tuple[Any, ...]:
    """The modules of an extra. Raises NotInstalled."""
    try:
        return tuple(import_module(module) for module in modules)
    except ImportError as error:
        raise NotInstalled(f"{error.name} is not installed: pip install 'relais[{extra}]'") from error
