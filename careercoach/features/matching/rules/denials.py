"""What a sentence says is not asked for, or is said of the firm and its search."""

import re

_NEGATED = (
    re.compile(
        r"\bno\s+(?:(?:prior|previous|specific|formal|need|knowledge|experience|background|coding|of|for|in|with"
        r"|or|and|to|know)\s+)*[^.;,]{0,60}?\b(?:required|needed|necessary|expected)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:no need (?:for|to)|(?:do not|don't|don\u2019t|does not|won't|won\u2019t|will not) (?:need|have to"
        r"|be|use|require|write|work)|not looking for|this is not an?|rather than|instead of|away from|replac\w+"
        r"|no requiere|no es necesari[oa]|no se requiere|sin necesidad de)\b[^.;,]{0,60}",
        re.IGNORECASE,
    ),
    re.compile(r"[^.;,]{0,60}\b(?:is|are)? ?not (?:required|needed|necessary)\b", re.IGNORECASE),
    re.compile(
        r"[^.;,(]{0,80}\b(?:does|do|will|would) not (?:meet|satisfy|count|qualify|suffice|do|be enough)\b",
        re.IGNORECASE,
    ),
    re.compile(r"\bno (?:more )?[\w+#.]{1,20}(?:,? please| here\b)", re.IGNORECASE),
    re.compile(r"\b(?:migrat\w+|moving|transition\w*) from\b\s+\w[\w.+#]*", re.IGNORECASE),
    re.compile(r"[^।;,]{0,50}(?:की ज़रूरत नहीं|आवश्यक नहीं|जरूरी नहीं|ज़रूरी नहीं)"),
)
_MAYBE_NEGATED = re.compile(
    r"\b(?:no|not|never|rather|instead|away|replac\w+|sin|from|we|our|hiring|recruiting|looking|seeking|apply|find us)\b"
    r"|n['\u2019]t\b|नहीं",
    re.IGNORECASE,
)
"""A quick look that spares most sentences the long patterns."""
_TALK = re.compile(
    r"\b(?:we(?: are|'re|\u2019re)|now|is|are|currently|actively) (?:hiring|recruiting|looking|seeking)\b"
    r"|\bhiring (?:an?|for|process|manager)\b|\b(?:apply|find us) (?:now |today |directly |online )?(?:on|via|through|at|using)\b[^.;\n]{0,60}"
    r"|\bour (?:customers|clients|users|partners)\s+(?:\w+\s+)?(?:use|run|rely on|work with)\b[^.;]{0,120}"
    r"|\b(?:we|our (?:company|product|platform|software|app|solution|team)) (?:sell|make|offer|provide|help"
    r"|serve)s?\b[^.,;]{0,120}",
    re.IGNORECASE,
)
"""Words about the search itself or about what the firm sells; they ask for nothing."""
_STILL_WELCOME = re.compile(r"\b(?:but|though),? not (?:required|needed|necessary)", re.IGNORECASE)
"""Makes a thing an advantage; it does not strike it out."""


def denied_in(sentence: str) -> list[tuple[int, int]]:
    """The stretches of a sentence in which nothing is asked for."""
    if not _MAYBE_NEGATED.search(sentence):
        return []
    found = [match for pattern in (*_NEGATED, _TALK) for match in pattern.finditer(sentence)]
    return [match.span() for match in found if not _STILL_WELCOME.search(match.group())]
