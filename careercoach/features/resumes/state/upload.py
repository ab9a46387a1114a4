"""The upload step after signup."""

import reflex as rx

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.identity import current_person
from careercoach.features.profiles import service as profiles
from careercoach.features.resumes import flows


class UploadState(rx.State):
    """What happens after a file has arrived; the sending itself is plain HTTP."""

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load_step(self):
        """The second step; people who are done come here from old links."""
        flows.expect_file()
        async with db.transaction() as session:
            await profiles.reach_step(session, user_id=current_person().id, step="resume")

    @rx.event
    @allow(Access.SIGNED_IN)
    async def arrived(self, resume_id: str):
        """The file was read: on to the check."""
        return await self._to_review()

    @rx.event
    @allow(Access.SIGNED_IN)
    async def type_it(self):
        """No file: the same check with an empty form."""
        return await self._to_review()

    async def _to_review(self):
        async with db.transaction() as session:
            await profiles.reach_step(session, user_id=current_person().id, step="review")
        return rx.redirect("/onboarding/review")

    @rx.event
    @allow(Access.SIGNED_IN)
    async def skip(self):
        """Later."""
        async with db.transaction() as session:
            await profiles.reach_step(session, user_id=current_person().id, step="gap")
        return rx.redirect("/onboarding/gap")
