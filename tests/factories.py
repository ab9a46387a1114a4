"""Makes what tests need, with sensible values for whatever a test does not care about."""

from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.core.identity import Person
from careercoach.core.security import fingerprint
from careercoach.features.accounts import service
from careercoach.features.accounts.schemas import SignUp

PASSWORD = "violet tram cactus"
# Hashing takes 25 ms; tests that do not check a password need no real hash.
NO_HASH = "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


async def add_person(
    session: AsyncSession,
    *,
    email: str = "asha@example.org",
    name: str = "Asha Rao",
    language: str = "en",
    is_admin: bool = False,
) -> Person:
    """An account with one session."""
    wish = SignUp(name=name, email=email, password=PASSWORD, language=language)
    user = await service.sign_up(session, wish=wish, password_hash=NO_HASH)
    if is_admin:
        await service.create_admin(session, email=email, name=name, password_hash=NO_HASH)
    token = await service.start_session(session, user_id=user.id, browser="Chrome, Linux")
    await session.flush()
    return Person(user.id, fingerprint(token), is_admin, name, language, "system")
