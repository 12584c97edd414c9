"""Every act of a consultation. Each asks permission, writes with the trail, in one transaction."""

from relais.apps.consultation.actions.answering import answer_opinions, note_change, revise_answer
from relais.apps.consultation.actions.giving import give_opinion, say_opinion
from relais.apps.consultation.actions.importing import import_opinions
from relais.apps.consultation.actions.leading import close_consultation, open_consultation, set_stages
from relais.apps.consultation.actions.moderating import moderate_opinion
from relais.apps.consultation.actions.preparing import (
    add_point,
    edit_consultation,
    edit_point,
    invite_organisations,
    prepare_consultation,
    remove_point,
)

__all__ = [
    "add_point",
    "answer_opinions",
    "close_consultation",
    "edit_consultation",
    "edit_point",
    "give_opinion",
    "import_opinions",
    "invite_organisations",
    "moderate_opinion",
    "note_change",
    "open_consultation",
    "prepare_consultation",
    "remove_point",
    "revise_answer",
    "say_opinion",
    "set_stages",
]
