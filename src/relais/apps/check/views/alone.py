"""Who counts as a single parent, scheme by scheme: a page, and the same as a file."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from relais.apps.check import catalogue
from relais.apps.check.alone import as_table, matrix
from relais.apps.check.vocabulary import TONES, Counts
from relais.apps.languages.reader import reader_language
from relais.apps.sheets.files import csv_file

MEASURES = (88, 91)  # those of the advice that need the comparison


@login_not_required
def alone(request: HttpRequest) -> HttpResponse:
    """The ready-made families, every notion of every law, and why each counts or does not."""
    found, language, rights = matrix(), reader_language(), catalogue.rights()
    rows = [
        {"notion": row.notion, "cells": row.cells, "why": row.why(language),
         "users": [(name, rights[name]) for name in row.users]}
        for row in found.rows
    ]  # fmt: skip
    context = {
        "matrix": found, "rows": rows, "counts": Counts, "tones": TONES, "measures": MEASURES,
        "without": [(name, rights[name]) for name in found.without],
    }  # fmt: skip
    return render(request, "check/alone.html", context)


@login_not_required
def alone_file(request: HttpRequest) -> HttpResponse:
    """The matrix as CSV, a row for each notion and family, in three languages."""
    response = HttpResponse(csv_file(as_table(matrix())), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="single-parent.csv"'
    return response
