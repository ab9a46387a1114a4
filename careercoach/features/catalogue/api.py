"""Skills and roles over HTTP, for everyone."""

from typing import Annotated

from fastapi import APIRouter, Query

from careercoach.core.access import Access, allow
from careercoach.features.catalogue import service
from careercoach.features.catalogue.schemas import RoleList, RolePage, SkillList, SkillPage

router = APIRouter(prefix="/v1", tags=["catalogue"])

Words = Annotated[str, Query(max_length=80)]
Slug = Annotated[str, Query(max_length=60)]


@router.get("/skills")
@allow(Access.ANYONE)
async def list_skills(q: Words = "", category: Slug = "", most: Annotated[int, Query(ge=1, le=500)] = 60) -> SkillList:
    """Skills by any of their names; all without words."""
    return service.list_skills(words=q, category=category, most=most)


@router.get("/skills/{slug}")
@allow(Access.ANYONE)
async def get_skill(slug: str) -> SkillPage:
    """One skill with all its ties."""
    return service.get_skill(slug)


@router.get("/roles")
@allow(Access.ANYONE)
async def list_roles(q: Words = "", field: Slug = "") -> RoleList:
    """Roles by title or synonym; all without words."""
    return service.list_roles(words=q, field=field)


@router.get("/roles/{slug}")
@allow(Access.ANYONE)
async def get_role(slug: str) -> RolePage:
    """One role with what it asks for."""
    return service.get_role(slug)
