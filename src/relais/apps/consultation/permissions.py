"""Who may do what in a consultation: pure predicates over a person and prefetched rows."""

from __future__ import annotations

from relais.apps.accounts.vocabulary import Role
from relais.apps.accounts.who import Who
from relais.apps.consultation.models import Consultation
from relais.apps.consultation.vocabulary import State

SPEAKING = (Role.MEMBER, Role.REFERENT, Role.CELL)  # those who may speak for an organisation of theirs
GIVING = (Role.MEMBER, Role.REFERENT)


def is_authority(who: Who, consultation: Consultation) -> bool:
    """Whether they speak for the organisation that answers."""
    return consultation.authority_id in who.organisations_as(*SPEAKING)


def can_prepare_consultation(who: Who) -> bool:
    """Begin a new one."""
    return who.is_cell


def can_read_consultation(who: Who, consultation: Consultation) -> bool:
    """Anyone, once it is published; until then the cell and the authority."""
    return consultation.state != State.PREPARATION or who.is_cell or is_authority(who, consultation)


def can_edit_consultation(who: Who, consultation: Consultation) -> bool:
    """Its text, points and whether the public takes part: while it is in preparation."""
    is_theirs = who.is_cell or is_authority(who, consultation)
    return is_theirs and consultation.state == State.PREPARATION


def can_set_stages(who: Who, consultation: Consultation) -> bool:
    """The dates, until it is closed; once it is published a reason is asked."""
    return (who.is_cell or is_authority(who, consultation)) and consultation.state != State.CLOSED


def can_invite_organisations(who: Who, consultation: Consultation) -> bool:
    """Until it is closed."""
    return can_set_stages(who, consultation)


def can_open_consultation(who: Who, consultation: Consultation) -> bool:
    """Make it public."""
    return who.is_cell and consultation.state == State.PREPARATION


def giving_organisations(who: Who, consultation: Consultation) -> frozenset[int]:
    """Keys of their organisations that may give an opinion: invited, or any when the public may too.

    Uses the prefetched `invitees`. The authority does not give opinions to itself.
    """
    theirs = who.organisations_as(*GIVING) - {consultation.authority_id}
    if consultation.is_public:
        return theirs
    return theirs & {invitee.organisation_id for invitee in consultation.invitees.all()}


def can_give_opinion(who: Who, consultation: Consultation, organisation: int) -> bool:
    """For this organisation."""
    return organisation in giving_organisations(who, consultation)


def can_say_opinion(_who: Who, consultation: Consultation) -> bool:
    """Whether anyone may, without an account."""
    return consultation.is_public and consultation.state == State.PUBLISHED


def can_moderate(who: Who, consultation: Consultation) -> bool:
    """Read opinions before they are shown, and show or hide them."""
    return (who.is_cell or is_authority(who, consultation)) and consultation.state != State.PREPARATION


def can_import_opinions(who: Who, consultation: Consultation) -> bool:
    """Take in opinions that were given elsewhere."""
    return can_moderate(who, consultation)


def can_answer_opinions(who: Who, consultation: Consultation) -> bool:
    """Only the authority answers: nobody answers in its name."""
    return is_authority(who, consultation) and consultation.state == State.PUBLISHED


def can_note_change(who: Who, consultation: Consultation) -> bool:
    """Say what accepted opinions led to."""
    return can_moderate(who, consultation)


def can_close_consultation(who: Who, consultation: Consultation) -> bool:
    """The cell and the authority."""
    return (who.is_cell or is_authority(who, consultation)) and consultation.state == State.PUBLISHED
