"""PDFs: nothing is fetched, Hindi is legible, heavy documents cost a process and not the app."""

import asyncio
import io
import os
import stat
import threading
import time
import unicodedata
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pymupdf  # noqa: TID251
import pytest
import weasyprint  # noqa: TID251

from careercoach.core.documents import Html, el, page
from careercoach.core.workers import WorkerFailedError
from careercoach.ports import pdf as door
from careercoach.ports.pdf import PdfTooLongError, PdfUnavailableError, install_command, printer
from careercoach.ports.pdf import weasyprint as inside
from careercoach.ports.pdf.printer import WeasyPrintPdf, sweep
from tests.timing import stretched


@pytest.fixture
async def pdf(tmp_path):
    made = WeasyPrintPdf(tmp_path / "cache")
    yield made
    await made.close()


@pytest.fixture
def listener():
    """A server that notes who asks for anything."""
    asked: list[str] = []

    class Note(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Note)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()


def opened(data: bytes) -> pymupdf.Document:
    return pymupdf.open(stream=data)


def hostile(base: str, file: str) -> str:
    """Every way a document can ask for something."""
    return f"""<!doctype html><html><head><base href="{base}/base/"><link rel=stylesheet href="{base}/a.css">
    <link rel=attachment href="{base}/b.txt"><link rel=attachment href="file://{file}"><style>@import "{base}/c.css";
    @font-face {{ font-family: X; src: url({base}/d.woff2), local("Inter"), url(file://{file}) }}
    p {{ font-family: X; background: url({base}/e.png); list-style-image: url({base}/f.png);
    content: url({base}/g.png) }}
    @page {{ background: url({base}/h.png) }}</style></head><body><p>Text</p><img src="{base}/i.png">
    <img src="file://{file}"><img src="j.png"><object data="{base}/k.svg"></object><embed src="{base}/l.svg">
    <iframe src="file://{file}"></iframe>
    <a rel=attachment href="file://{file}">m</a><a rel=attachment href="{base}/n">n</a>
    <svg xmlns="http://www.w3.org/2000/svg"><image href="{base}/o.png"/><use href="{base}/p.svg#x"/></svg>
    <img
    src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cimage href='{base}/q.png'/%3E%3C/svg%3E">
    <img src="ftp://127.0.0.1/r.png"><img srcset="{base}/s.png 1x" src=""></body></html>"""


async def test_nothing_is_fetched_by_the_app(pdf, listener, tmp_path):
    base, asked = listener
    secret = tmp_path / "secret.txt"
    secret.write_text("the canary sings")
    data = await pdf.render(hostile(base, str(secret)), title="t", language="en")
    assert asked == []
    assert b"canary" not in data and "Text" in opened(data)[0].get_text() and opened(data).embfile_count() == 0


def test_nothing_is_fetched_where_a_network_is_at_hand(listener, tmp_path):
    """The same without the walls of the worker process: here the fetcher alone must hold."""
    base, asked = listener
    secret = tmp_path / "secret.txt"
    secret.write_text("the canary sings")
    _, data = inside.work({"title": "t", "language": "en"}, hostile(base, str(secret)).encode())
    assert asked == [] and opened(data).embfile_count() == 0
    assert b"canary" not in data and "canary" not in opened(data)[0].get_text()


def test_this_test_can_fail(listener, tmp_path):
    base, asked = listener
    secret = tmp_path / "secret.txt"
    secret.write_text("the canary sings")
    weasyprint.HTML(string=hostile(base, str(secret))).write_pdf()
    assert len(asked) >= 5


HINDI = "क्षत्रिय शक्ति विश्लेषण कार्य श्री ज्ञान हृदय द्वितीय र्‍य ऑफ़िस १२३ ₹५०० और"


