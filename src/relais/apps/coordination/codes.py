"""The codes of actions of an earlier plan: “2021-9” is action 9 of the document “plan-2021”."""

from __future__ import annotations


def code_of_plan(document: str) -> str:
    """Of the plan as a whole, from the slug of its document."""
    return document.removeprefix("plan-")


def code_of_action(document: str, number: str) -> str:
    """Of one of its actions; “1.2” is 1-2."""
    return f"{code_of_plan(document)}-{number.replace('.', '-')}"
