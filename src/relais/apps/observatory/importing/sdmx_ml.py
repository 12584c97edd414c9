"""SDMX-ML 2.1, generic and structure-specific, read by `sdmx1`: an extra, since few need it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from relais.apps.observatory.importing.mending import Mending
from relais.apps.observatory.importing.table import Row, Table

VALUE, MISSING = "OBS_VALUE", ":"
_DELETES = re.compile(rb"action\s*=\s*[\"']Delete|DataSetAction>\s*Delete", re.IGNORECASE)


def read_sdmx_ml(content: bytes, mending: Mending) -> Table:
    """A row for each observation, counted from 1: its dimensions and attributes, and OBS_VALUE.

    Raises FileProblems, also where the extra `sdmx` is not installed.
    """
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:  # what they could make a reader do
        mending.refuse(0, "", _("has a document type: SDMX-ML has none"))
    observations = list(_observations(content, mending))
    names = list(dict.fromkeys(name for said in observations for name in said))
    rows: Iterator[Row] = (
        (line, [said.get(name, "") for name in names]) for line, said in enumerate(observations, 1)
    )
    return Table([names], rows)


def _observations(content: bytes, mending: Mending) -> Iterator[dict[str, str]]:
    if _DELETES.search(content):
        mending.refuse(0, "action", _("deletes: send the whole edition without those rows instead"))
    try:
        sdmx = import_module("sdmx")
    except ImportError:
        why = _("needs one more package to be read: install it with pip install 'relais[sdmx]'")
        mending.refuse(0, "", why)
    logging.getLogger("sdmx").setLevel(logging.ERROR)  # that it guesses the structure is what we ask of it
    try:
        message = sdmx.read_sdmx(BytesIO(content))
        found = [observation for each in message.data for observation in each.obs]
    except Exception:  # whatever a broken file makes sdmx1 stumble over
        mending.refuse(0, "", _("is no SDMX-ML 2.1 with data: ask for generic or structure-specific data"))
    if not found:
        mending.refuse(0, "", _("there is no figure in it"))
    return map(_said, found)


def _said(observation: Any) -> dict[str, str]:
    key = {name: str(each.value) for name, each in observation.key.values.items()}
    attributes = {name: str(each.value) for name, each in observation.attrib.items()}
    value = "" if observation.value is None else str(observation.value)
    return {**key, **attributes, VALUE: MISSING if value in ("", "NaN") else value}
