"""A mailbox instead of a provider, and a private folder for attachments."""

from pathlib import Path

import pytest

from careercoach.ports import files as files_door
from careercoach.ports import mail as mail_door
from careercoach.ports.files.disk import DiskFiles
from careercoach.ports.mail import MailMessage, MailUnavailableError


class Mailbox:
    """Takes mails, or refuses with the errors put into `refuses`."""

    def __init__(self) -> None:
        self.taken: list[MailMessage] = []
        self.refuses: list[MailUnavailableError] = []

    async def send(self, message: MailMessage) -> str:
        if self.refuses:
            raise self.refuses.pop(0)
        self.taken.append(message)
        return f"provider-{len(self.taken)}"


@pytest.fixture
def mailbox(monkeypatch: pytest.MonkeyPatch) -> Mailbox:
    box = Mailbox()
    monkeypatch.setattr(mail_door, "_mailer", box)
    return box


@pytest.fixture(autouse=True)
def storage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DiskFiles:
    disk = DiskFiles(tmp_path / "files")
    monkeypatch.setattr(files_door, "_files", disk)
    return disk