async def test_hindi_is_drawn_and_can_be_read_back(pdf):
    html = page(
        title="आज के काम", language="hi", body=[el("p", HINDI), el("h2", el("b", HINDI)), el("p", "Łódź ñ ¿ ✓ →")]
    )
    data = await pdf.render(html, title="आज के काम", language="hi")
    document = opened(data)
    fonts = {font[3].partition("+")[2] for number in range(len(document)) for font in document.get_page_fonts(number)}
    assert fonts <= {"Coach-Sans", "Coach-Sans-Semi-Bold", "Coach-Devanagari", "Coach-Devanagari-Semi-Bold"}, fonts
    assert "Coach-Devanagari" in fonts and "Coach-Devanagari-Semi-Bold" in fonts
    glyphs = [
        (character["c"], trace["font"], glyph)
        for number in range(len(document))
        for trace in document[number].get_texttrace()
        for character, glyph in (({"c": chr(letter[0])}, letter[1]) for letter in trace["chars"])
    ]
    assert glyphs and not [found for found in glyphs if found[2] == 0], "a letter without a glyph"
    assert document.metadata["title"] == "आज के काम"


async def test_hindi_lines_are_read_back_letter_by_letter(pdf):
    lines = [
        "डेटा विश्लेषक",
        "भारत बैंक लिमिटेड",
        "14 स्टोर प्रबंधकों के लिए SQL रिपोर्ट बनाई",
        "मातृभाषा: कार्य",
        "विक्रम सिंह राठौड़",
        "भाषाएँ (प्रोग्रामिंग): Python, Java",
        HINDI,
    ]
    data = await pdf.render(
        page(title="काम", language="hi", body=[el("p", line) for line in lines]), title="काम", language="hi"
    )
    read = [line.replace("\u200b", "").strip() for line in opened(data)[0].get_text().splitlines()]
    assert [line for line in lines if unicodedata.normalize("NFC", line) not in read] == []
    # And every glyph is there: a code of ours shows the glyph it stands for.
    assert not [letter for trace in opened(data)[0].get_texttrace() for letter in trace["chars"] if letter[1] == 0]


async def test_no_blank_is_drawn_as_a_box(pdf, monkeypatch):
    """Each font we bring has a blank: without one the layout engine draws a wide unknown letter for it."""
    from fontTools.ttLib import TTFont

    for path in (inside.HERE / "fonts").glob("*.woff2"):
        letters = TTFont(io.BytesIO(path.read_bytes())).getBestCmap()
        assert {0x20, 0xA0} <= set(letters), path.name


async def test_pages_links_bookmarks_and_title(pdf):
    body = [el("h2", f"Week {n}") for n in range(3)] + [el("p", f"line {n}") for n in range(120)]
    body.append(el("p", el("a", "SQL", href="https://example.org/sql?a=1&b=2")))
    document = opened(
        await pdf.render(
            page(title="Plan", language="en", body=body, person="Asha <b>"), title="My plan", language="en"
        )
    )
    assert document.metadata["title"] == "My plan"
    assert [entry[1] for entry in document.get_toc()] == ["Plan", "Week 0", "Week 1", "Week 2"]
    assert len(document) > 2 and f"2 / {len(document)}" in document[1].get_text()
    assert "Asha <b>" in document[1].get_text()
    assert [link["uri"] for link in document[len(document) - 1].get_links()] == ["https://example.org/sql?a=1&b=2"]


async def test_asked_again_it_comes_from_the_cache(pdf, tmp_path):
    html = page(title="Plan", language="en", body=[el("p", f"line {n}") for n in range(60)])
    await pdf.render("<p>warm</p>", title="t", language="en")
    started = time.perf_counter()
    first = await pdf.render(html, title="Plan", language="en")
    rendered_s, started = time.perf_counter() - started, time.perf_counter()
    again = [await pdf.render(html, title="Plan", language="en") for _ in range(10)]
    cached_s = (time.perf_counter() - started) / 10
    assert set(again) == {first} and cached_s <= 0.05 * rendered_s, (cached_s, rendered_s)
    assert all(stat.S_IMODE(path.stat().st_mode) == 0o600 for path in (tmp_path / "cache").iterdir())
    other = await pdf.render(html, title="Another title", language="en")
    assert opened(other).metadata["title"] == "Another title"


