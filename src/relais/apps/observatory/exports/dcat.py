"""DCAT-AP 3 in JSON-LD: the observatory as a catalogue, each indicator with figures a dataset, each file a
distribution. What portals harvest.

A dataset is named by its address in the API, which has no language; files are those of the language asked.
The words are in every language at once.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import parseaddr
from typing import Any

from django.conf import settings

from relais.apps.languages.addresses import address
from relais.apps.observatory import models as m
from relais.apps.observatory.exports.figures import WHOLE, About, Figure, file_address
from relais.core.figures.cube import PLACE, period_of

EU = "http://publications.europa.eu/resource/authority/"
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/", "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#", "owl": "http://www.w3.org/2002/07/owl#",
}  # fmt: skip
LANGUAGES = {"nl": "NLD", "fr": "FRA", "en": "ENG"}
SOCIETY = "SOCI"
THEMES = {  # what a dataset is about beside society, by the theme of the plan
    "economy-employment-training": ("ECON",), "poverty-and-digital-inclusion": ("ECON",),
    "housing": ("REGI",), "spatial-planning": ("REGI",), "mobility": ("TRAN",), "justice": ("JUST",),
    "violence": ("JUST",), "childcare": ("EDUC",), "children-and-young-people": ("EDUC",),
}  # fmt: skip
FREQUENCIES = {1: "MONTHLY", 3: "QUARTERLY", 6: "ANNUAL_2", 12: "ANNUAL", 24: "BIENNIAL", 36: "TRIENNIAL"}
BELGIUM = f"{EU}country/BEL"
NUTS = "http://data.europa.eu/nuts/code/"
FILES = (  # suffix, file type of the EU, IANA media type, the standard it follows
    ("csv", "CSV", "text/csv", None),
    ("xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", None),
    ("jsonstat.json", "JSON", "application/json", "https://json-stat.org/full/"),
    ("sdmx.csv", "CSV", "application/vnd.sdmx.data+csv", "https://github.com/sdmx-twg/sdmx-csv"),
    ("zip", "ZIP", "application/zip", "https://datapackage.org/profiles/2.0/datapackage.json"),
)  # fmt: skip
DESCRIPTION = {
    "nl": "Wat in cijfers bekend is over eenoudergezinnen, met definitie, bron en datum van elk cijfer.",
    "fr": "Ce que l’on sait en chiffres des familles monoparentales : définition, source et date de chacun.",
    "en": "What is known of single-parent families in figures, each with its definition, source and date.",
}


def write(figures: Iterable[Figure], about: About) -> Iterator[bytes]:
    extents = _extents(figures, about)
    catalogue = {
        "@id": f"{about.site}{address('observatory:home')}", "@type": "dcat:Catalog",
        "dct:title": _words(WHOLE), "dct:description": _words(DESCRIPTION),
        "dct:publisher": _publisher(about),
        "foaf:homepage": {"@id": f"{about.site}/", "@type": "foaf:Document"}, "dct:language": _languages(),
        "dcat:themeTaxonomy": _at(f"{EU}data-theme"), "dct:spatial": _at(BELGIUM),
        "dcat:dataset": [_dataset(each, extents[each.slug], about) for each in about.indicators],
    }  # fmt: skip
    yield (json.dumps({"@context": CONTEXT, **catalogue}, ensure_ascii=False, indent=1) + "\n").encode()


@dataclass(slots=True)
class Extent:
    """Where and when the figures of an indicator are, and who says them."""

    start: dt.date = dt.date.max
    end: dt.date = dt.date.min
    places: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)


def _extents(figures: Iterable[Figure], about: About) -> dict[str, Extent]:
    extents = {each.slug: Extent() for each in about.indicators}
    for figure in figures:
        extent, period = (
            extents[about.definitions[figure.definition].indicator.slug],
            period_of(figure.period),
        )
        extent.start, extent.end = min(extent.start, period.start), max(extent.end, period.end)
        extent.places.add(figure.place)
        extent.sources.add(figure.source)
    return extents


def _dataset(indicator: m.Indicator, extent: Extent, about: About) -> dict[str, Any]:
    identity = f"{about.site}/api/v1/figures/indicators/{indicator.slug}"
    sources = [about.sources[slug] for slug in sorted(extent.sources)]
    page = f"{about.site}{indicator.get_absolute_url()}"
    said = {
        "@id": identity, "@type": "dcat:Dataset", "dct:identifier": indicator.slug,
        "dct:title": _words(indicator.name), "dct:description": _words(indicator.meaning),
        "dct:publisher": _publisher(about), "dcat:contactPoint": _contact(),
        "dcat:theme": [_at(f"{EU}data-theme/{code}") for code in (SOCIETY, *THEMES.get(indicator.theme, ()))],
        "dct:language": _languages(), "dct:spatial": _spatial(extent, about),
        "dct:temporal": {
            "@type": "dct:PeriodOfTime", "dcat:startDate": _day(extent.start),
            "dcat:endDate": _day(extent.end),
        },
        "dct:accrualPeriodicity": _frequency(indicator),
        "dct:accessRights": _at(f"{EU}access-right/PUBLIC"),
        "dct:source": [_at(url) for url in sorted({each.url for each in sources})],
        "dcat:landingPage": {"@id": page, "@type": "foaf:Document"},
        "dcat:distribution": [_distribution(indicator, identity, sources, about, *each) for each in FILES],
    }  # fmt: skip
    return {name: value for name, value in said.items() if value}


def _distribution(
    indicator: m.Indicator, identity: str, sources: list[m.Source], about: About,
    suffix: str, file: str, media: str, standard: str | None,
) -> dict[str, Any]:  # fmt: skip
    there = _at(f"{about.site}{file_address(indicator.slug, suffix)}{about.on}")
    licences = sorted({each.licence for each in sources if each.licence})
    said = {
        "@id": f"{identity}#{suffix}-{about.language}", "@type": "dcat:Distribution",
        "dct:title": f"{indicator.slug}.{suffix}", "dcat:accessURL": there, "dcat:downloadURL": there,
        "dct:format": _at(f"{EU}file-type/{file}"),
        "dcat:mediaType": _at(f"http://www.iana.org/assignments/media-types/{media}"),
        "dct:language": _at(f"{EU}language/{LANGUAGES[about.language]}"),
        "dct:conformsTo": _at(standard) if standard else None,
        "dct:license": [{"@type": "dct:LicenseDocument", "dct:title": each} for each in licences],
    }  # fmt: skip
    return {name: value for name, value in said.items() if value}


def _words(words: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"@value": said, "@language": language} for language, said in words.items()]


def _at(address: str) -> dict[str, str]:
    return {"@id": address}


def _day(date: dt.date) -> dict[str, str]:
    return {"@value": date.isoformat(), "@type": "xsd:date"}


def _languages() -> list[dict[str, str]]:
    return [_at(f"{EU}language/{code}") for code in LANGUAGES.values()]


def _publisher(about: About) -> dict[str, str]:
    name = parseaddr(settings.DEFAULT_FROM_EMAIL)[0] or "Relais"
    return {"@id": f"{about.site}/#publisher", "@type": "foaf:Agent", "foaf:name": name}


def _contact() -> dict[str, Any] | None:
    """Where mail of this site comes from, when that is an address outside this machine."""
    name, mail = parseaddr(settings.DEFAULT_FROM_EMAIL)
    if "." not in mail.partition("@")[2]:
        return None
    return {"@type": "vcard:Organization", "vcard:fn": name or mail, "vcard:hasEmail": _at(f"mailto:{mail}")}


def _spatial(extent: Extent, about: About) -> list[dict[str, str]]:
    """The regions of NUTS that its places are, else the country they are in."""
    known = {each.code: each.elsewhere.get("NUTS") for each in about.codes.get(PLACE, ())}
    found = sorted({code for place in extent.places if (code := known.get(place))})
    return [_at(f"{NUTS}{code}") for code in found] or [_at(BELGIUM)]


def _frequency(indicator: m.Indicator) -> dict[str, str] | None:
    code = FREQUENCIES.get(indicator.every_months or 0)
    return _at(f"{EU}frequency/{code}") if code else None
