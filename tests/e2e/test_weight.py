"""The bytes of a first visit, read off the build: what the page itself asks for before anything can be seen.

What is measured by `bench page` in a browser, with the headers that come with each answer.
"""

import re
from pathlib import Path

import pytest

from bench.goals import goal

REFERENCES = re.compile(r'<link[^>]+>|<script[^>]+src="[^"]+"[^>]*>')
NEEDED = re.compile(r'rel="(?:modulepreload|stylesheet|preload)"|<script')
ADDRESS = re.compile(r'(?:href|src)="(/[^"]+)"')
PICTURES = re.compile(r'srcset="(/[^" ]+)"', re.I)
SELECTOR = re.compile(r'css:\(\{[^}]*\["[^"]*[&@:. ]')
HEADERS_BYTES = 350
"""What comes with each answer."""
KIB = 1024


def over_the_wire(file: Path) -> int:
    """Size as it is served: brotli first, then gzip, then as it is."""
    twins = (file.with_name(f"{file.name}{ending}") for ending in (".br", ".gz"))
    return next((twin for twin in twins if twin.exists()), file).stat().st_size


def first_files(built: Path, page: Path) -> set[Path]:
    """The page with its scripts, styles and fonts, its icon, and the picture that a phone in light mode shows."""
    written = page.read_text(encoding="utf-8")
    tags = [tag for tag in REFERENCES.findall(written) if NEEDED.search(tag)]
    addresses = {found.group(1) for tag in tags if (found := ADDRESS.search(tag))} | {"/favicon.svg"}
    addresses |= {address for address in PICTURES.findall(written) if "phone-light" in address}
    return {page, *(built / address.lstrip("/") for address in addresses)}


@pytest.mark.parametrize(("name", "page"), [("landing", "index.html"), ("today", "today/index.html")])
def test_a_first_visit_stays_within_its_budget(built, name, page):
    files = first_files(built, built / page)
    sizes = {str(file.relative_to(built)): over_the_wire(file) + HEADERS_BYTES for file in files}
    assert len(sizes) > 5 and any(name.endswith(".woff2") for name in sizes), "the page is put together differently now"
    heaviest = "\n".join(
        f"{size / KIB:6.1f} KiB {file}" for file, size in sorted(sizes.items(), key=lambda one: -one[1])
    )
    budget = goal(f"page_{name}_bytes").most
    assert sum(sizes.values()) / KIB <= budget, f"{sum(sizes.values()) / KIB:.0f} of {budget} KiB:\n{heaviest}"


def test_no_element_needs_a_style_engine(built):
    """What a page computes are plain declarations: `ui.elements` leaves out what would parse anything else."""
    written = [
        path for folder in ("app", "app_components", "utils") for path in (built.parents[1] / folder).rglob("*.jsx")
    ]
    own = [path for path in written if "reflex" not in path.parts]
    assert len(own) > 50, "the compiler writes its pages elsewhere now"
    assert [path.name for path in own if SELECTOR.search(path.read_text(encoding="utf-8"))] == []
    assert "emotion" not in "".join(
        path.read_text(encoding="utf-8") for path in (built / "assets").glob("context-*.js")
    )
