"""Health for load balancers (a yes or a no with short codes, no version, path or count), and what admins may ask for:
what admins did, and the self-audit of fairness."""

import asyncio
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import JSONResponse

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.features.accounts import service as accounts
from careercoach.features.accounts.schemas import AuditPage
from careercoach.features.admin import service
from careercoach.features.matching import service as matching
from careercoach.features.matching.schemas import AuditReport

router = APIRouter(prefix="/v1/admin", tags=["admin"])
root_router = APIRouter(include_in_schema=False)


@root_router.get("/healthz")
@allow(Access.ANYONE)
async def is_alive() -> JSONResponse:
    """The process answers."""
    return JSONResponse({"ok": True})


@root_router.get("/readyz")
@allow(Access.ANYONE)
async def is_ready() -> JSONResponse:
    """Everything the app depends on answers; 503 with the names of what does not."""
    health = await service.check_health()
    failing = {check.name: check.reason for check in health.checks if not check.ok}
    return JSONResponse({"ok": health.ok, "failing": failing}, 200 if health.ok else 503)


@router.get("/audit")
@allow(Access.ADMIN)
async def list_audit(
    limit: Annotated[int, Query(ge=1, le=200)] = 50, offset: Annotated[int, Query(ge=0, le=1_000_000)] = 0
) -> AuditPage:
    """What admins did, newest first, and whether the list is as it was written."""
    async with db.reading() as session:
        return await accounts.list_acts(session, limit=limit, offset=offset)


@router.post("/fairness")
@allow(Access.ADMIN)
async def audit_fairness() -> AuditReport:
    """Run the self-audit: who somebody is may move no score. Takes a second or two; keeps nothing."""
    return await asyncio.to_thread(matching.audit_fairness)
