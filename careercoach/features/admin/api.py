"""Health for load balancers: a yes or a no with short codes, no version, path or count."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from careercoach.core.access import Access, allow
from careercoach.features.admin import service

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
