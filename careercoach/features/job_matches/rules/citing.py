"""Words as evidence: made from places, and checked again before anybody sees them."""

from collections.abc import Iterable, Mapping

from careercoach.content.scan import find_skills
from careercoach.content.terms import fold
from careercoach.features.job_matches.schemas import Citation, Claim, Report, Side
from careercoach.features.matching.schemas import Evidence, Quote

AROUND_MOST = 140
"""Characters shown on each side of a quote, within its line."""
CITED_MOST = 3

Texts = Mapping[Side, str]


def cite(texts: Texts, side: Side, start: int, end: int, proof: Evidence | None = None) -> Citation | None:
    """The words between two places with their line around them; None when there are none."""
    source = texts[side]
    quote = source[start:end]
    if not 0 <= start < end <= len(source) or not quote.strip():
        return None
    line = source.rfind("\n", 0, start) + 1
    line_end = source.find("\n", end)
    line_end = len(source) if line_end < 0 else line_end
    return Citation(
        side=side,
        quote=quote,
        start=start,
        end=end,
        before=_ending(source[line:start]),
        after=_beginning(source[end:line_end]),
        where=proof.where if proof else "claimed" if side == "context" else "other",
        place=proof.place if proof else "",
        year=proof.last_used if proof else None,
    )


def _ending(words: str) -> str:
    """The last words of a long line, from a whole one on."""
    if len(words) <= AROUND_MOST:
        return words
    cut = words[-AROUND_MOST:]
    return "…" + (cut[cut.find(" ") :] if " " in cut else cut)


def _beginning(words: str) -> str:
    """The first words of a long line, up to a whole one."""
    if len(words) <= AROUND_MOST:
        return words
    cut = words[:AROUND_MOST]
    return (cut[: cut.rfind(" ") + 1] if " " in cut else cut) + "…"


def cite_quotes(texts: Texts, quotes: Iterable[Quote | None]) -> list[Citation]:
    """Quotes of the posting; those without words are left out."""
    made = [cite(texts, "posting", quote.start, quote.end) for quote in quotes if quote is not None]
    return [citation for citation in made if citation][:CITED_MOST]


def cite_proofs(texts: Texts, proofs: Iterable[Evidence], slug: str | None) -> list[Citation]:
    """Lines of the resume with the skill marked in them, each line once."""
    made: dict[str, Citation] = {}
    for proof in proofs:
        hit = next((found for found in find_skills(proof.quote) if found.slug == slug), None)
        start, end = (proof.start + hit.start, proof.start + hit.end) if hit else (proof.start, proof.end)
        citation = cite(texts, "resume", start, end, proof)
        if citation:
            made.setdefault(proof.quote.casefold(), citation)
    return list(made.values())[:CITED_MOST]


def cite_context(texts: Texts, slug: str, name: str) -> list[Citation]:
    """Where the person themselves named a skill in what they added."""
    context = texts["context"]
    places = [(found.start, found.end) for found in find_skills(context) if found.slug == slug]
    start = fold(context).find(fold(name))
    places += [(start, start + len(name))] if start >= 0 else []
    made = [cite(texts, "context", first, last) for first, last in places]
    return [citation for citation in made if citation][:1]


def is_true(citation: Citation, texts: Texts) -> bool:
    """Whether the words stand where the citation says."""
    source = texts[citation.side]
    line = citation.before + citation.quote + citation.after
    return (
        0 <= citation.start < citation.end <= len(source)
        and source[citation.start : citation.end] == citation.quote
        and source[citation.start - len(citation.before) : citation.end + len(citation.after)] == line
    )


def _true_ones(citations: list[Citation], texts: Texts) -> list[Citation]:
    return [citation for citation in citations if is_true(citation, texts)]


def _true_claims(claims: list[Claim], texts: Texts) -> list[Claim]:
    """A claim that rested on words and has none left is no claim."""
    checked = [(claim, claim.model_copy(update={"citations": _true_ones(claim.citations, texts)})) for claim in claims]
    return [true for claim, true in checked if true.citations or not claim.citations]


def only_true(report: Report, texts: Texts) -> Report:
    """The report without any quote that does not stand in its text. Run on whatever is kept or shown."""
    experience = report.experience
    if experience is not None:
        experience = experience.model_copy(update={"citations": _true_ones(experience.citations, texts)})
    return report.model_copy(
        update={
            "scores": [
                line.model_copy(update={"citations": _true_ones(line.citations, texts)}) for line in report.scores
            ],
            "skills": [
                line.model_copy(update={"citations": _true_ones(line.citations, texts)}) for line in report.skills
            ],
            "experience": experience,
            **{
                name: _true_claims(getattr(report, name), texts)
                for name in ("strengths", "priorities", "recommendations", "next_steps")
            },
        }
    )
