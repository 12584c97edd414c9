"""Fields that forms of every room have."""

from __future__ import annotations

from typing import Any

from django import forms


class Day(forms.DateField):
    """A day, with the browser's own calendar, which wants it written as 2026-11-30."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **kwargs)
