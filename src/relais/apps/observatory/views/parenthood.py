"""The parenthood parameter: by what the figures of each producer can be cut, said and seen."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from relais.apps.observatory.registers.parenthood import INDICATOR, MEASURE, matrix
from relais.apps.observatory.registers.words import as_table, in_words
from relais.apps.observatory.vocabulary import Parameter
from relais.apps.sheets.files import csv_file


@login_not_required
def parenthood(request: HttpRequest) -> HttpResponse:
    """The matrix of a year (`?year=2021`, else the last one), and the score of each year."""
    found = matrix()
    told = request.GET.get("year", "")
    year = next((each for each in found.years if str(each) == told), next(iter(found.years), None))
    context = {
        "year": year, "years": found.years, "lines": in_words(found.lines(year)) if year else [],
        "scores": found.scores(), "parameters": Parameter, "measure": MEASURE, "indicator": INDICATOR,
        "notes": found.told,
    }  # fmt: skip
    return render(request, "observatory/parenthood.html", context)


@login_not_required
def parenthood_csv(_request: HttpRequest) -> HttpResponse:
    """Every answer of every year, with what figures show beside it."""
    response = HttpResponse(csv_file(as_table(matrix())), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="relais-parenthood.csv"'
    return response
