"""Goal 15: skills found in a text beside a bare trie regex with the same names, and the names that are hard to find."""

import time
import tomllib
from collections.abc import Awaitable, Callable

from bench.raw.scanning import find, spellings, trie_regex
from bench.record import Bench
from bench.rounds import take_turns
from careercoach.content.scan import find_skills
from careercoach.settings import PROJECT

TEXTS = PROJECT / "tests" / "match_lab"
HARD_NAMES = {
    "C, C++, C#, R, Go, .NET, Node.js": {"c", "cpp", "c-sharp", "r", "go", "dotnet", "nodejs"},
    "Skills: C, R, Go.": {"c", "r", "go"},
    "Services in C++.": {"cpp"},
    "Services in C#.": {"c-sharp"},
    "Built with Node.js.": {"nodejs"},
    "Ported to .NET.": {"dotnet"},
    "Languages: C/C++/C#": {"c", "cpp", "c-sharp"},
    "Python/R/Go": {"python", "r", "go"},
    "Built in ASP.NET/C#": {"asp-net-core", "c-sharp"},
    "Java/JavaScript": {"java", "javascript"},
    "We go to sea in plan C, see chapter R of the book.": set[str](),
    "Visit example.net/go or www.r.example": set[str](),
}
"""What must be found in each, no more and no less."""


async def run(bench: Bench) -> None:
    """Records skills_scan and skills_names."""
    texts = _texts()
    kilobytes = sum(len(text.encode()) for text in texts) / 1024
    names = spellings()
    pattern = trie_regex(names)

    def scanning(scan: Callable[[str], object]) -> Callable[[], Awaitable[float]]:
        async def scanned() -> float:
            began = time.process_time()
            for text in texts:
                scan(text)
            return (time.process_time() - began) / kilobytes * 1e6

        return scanned

    contenders = {"ours": scanning(find_skills), "raw": scanning(lambda text: list(find(pattern, text)))}
    samples = await take_turns(contenders, rounds=bench.scale.rounds, warm_up=bench.scale.warm_up)
    bench.add("skills_scan", app=samples["ours"], raw=samples["raw"], unit="us/KB")
    bench.note(f"Goal 15: {len(names)} spellings, {len(texts)} texts, {kilobytes:.0f} KB.")
    wrong = [words for words, wanted in HARD_NAMES.items() if {found.slug for found in find_skills(words)} != wanted]
    if wrong:
        bench.note(f"Read wrongly: {wrong}")
    bench.add("skills_names", app=[1 - len(wrong) / len(HARD_NAMES)], unit="")


def _texts() -> list[str]:
    """Postings and resumes as people write them."""
    files = [tomllib.loads((TEXTS / name).read_text(encoding="utf-8")) for name in ("postings.toml", "resumes.toml")]
    return [entry["text"] for entries in files for entry in entries.values()]
