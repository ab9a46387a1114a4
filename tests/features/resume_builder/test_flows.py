"""Asking the coach, whatever coach it is, and printing."""

import asyncio
import json
import logging

import pytest

from careercoach.core import db
from careercoach.features.resume_builder import flows, service
from careercoach.features.resume_builder.rules.passages import record_text
from careercoach.features.resume_builder.schemas import FORMATS
from careercoach.features.resumes import flows as resume_flows
from careercoach.ports import files as files_door
from careercoach.ports import pdf as pdf_door
from careercoach.ports.files.disk import DiskFiles
from tests.features.people import PaperPdf
from tests.features.resume_builder.conftest import add_owner
from tests.features.resume_builder.records import ASHA, RECORDS
from tests.features.resume_builder.rules.test_grounding import LIES

LIE = "Led 99 engineers at Google as certified Kubernetes director since 2011 and doubled revenue to $7M"
MARKS = ("Google", "Kubernetes", "99", "2011", "7M", "doubled", "director", "evil")


def shown(view) -> str:
    """All that a page shows of an answer."""
    return view.model_dump_json()


@pytest.mark.parametrize("language", RECORDS)
async def test_a_coach_that_lies_in_every_field_leaves_nothing_false(database, scripted, language):
    owner = await add_owner(RECORDS[language])
    known = record_text(RECORDS[language])
    scripted(
        lambda passage: [
            {
                "key": passage["key"],
                "text": f"{LIE}. {passage['text']}",
                "reasons": ["strong_verb"],
                "question": "how_many",
            },
            {"key": "0" * 12, "text": LIE},
            {"key": passage["key"], "text": LIE},
            {"key": f"{passage['key']}-9", "text": LIE},
        ]
    )
    view = await flows.make_rewrite(owner.id, language=language)
    async with db.transaction() as session:
        await service.accept_all(session, user_id=owner.id)
        base, texts, theirs, _ = await service.get_accepted(session, user_id=owner.id)
    record = service.accepted_record(base, texts, theirs)
    for mark in MARKS:
        if mark not in known:
            assert mark not in shown(view).replace(known, ""), mark
            assert mark not in json.dumps(record, ensure_ascii=False), mark


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
async def test_each_lie_is_dropped_and_our_own_words_stand_in_its_place(owner, scripted, lie, caplog):
    scripted(
        lambda passage: [
            {"key": passage["key"], "text": lie if passage["text"].endswith("store managers") else passage["text"]}
        ]
    )
    with caplog.at_level(logging.WARNING):
        view = await flows.make_rewrite(owner.id, language="en")
    first = view.places[1].passages[0]
    assert first.after == "Prepare weekly sales reports in Excel for 14 store managers"
    said = [record.getMessage() for record in caplog.records if "was dropped" in record.getMessage()]
    assert said and not any("Excel" in one or "store" in one for one in said)


async def test_what_a_coach_leaves_out_our_own_rules_fill(owner, scripted):
    coach = scripted(lambda passage: [])
    view = await flows.make_rewrite(owner.id, language="en")
    assert len(coach.asked) == view.counts.passages and view.counts.offered >= 3 and view.source == "scripted"


async def test_a_better_coach_is_taken_at_its_word(owner, scripted):
    scripted(
        lambda passage: [
            {
                "key": passage["key"],
                "text": passage["text"].replace("Answered 40 calls a day", "Answered 40 calls each day"),
            }
        ]
    )
    view = await flows.make_rewrite(owner.id, language="en")
    assert "Answered 40 calls each day" in shown(view)


async def test_a_lying_question_or_reason_is_no_answer(owner):
    from pydantic import ValidationError

    from careercoach.features.resume_builder.schemas import Rewritten

    for wrong in ({"reasons": ["<b>trust me</b>"]}, {"question": "Send me your password"}, {"text": "x" * 5_000}):
        with pytest.raises(ValidationError):
            Rewritten.model_validate({"key": "k", "text": "t", **wrong})


