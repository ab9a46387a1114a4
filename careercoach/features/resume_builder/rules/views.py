"""The page's picture of a resume: passages by place, with what is offered and what was decided."""

from collections.abc import Mapping, Sequence
from typing import Any

from careercoach.features.resume_builder.rules.marks import mark_changes
from careercoach.features.resume_builder.rules.passages import Spot
from careercoach.features.resume_builder.schemas import Counts, Passage, Piece, Place, RewriteView


def show(spots: Sequence[Spot], offered: Mapping[str, Any], choices: Mapping[str, Any]) -> RewriteView:
    """Passages under the heading of their entry, in the order of the resume."""
    places: list[Place] = []
    counts = Counts()
    for spot in spots:
        passage = _passage(spot, offered.get(spot.key), choices.get(spot.key, {}))
        _count(counts, passage)
        if not places or (places[-1].title, places[-1].kind == "summary") != (spot.place, spot.kind == "summary"):
            places.append(Place(title=spot.place, kind=spot.kind, passages=[]))
        places[-1].passages.append(passage)
    return RewriteView(places=places, counts=counts)


def _passage(spot: Spot, found: Mapping[str, Any] | None, choice: Mapping[str, Any]) -> Passage:
    offer = found or {}
    text = str(offer.get("text", spot.text))
    passage = Passage(
        key=spot.key,
        kind=spot.kind,
        place=spot.place,
        before=spot.text,
        question=offer.get("question", ""),
        is_new=found is None,
        state=choice.get("state", "open"),
        own=str(choice.get("text", "")),
    )
    shown = passage.own if passage.state == "edited" and passage.own else text
    if text != spot.text:
        passage.after, passage.reasons = text, list(offer.get("reasons", []))
    if shown != spot.text:
        passage.before_pieces, passage.after_pieces = mark_changes(spot.text, shown)
    else:
        passage.before_pieces = [Piece(text=spot.text)]
    return passage


def _count(counts: Counts, passage: Passage) -> None:
    counts.passages += 1
    counts.offered += bool(passage.after)
    counts.open += bool(passage.after) and passage.state == "open"
    counts.taken += passage.state in ("accepted", "edited")
    counts.rejected += passage.state == "rejected"
