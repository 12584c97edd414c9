"""An invented advice, laid out as the extracted text of a PDF: pages, footnotes, broken lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random
from textwrap import wrap
from typing import Literal

Pages = Literal["lost", "feed", "headers"]
NOTE = "{*}"  # in a text: a footnote number is glued here


@dataclass(frozen=True)
class Ask:
    """A measure of the invented advice."""

    text: str
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Topic:
    """A theme of the invented advice; annex_name "" leaves it out of the annex."""

    name: str
    annex_name: str
    priorities: tuple[Ask, ...] = ()
    recommendations: tuple[Ask, ...] = ()
    actors: tuple[str, ...] = ()


TOPICS = (
    Topic(
        "Groene parken",
        "Parken/Tuinen",
        (
            Ask(f"Meer banken plaatsen langs de fiets- en wandelpaden{NOTE} van het stadspark."),
            Ask(
                "Onderhoud van de parken op verschillende wijzen :",
                (
                    "Via tuinlieden die 2-3-4 jaar ervaring hebben (snoeien, maaien, enz.);",
                    "Door elke avond 1 uur langer open te blijven, ook voor scholen.",
                ),
            ),
        ),
        (
            Ask("Een plattegrond met bomen, vijvers en speelpleinen uithangen"),
            Ask(f"Gratis toegang tijdens de Covid-19-periode{NOTE}; een kaart van 20 euro nadien."),
        ),
        ("Parkdienst van de stad", "Vereniging van tuinlieden (groen, water, …)", "Bomenbank.be"),
    ),
    Topic(
        "Bibliotheken en lezen",
        "Bibliotheekbeleid",
        (Ask("Langere openingsuren voorzien in alle bibliotheken, ook op zondag."),),
        (
            Ask(
                "Een boekenbus inzetten (bijv. : op woensdag) :",
                ("Voor kinderen.", "Voor ouderen.", "Voor « late lezers ».", "Voor iedereen;"),
            ),
            Ask(f"Luisterboeken aankopen.{NOTE}"),
            Ask("Voorleesmiddagen inrichten met vrijwilligers uit de buurt."),
        ),
        ("Leeszaal Noord", "Leeszaal Zuid"),
    ),
    Topic(
        "Zwembaden",
        "Sport- en zwembaden",
        (),
        (Ask("Lessen geven aan beginners."), Ask("De kleedkamers vernieuwen en verwarmen.")),
    ),
    Topic(
        "Fietsen naar school",
        "Schoolroutes, fietsen",
        (Ask("Veilige routes uittekenen samen met de leerlingen."),),
        (),
        ("Fietsbond (https://fiets.example/nl/)", "Scholen"),
    ),
    Topic(
        "Straatverlichting in de wijken",
        "Verlichting van straten",
        (),
        (Ask("Lampen vervangen waar het donker is."), Ask("Minder verbruiken dan vandaag.")),
        ("Netbeheerder van het gewest",),
    ),
)

TABLE = (
    "- Aantal parken en pleinen in de",
    "wijken",
    "Wijk Noord",
    "Wijk Zuid",
    "Parken",
    "25 4.9500",
    "25,0% 99,0%",
    "Pleinen 75 500",
    "75,0% 1,0%",
    "Totaal 100 50.000",
    "100,0% 100,0%",
    "Bron : Eigen telling 2019",
)


def all_asks(topics: Sequence[Topic] = TOPICS) -> list[tuple[int, str, Ask]]:
    """(theme, kind, measure) in the order of the document, so measure n is at n - 1."""
    return [
        (number, kind, ask)
        for number, topic in enumerate(topics, 1)
        for kind, asks in (
            ("priority", topic.priorities),
            ("recommendation", topic.recommendations),
        )
        for ask in asks
    ]


@dataclass
class _Row:
    """One printed line. `measure` is set where one begins."""

    text: str
    measure: int = 0
    keep: bool = False  # with the next row, on one page
    new_page: bool = False


@dataclass
class Made:
    """The text, and the page where each measure begins."""

    text: str
    pages: dict[int, int]


@dataclass
class Maker:
    """How the document is laid out. With `rng`, lines, pages and words break at random places."""

    topics: Sequence[Topic] = TOPICS
    pages: Pages = "lost"
    rng: Random | None = None
    drop: Iterable[int] = ()  # measures left out, the numbers of the others unchanged
    renumber: Mapping[int, int] = field(default_factory=dict)
    letters: str = "abcdefgh"
    table: Sequence[str] = TABLE
    annex: bool = True
    closing: str = "4. Actoren en opvolging   "
    notes: bool = True
    page_length: int = 24

    def make(self) -> Made:
        """Lay the document out."""
        sheets = self._sheets([*self._findings(), *self._measures(), *self._annex()])
        first = 2 if len(sheets) > 1 else 1
        note, lines = 1, []
        found: dict[int, int] = {}
        for index, sheet in enumerate(sheets):
            body: list[str] = []
            notes: list[int] = []
            for row in sheet:
                text = row.text
                while NOTE in text:
                    text = text.replace(NOTE, str(note) if self.notes else "", 1)
                    notes.append(note)
                    note += 1
                if row.measure:
                    found[row.measure] = first + index
                body += [f"{text} ", ""]
            links = [word for row in sheet for word in _links(row.text)]
            foot = _foot(notes if self.notes else [], links)
            lines += self._page(index, first, len(sheets), [*body, *foot])
        return Made("\n".join(lines) + "\n", found)

    def _page(self, index: int, first: int, count: int, body: list[str]) -> list[str]:
        while body and not body[-1].strip():
            body.pop()
        total = first + count - 1
        header = ["", " A-2019-001-PARKRAAD ", "", f"  {first + index}/{total} ", "", " ", ""]
        if count > 1 and (self.pages == "headers" or index == 1):
            return [*([""] if index else []), *(["\f"] if self._fed(index) else []), *header, *body]
        if self._fed(index):
            return [f"\f{body[0]}", *body[1:]]
        return [f" {body[0]}", *body[1:]]

    def _fed(self, index: int) -> bool:
        return self.pages == "feed" and index > 0

    def _sheets(self, rows: list[_Row]) -> list[list[_Row]]:
        sheets: list[list[_Row]] = [[]]
        for at, row in enumerate(rows):
            kept = at > 0 and rows[at - 1].keep
            if sheets[-1] and not kept and (row.new_page or self._breaks_page(sheets[-1])):
                sheets.append([])
            sheets[-1].append(row)
        return sheets

    def _breaks_page(self, sheet: list[_Row]) -> bool:
        return self.rng.random() < 0.07 if self.rng else len(sheet) >= self.page_length

    def _findings(self) -> list[_Row]:
        rows = [_Row("Context"), *self._paragraph("De parken zijn geliefd in 2019 en nadien.")]
        rows += [_Row(text, keep=True) for text in self.table]
        rows += [_Row("3. Actiepistes  ")]
        return rows + self._paragraph("De raad heeft voor elk thema acties bepaald, in fiets- en")

    def _measures(self) -> list[_Row]:
        rows: list[_Row] = [_Row("voetgangersstraten.")]
        numbered = iter(enumerate(all_asks(self.topics), 1))
        for topic in self.topics:
            rows.append(_Row(f"{topic.name}  "))
            for title, asks in (
                ("Prioriteiten : ", topic.priorities),
                ("Aanbevelingen:", topic.recommendations),
            ):
                rows += [_Row(title)] if asks else []
                for _ in asks:
                    number, (_, _, ask) = next(numbered)
                    rows += [] if number in self.drop else self._ask(number, ask)
        return rows

    def _ask(self, number: int, ask: Ask) -> list[_Row]:
        rows = self._paragraph(f"{self.renumber.get(number, number)}. {ask.text}")
        rows[0].measure = number
        for letter, text in zip(self.letters, ask.parts, strict=False):
            rows += self._paragraph(f"{letter}. {text}")
        return rows

    def _annex(self) -> list[_Row]:
        rows = [_Row(self.closing)] if self.closing else []
        rows += self._paragraph("De raad wenst dat alle actoren (zie Bijlage 1) meewerken.")
        if not self.annex:
            return rows
        rows += [_Row("BIJLAGE 1 : Voorstellen van actoren"), _Row("Actiepistes")]
        for at, topic in enumerate(self.topics):
            if not topic.annex_name:
                continue
            rows.append(_Row(f"➢ {topic.annex_name} ", new_page=at == len(self.topics) - 2))
            for actor in topic.actors:
                rows += self._paragraph(f"- {actor}", width=48)
        return rows

    def _paragraph(self, text: str, width: int = 95) -> list[_Row]:
        if not self.rng:
            broken = wrap(text, width, break_on_hyphens=False, break_long_words=False)
            return [_Row(line) for line in broken]
        return [_Row(line) for line in _broken_at_random(text.split(" "), self.rng)]


def make_text(**layout: object) -> str:
    """The text alone; the arguments are those of Maker."""
    return Maker(**layout).make().text  # type: ignore[arg-type]


def clean(text: str) -> str:
    """The official wording of an invented text."""
    return text.replace(NOTE, "")


def _links(text: str) -> list[str]:
    return [word.strip("()") for word in text.split() if word.startswith("(https://")]


def _foot(notes: Sequence[int], links: Sequence[str]) -> list[str]:
    lines = [" "] if notes else []
    for note in notes:
        lines += [f"{note} Jaarverslag van de parken, een studie over", "2019, p.3. "]
    links = [*(["https://jaarverslag.example/2019"] if notes else []), *links]
    return [*lines, "", *links]


def _broken_at_random(words: list[str], rng: Random) -> list[str]:
    lines, words = [""], list(words)
    room = rng.randint(12, 95)
    while words:
        word = words.pop(0)
        if lines[-1] and len(lines[-1]) + len(word) >= room and len(lines[-1].split()) > 1:
            cut = rng.randint(3, len(word) - 3) if _may_be_cut(word) and rng.random() < 0.4 else 0
            if cut:
                lines[-1] += f" {word[:cut]}-"
                word = word[cut:]
            lines.append("")
            room = rng.randint(12, 95)
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _may_be_cut(word: str) -> bool:
    """Only words where every cut is one that a reader can heal without knowing the language."""
    vowels = set("aeiouj")
    clash = any(a in vowels and b in vowels for a, b in pairwise(word))
    return word.isalpha() and word.islower() and len(word) >= 8 and not clash