async def test_without_a_confirmed_record_the_newest_reading_is_used(database, tmp_path, monkeypatch):
    monkeypatch.setattr(files_door, "_files", DiskFiles(tmp_path / "files"))
    owner = await add_owner({})
    data = b"Asha Rao\nasha@example.org\n\nWork experience\nClerk, Lumen Foods, 2020 - 2022\n- Responsible for managing the archive\n"
    await resume_flows.add_resume(user_id=owner.id, file_name="asha.txt", data=data)
    view = await flows.current_rewrite(owner.id)
    await resume_flows.close()
    assert view.basis == "resume" and view.places[0].passages[0].after == "Managed the archive"


async def test_every_format_is_made_in_every_language(database, monkeypatch):
    paper = PaperPdf()
    monkeypatch.setattr(pdf_door, "_pdf", paper)
    for language, record in RECORDS.items():
        owner = await add_owner(record, email=f"{language}@example.org")
        await flows.make_rewrite(owner.id, language="en")
        async with db.transaction() as session:
            await service.accept_all(session, user_id=owner.id)
            await service.set_paper(session, user_id=owner.id, paper="letter")
        for form in FORMATS:
            file = await flows.export(owner.id, format=form)
            assert file.data and file.name.endswith(f"-resume.{form}")
        assert paper.printed[-1][2] == language and "size: letter" in paper.printed[-1][0]
        await flows.export(owner.id, format="pdf", paper="a4")
        assert "size: A4" in paper.printed[-1][0]


async def test_the_file_holds_the_accepted_words(owner):
    await flows.make_rewrite(owner.id, language="en")
    before = (await flows.export(owner.id, format="txt")).data.decode()
    async with db.transaction() as session:
        await service.accept_all(session, user_id=owner.id)
    after = (await flows.export(owner.id, format="txt")).data.decode()
    assert "Responsible for preparing" in before and "Responsible for preparing" not in after
    assert json.loads((await flows.export(owner.id, format="json")).data)["x-own"] == ASHA["x-own"]


@pytest.mark.parametrize(
    ("name", "stem"),
    [
        ("Asha Rao", "Asha-Rao-resume"), ("आशा राव", "आशा-राव-resume"), ("../../etc/passwd", "etc-passwd-resume"),
        ('a"b\r\nc', "a-b-c-resume"), ("", "resume"), ("\u202egpj", "gpj-resume"), ("x" * 300, "x" * 60 + "-resume"),
    ],
)  # fmt: skip
def test_file_names_are_safe(name, stem):
    assert flows.file_stem(name) == stem


async def test_a_long_resume_is_several_questions_and_each_is_checked(database, scripted):
    points = [f"Responsible for managing shop number {n} of the chain" for n in range(95)]
    owner = await add_owner(
        {
            "basics": {"name": "Asha Rao"},
            "work": [{"position": "Lead", "name": "X", "endDate": "2020", "highlights": points}],
        }
    )
    sizes: list[int] = []
    coach = scripted(
        lambda passage: [
            {"key": passage["key"], "text": passage["text"].replace("Responsible for managing", "Managed")}
        ]
    )
    told = coach.ask

    async def ask(task, **inputs):
        sizes.append(len(inputs["passages"]))
        return await told(task, **inputs)

    coach.ask = ask  # type: ignore[method-assign]
    view = await flows.make_rewrite(owner.id, language="en")
    assert sizes == [40, 40, 15] and view.counts.offered == 95


async def test_opening_the_page_asks_no_model(owner, scripted):
    coach = scripted(lambda passage: [])
    first, second = await asyncio.gather(*(flows.current_rewrite(owner.id) for _ in range(2)))
    assert coach.asked == [] and first.counts == second.counts and first.counts.offered >= 3
    assert (first.made.engine, first.made.why, first.run.number) == ("embedded", "no_provider", 0)
