"""The page that explains the API, drawn from its own OpenAPI document."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from relais.faces.api import reference
from relais.faces.api.main import api


@login_not_required
def docs(request: HttpRequest) -> HttpResponse:
    """Operations, parameters, examples and shapes: no script, and nothing from a third party."""
    document = api.get_openapi_schema()
    context = {
        "openapi": api.openapi_address,
        "paragraphs": document["info"]["description"].replace("`", "").strip().split("\n\n"),
        "groups": reference.groups(document),
        "shapes": reference.shapes(document),
    }
    return render(request, "api/docs.html", context)
