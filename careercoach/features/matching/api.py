"""The gap report over HTTP."""

from fastapi import APIRouter

from careercoach.core.access import Access, allow
from careercoach.core.rest import SignedIn
from careercoach.features.matching import flows
from careercoach.features.matching.schemas import GapView

router = APIRouter(prefix="/v1/gap", tags=["matching"])


@router.get("")
@allow(Access.SIGNED_IN)
async def get_gap(person: SignedIn) -> GapView:
    """The caller against the role they want; analysed again when record or role have changed."""
    return await flows.current_gap(person.id)


@router.post("")
@allow(Access.SIGNED_IN)
async def analyse_gap(person: SignedIn) -> GapView:
    """Compare once more."""
    return await flows.analyse_gap(person.id, person.language)
