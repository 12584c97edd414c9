from __future__ import annotations

import sys
from typing import Any

import pytest

from relais.apps.observatory.importing.tests.make import read_words, refusals
from relais.core.figures.cube import Cell, Said

CSV: dict[str, Any] = {
    "format": "sdmx-csv", "definition": {"column": "INDIC", "codes": {"S": "share", "R": "rent"}},
    "place": {"column": "GEO", "elsewhere": "NUTS"}, "period": {"column": "TIME_PERIOD"},
    "dimensions": {"sex": {"column": "SEX", "codes": {"T": "_T", "F": "F"}}}, "value": "OBS_VALUE",
    "quality": {"column": "OBS_STATUS"}, "secrecy": {"column": "CONF_STATUS"},
    "unit": {"column": "UNIT", "codes": {"PC": "PT"}},
}  # fmt: skip
ONE = "DATAFLOW,INDIC,GEO,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,CONF_STATUS,UNIT\n"
TWO = f"STRUCTURE,STRUCTURE_ID,ACTION,{ONE.partition(',')[2]}"
ROW = "ESTAT:X(1.0),S,BE1,F,2019,12.50,A,F,PC\n"
ROW_TWO = f"dataflow,ESTAT:X(1.0),I,{ROW.partition(',')[2]}"
CELL = Cell("share", "04000", "2019", "sex=F")


@pytest.mark.parametrize("words", [ONE + ROW, TWO + ROW_TWO])
def test_both_versions_are_read(words: str) -> None:
    assert read_words(words, **CSV).figures == {CELL: Said(12.5, 2)}


def test_labels_beside_codes_are_passed_over() -> None:
    head = ONE.replace("INDIC", "INDIC: What").replace("GEO", "GEO: Where").replace("OBS_ST", "OBS_ST")
    row = ROW.replace(",S,BE1", ",S: Share,BE1: Brussels")
    assert read_words(head + row, **CSV).figures == {CELL: Said(12.5, 2)}


@pytest.mark.parametrize(
    ("time", "period"),
    [("2019-A1", "2019"), ("2019-M03", "2019-03"), ("2019-Q3", "2019-Q3"), ("2019Q3", "2019-Q3")],
)
def test_periods_of_sdmx_are_those_of_the_cube(time: str, period: str) -> None:
    (cell,) = read_words(ONE + ROW.replace("2019", time), **CSV).figures
    assert cell.period == period


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        ("12.5,b,", Said(12.5, 1, quality="B")), ("12.5,d,", Said(12.5, 1, quality="D")),
        ("12.5,e,", Said(12.5, 1, quality="E")), ("12.5,f,", Said(12.5, 1, quality="F")),
        ("12.5,i,", Said(12.5, 1, quality="E")), (":,m,", Said(None, quality="M")),
        ("12.5,n,", Said(12.5, 1, quality="N")), ("12.5,p,", Said(12.5, 1, quality="P")),
        ("12.5,u,", Said(12.5, 1, quality="U")), ("12.5,b u,", Said(12.5, 1, quality="U")),
        (":,,", Said(None, quality="M")), (":,u,", Said(None, quality="M")),
        (":,c,", Said(None, secrecy="C")),
        (",,C", Said(None, secrecy="C")), (":,,N", Said(None, secrecy="C")), (",,P", Said(None, secrecy="C")),
        ("12.5,Q,", None), ("12.5,,C", None), ("12.5,x,", None), ("12.5,m,", None), (",,", None),
    ],
)  # fmt: skip
def test_flags_become_a_quality_or_hide(flags: str, said: Said | None) -> None:
    words = ONE + ROW.replace("12.50,A,F", flags)
    if said is None:
        assert len(refusals(words, **CSV)) == 1
    else:
        assert read_words(words, **CSV).figures == {CELL: said}


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("GEO,OBS_VALUE\nBE1,1\n", "1 : is no SDMX-CSV"),
        (TWO + ROW_TWO.replace(",I,", ",D,"), "2 ACTION: deletes"),
        (ONE + ROW + ROW.replace("X(1.0)", "Y(1.0)").replace("2019", "2020"), "3 : is of another structure"),
        (ONE + ROW.replace("PC", "EUR"), "2 UNIT: is in “EUR”, where “share” is in “PT”"),
        (ONE + ROW.replace("2019", "2019-S1"), "2 TIME_PERIOD: “2019-S1” is no period"),
        (f"{ONE.strip()},UNIT_MULT\n{ROW.strip()},3\n", "2 UNIT_MULT: is to be multiplied by 10^3"),
    ],
)
def test_what_is_wrong_is_named(words: str, why: str) -> None:
    assert refusals(words, **CSV)[0].startswith(why)


