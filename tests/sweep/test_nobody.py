"""Who may not do a thing changes no row at all: nobody in particular, and a person who is no admin.

Apart from the other sweeps: nobody on this server does what may change anything, now or a little later.
"""

from careercoach.core.access import Access
from tests.socket_client import Tab
from tests.sweep.conftest import changes
from tests.sweep.test_strangers import SECRETS_OF_THE_OWNER, call_all, call_routes, handlers, seen


async def test_anonymous_socket_changes_and_sees_nothing(scene):
    before = scene.snapshot()
    async with Tab(scene.server.url) as tab:
        await call_all(tab, handlers(), scene.owner_ids())
        assert not any(secret in seen(tab) for secret in SECRETS_OF_THE_OWNER)
    assert not changes(before, scene.snapshot())


async def test_a_person_is_not_an_admin(scene):
    before = scene.snapshot()
    async with Tab(scene.server.url, cookie=scene.cookie("stranger")) as tab:
        await call_all(tab, handlers(Access.ADMIN), scene.owner_ids())
        assert not any(secret in seen(tab) for secret in SECRETS_OF_THE_OWNER)
    assert not changes(before, scene.snapshot())


async def test_anonymous_http_is_refused_everywhere(scene):
    before = scene.snapshot()
    async for route, answer in call_routes(scene, "", {Access.SIGNED_IN, Access.ADMIN}):
        assert answer.status_code == 401, f"{route.path}: {answer.status_code}"
    assert not changes(before, scene.snapshot())
