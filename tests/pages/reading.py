"""A page as a reader's program sees it: its language, headings, links, and what it says of itself."""

from __future__ import annotations

from html.parser import HTMLParser


class Page(HTMLParser):
    """What tests ask of an HTML page, read in one go."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.language: str | None = None
        self.title = ""
        self.headings: list[str] = []
        self.links: list[str] = []
        self.meta: dict[str, str] = {}
        self.ids: list[str] = []
        self._open: str | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.append(given["id"])
        match tag:
            case "html":
                self.language = given.get("lang")
            case "a" if "href" in given:
                self.links.append(given["href"])
            case "meta" if name := given.get("property") or given.get("name"):
                self.meta[name] = given.get("content", "")
            case "title" if not self.title:
                self._open = tag
            case "h1":
                self._open = tag
                self.headings.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._open = None

    def handle_data(self, data: str) -> None:
        if self._open == "title":
            self.title += data
        elif self._open == "h1":
            self.headings[-1] += data
