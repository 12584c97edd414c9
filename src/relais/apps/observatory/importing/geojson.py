"""GeoJSON: the outlines of places, and figures that stand in their properties."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any

from django.utils.translation import gettext as _

from relais.apps.observatory.files.recipes import Recipe
from relais.apps.observatory.importing.json_file import read_json, word_of
from relais.apps.observatory.importing.known import Known
from relais.apps.observatory.importing.mending import Mending
from relais.apps.observatory.importing.parts import code_of
from relais.apps.observatory.importing.table import Row, Table
from relais.core.figures.cube import PLACE

WEST, SOUTH, EAST, NORTH = 2.3, 49.4, 6.5, 51.6  # degrees: Belgium, and a little around it
_WGS84 = {
    "urn:ogc:def:crs:OGC:1.3:CRS84",
    "urn:ogc:def:crs:OGC::CRS84",
    "urn:ogc:def:crs:EPSG::4326",
    "EPSG:4326",
}
Outlines = dict[str, Mapping[str, Any]]


def features_of(content: bytes, mending: Mending) -> list[dict[str, Any]]:
    """The features, each with properties. Raises FileProblems for what is not GeoJSON in WGS84."""
    said = read_json(content, mending)
    if not isinstance(said, dict) or said.get("type") != "FeatureCollection":
        mending.refuse(0, "type", _("is no FeatureCollection of GeoJSON"))
    crs = said.get("crs")
    name = crs.get("properties") if isinstance(crs, dict) else None
    if crs is not None and not (isinstance(name, dict) and name.get("name") in _WGS84):
        mending.refuse(0, "crs", _("must be in degrees (WGS84): project it before it is sent"))
    features = said.get("features")
    if not isinstance(features, list) or not features:
        mending.refuse(0, "features", _("there is no place in it"))
    for n, feature in enumerate(features, 1):
        if not isinstance(feature, dict) or not isinstance(feature.get("properties"), dict):
            mending.add(n, "properties", _("a place without properties has no code"))
    mending.check()
    return features


def properties_of(features: list[dict[str, Any]], mending: Mending) -> Table:
    """A row for each feature, counted from 1; what one lacks is blank. Lists and objects are no figures."""
    names = list(dict.fromkeys(name for each in features for name in each["properties"]))

    def rows() -> Iterator[Row]:
        for line, feature in enumerate(features, 1):
            said = feature["properties"]
            yield line, ["" if isinstance(said.get(n), list | dict) else word_of(said.get(n)) for n in names]

    return Table([names], rows())


def outlines_of(
    features: list[dict[str, Any]], table: Table, recipe: Recipe, known: Known, mending: Mending
) -> Outlines:
    """Code of the place to its Polygon or MultiPolygon. Raises FileProblems with all that is wrong."""
    said = recipe.place
    if said is None or said.column not in table.header:
        mending.refuse(0, said.column or "" if said else "", _("no place has the property with its code"))
    read = code_of(PLACE, said, known.codes.get(PLACE, {}), may_be_total=False)
    index, found = table.header.index(said.column), Outlines()
    for (line, words), feature in zip(table.rows, features, strict=True):
        try:
            place = read(words[index].strip())
        except ValueError as error:
            mending.add(line, said.column, str(error))
            continue
        if place in found:
            mending.add(line, said.column, _("“%(place)s” has an outline already") % {"place": place})
        geometry: Any = feature.get("geometry")
        if why := _wrong(geometry):
            mending.add(line, "geometry", why)
        found[place] = geometry
    mending.check()
    return found


def _wrong(geometry: Any) -> str | None:
    """Why it is no outline; None if it is one."""
    if not isinstance(geometry, dict) or geometry.keys() != {"type", "coordinates"}:
        return _("an outline has a type and coordinates, and nothing else")
    if geometry["type"] not in ("Polygon", "MultiPolygon"):
        return _("an outline is a Polygon or a MultiPolygon")
    rings = geometry["coordinates"]
    if geometry["type"] == "MultiPolygon":
        if not isinstance(rings, list) or not all(isinstance(polygon, list) for polygon in rings):
            return _("a MultiPolygon is a list of lists of rings")
        rings = [ring for polygon in rings for ring in polygon]
    if not isinstance(rings, list) or not rings:
        return _("has no ring")
    return next((why for ring in rings if (why := _wrong_ring(ring))), None)


def _wrong_ring(ring: Any) -> str | None:
    if not isinstance(ring, list) or len(ring) < 4 or ring[0] != ring[-1]:
        return _("a ring has at least four points, and ends where it began")
    if not all(map(_is_position, ring)):
        return _("a point is a longitude and a latitude in degrees, in Belgium: is it in other coordinates?")
    return None


def _is_position(point: Any) -> bool:
    if not isinstance(point, list) or len(point) not in (2, 3):
        return False
    if not all(isinstance(n, int | float) and not isinstance(n, bool) and isfinite(n) for n in point):
        return False
    return bool(WEST <= point[0] <= EAST and SOUTH <= point[1] <= NORTH)
