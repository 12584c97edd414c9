"""The API of the house: one OpenAPI document from each room's router."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cached_property
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, path, re_path, reverse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.renderers import BaseRenderer

from relais.apps.check.api import router as check
from relais.apps.consultation.api import router as consultation
from relais.apps.coordination.api import router as coordination
from relais.apps.meeting.api import router as meeting
from relais.apps.observatory.api import router as observatory
from relais.apps.plan.api import router as plan
from relais.apps.reporting.api import router as reporting
from relais.faces.api.answering import answering
from relais.faces.api.documenting import TAGS, documented
from relais.faces.api.problems import problem_of

DESCRIPTION = """\
The plan for single-parent families in Brussels: measures, themes, actors, links, documents and demands; what
people do about it: actions, meetings, consultations; figures, with who says them and since when; and the
rights of families, as rules to compute with.
Everything is public: no key, no account. Names are those of the exported files.
What is not known is `null` or absent, never guessed. Titles, summaries and reasons are ours; wording called
official is the advice's own.

Everything is asked with `GET`, but for what a household is entitled to: that is sent with `POST`, and stands
in no address. Nothing of it is kept, logged or sent on, and no cache keeps the answer.

Any web page may ask (`Access-Control-Allow-Origin: *`), and `OPTIONS` answers a preflight. `HEAD` works where
`GET` does.
Every answer to `GET` has an `ETag`: send it back as `If-None-Match` and get `304` while nothing changed.
Errors are `application/problem+json` (RFC 9457).
"""


class Compact(BaseRenderer):
    """JSON as short as it goes, in UTF-8."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> str:
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


class PublicAPI(NinjaAPI):
    """Ninja's, with every address answering the same way and an OpenAPI document that says all of it."""

    @property
    def urls(self) -> tuple[list[URLResolver | URLPattern], str, str]:
        patterns, app_name, namespace = super().urls
        own = [path("", to_docs), path("docs", to_docs, name="docs")]
        nothing = re_path("", nowhere)
        methods = self._methods()
        for pattern in (*patterns, nothing):
            if isinstance(pattern, URLPattern):
                pattern.callback = answering(pattern.callback, methods.get(pattern.name or "", "GET"))
        return [*own, *patterns, nothing], app_name, namespace

    def _methods(self) -> dict[str, str]:
        """The one method of every operation, by the name of its address."""
        views = (view for _, router in self._routers for view in router.path_operations.values())
        return {each.view_func.__name__: each.methods[0] for view in views for each in view.operations}

    def get_openapi_schema(self, **_kwargs: Any) -> OpenAPISchema:
        return deepcopy(self._documented)

    @property
    def openapi_address(self) -> str:
        return reverse(f"{self.urls_namespace}:openapi-json")

    @cached_property
    def _documented(self) -> OpenAPISchema:
        return documented(super().get_openapi_schema())


@login_not_required
def to_docs(_request: HttpRequest) -> HttpResponseBase:
    """To the page that explains the API, in the reader's language."""
    return redirect("api")


def nowhere(_request: HttpRequest, **_kwargs: Any) -> HttpResponseBase:
    """Any other address under the API."""
    raise Http404


api = PublicAPI(
    title="Relais",
    version="1",
    description=DESCRIPTION,
    docs_url=None,
    urls_namespace="api-v1",
    renderer=Compact(),
    openapi_extra={"tags": TAGS},
)
for kind in (Http404, HttpError, ValidationError, Exception):
    api.add_exception_handler(kind, problem_of)
for room in (plan, observatory, coordination, consultation, meeting, reporting, check):
    api.add_router("", room)