def test_the_cache_is_small_and_young(tmp_path, monkeypatch):
    monkeypatch.setattr(printer, "CACHE_MAX_BYTES", 250)
    for number in range(5):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(b"x" * 100)
        os.utime(path, (1000 + number, 1000 + number))
    sweep(tmp_path, now=1010)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["3.pdf", "4.pdf"]
    sweep(tmp_path, now=1010 + printer.CACHE_MAX_AGE_S)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "html",
    [
        "<table>" + "<tr><td>row</td></tr>" * 4000 + "</table>",
        "<div>" * 3000 + "x" + "</div>" * 3000,
        "<p>" + "x " * 1_100_000,
    ],
    ids=["4,000 rows", "3,000 deep", "2.2 million letters"],
)
async def test_too_long_is_refused_in_words_and_at_once(pdf, html):
    await pdf.probe()
    started = time.perf_counter()
    with pytest.raises(PdfTooLongError):
        await pdf.render(html, title="t", language="en")
    assert time.perf_counter() - started < stretched(3)


@pytest.mark.slow
async def test_the_longest_table_that_is_allowed_is_paged_in_time(pdf):
    rows = [
        el("tr", el("td", str(n)), el("td", "Read how SQL joins match rows"), el("td", "25 min")) for n in range(950)
    ]
    document = opened(
        await pdf.render(page(title="t", language="en", body=el("table", rows)), title="t", language="en")
    )
    assert len(document) > 15 and "949" in document[len(document) - 1].get_text()


@pytest.mark.slow
async def test_a_document_that_never_ends_costs_its_process_only(pdf):
    await pdf.probe()
    pdf._workers.wall_s = 1.5
    bomb = Html("<p>" + "<span style='display:inline-block'>x</span> " * 40_000)
    with pytest.raises(WorkerFailedError) as failed:
        await pdf.render(bomb, title="t", language="en")
    assert failed.value.reason == "time"
    pdf._workers.wall_s = 20.0
    assert (await pdf.render("<p>fine</p>", title="t", language="en")).startswith(b"%PDF")


async def test_the_app_answers_while_documents_are_made(pdf):
    await pdf.probe()
    html = page(title="t", language="en", body=[el("p", f"line {n}") for n in range(1500)])
    work = asyncio.create_task(pdf.render(html, title="t", language="en"))
    longest = 0.0
    while not work.done():
        started = time.perf_counter()
        await asyncio.sleep(0.005)
        longest = max(longest, time.perf_counter() - started)
    assert longest < 0.2 and (await work).startswith(b"%PDF")


async def test_missing_libraries_are_said_with_the_line_to_type(tmp_path, monkeypatch):
    class Broken:
        async def run(self, _header, _payload):
            raise WorkerFailedError("error", "PdfUnavailableError")

    pdf = WeasyPrintPdf(tmp_path)
    monkeypatch.setattr(pdf, "_workers", Broken())
    with pytest.raises(PdfUnavailableError) as error:
        await pdf.render("<p>x</p>", title="t", language="en")
    assert error.value.values["command"] == install_command()


def test_a_library_that_cannot_be_loaded_becomes_that_error(monkeypatch):
    def missing(name, *_rest, **_more):
        if name.startswith("weasyprint"):
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *_rest, **_more)

    import builtins

    real = builtins.__import__
    inside._engine.cache_clear()
    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(PdfUnavailableError):
        inside.work({"title": "t", "language": "en"}, b"<p>x</p>")
    monkeypatch.undo()
    inside._engine.cache_clear()


@pytest.mark.parametrize(
    ("release", "platform", "starts"),
    [
        ("ID=debian", "linux", "sudo apt-get install libpango"),
        ('ID="fedora"', "linux", "sudo dnf install pango"),
        ("", "darwin", "brew install pango"),
    ],
)
def test_the_line_fits_the_system(monkeypatch, tmp_path, release, platform, starts):
    file = tmp_path / "os-release"
    file.write_text(release)
    monkeypatch.setattr(door, "OS_RELEASE", file)
    monkeypatch.setattr(door.sys, "platform", platform)
    assert install_command().startswith(starts)