def test_a_multiple_that_the_recipe_expects_is_read() -> None:
    words = f"{ONE.strip()},UNIT_MULT\n{ROW.strip()},3\n"
    assert len(read_words(words, **CSV, only={"UNIT_MULT": ["3"]}).figures) == 1


_NAMES = """xmlns:m="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/message"
 xmlns:g="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/generic"
 xmlns:s="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/data/structurespecific"
 xmlns:c="http://www.sdmx.org/resources/sdmxml/schemas/v2_1/common"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:n="urn:sdmx:org.sdmx.infomodel.datastructure.X=A:D(1.0)\""""
_HEADER = """<m:Header><m:ID>X</m:ID><m:Test>true</m:Test><m:Prepared>2024-01-01T00:00:00</m:Prepared>
<m:Sender id="S"/><m:Structure structureID="D" dimensionAtObservation="TIME_PERIOD"{namespace}><c:Structure>
<Ref agencyID="A" id="D" version="1.0"/></c:Structure></m:Structure></m:Header>"""
GENERIC = f"""<m:GenericData {_NAMES}>{_HEADER.format(namespace="")}<m:DataSet structureRef="D">
<g:Series><g:SeriesKey><g:Value id="GEO" value="BE1"/><g:Value id="SEX" value="F"/></g:SeriesKey>
<g:Obs><g:ObsDimension value="2019"/><g:ObsValue value="12.50"/><g:Attributes>
<g:Value id="OBS_STATUS" value="e"/></g:Attributes></g:Obs>
<g:Obs><g:ObsDimension value="2020"/><g:ObsValue value="NaN"/></g:Obs>
</g:Series></m:DataSet></m:GenericData>"""
_SPECIFIC_NAMESPACE = ' namespace="urn:sdmx:org.sdmx.infomodel.datastructure.X=A:D(1.0)"'
SPECIFIC = f"""<m:StructureSpecificData {_NAMES}>{_HEADER.format(namespace=_SPECIFIC_NAMESPACE)}
<m:DataSet s:structureRef="D" xsi:type="n:DataSetType"><Series GEO="BE1" SEX="F">
<Obs TIME_PERIOD="2019" OBS_VALUE="12.50" OBS_STATUS="e"/><Obs TIME_PERIOD="2020" OBS_STATUS="M"/>
</Series></m:DataSet></m:StructureSpecificData>"""
ML = {k: v for k, v in CSV.items() if k not in ("secrecy", "unit")}
ML |= {"format": "sdmx-ml", "definition": {"fixed": "share"}}


@pytest.mark.parametrize("words", [GENERIC, SPECIFIC])
def test_both_kinds_of_sdmx_ml_are_read(words: str) -> None:
    pytest.importorskip("sdmx")
    missing = CELL._replace(period="2020")
    assert read_words(words, **ML).figures == {
        CELL: Said(12.5, 2, quality="E"),
        missing: Said(None, quality="M"),
    }


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("<a/>", "0 : is no SDMX-ML 2.1 with data"),
        ("", "0 : is no SDMX-ML 2.1 with data"),
        (f"<!DOCTYPE a [<!ENTITY b 'c'>]>{GENERIC}", "0 : has a document type"),
        (GENERIC.replace("12.50", "12,50"), "1 OBS_VALUE: “12,50” is no number"),
        (GENERIC.replace("BE1", "FR1"), "1 GEO: the recipe has no code for “FR1”"),
        (SPECIFIC.replace('s:structureRef="D"', 's:structureRef="D" action="Delete"'), "0 action: deletes"),
    ],
)
def test_sdmx_ml_that_is_wrong_is_named(words: str, why: str) -> None:
    pytest.importorskip("sdmx")
    assert refusals(words, **ML)[0].startswith(why)


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sdmx", None)
    assert refusals(GENERIC, **ML) == [
        "0 : needs one more package to be read: install it with pip install 'relais[sdmx]'"
    ]
