"""The title of a posting: on its first line, behind a label, or in "we are looking for a ..."."""

import re

from careercoach.features.matching.rules.titles import find_role, find_titles, is_title_word, seniority, title_words
from careercoach.features.matching.schemas import Quote

_LABEL = re.compile(
    r"(?im)^[ \t*_#-]{0,8}(?:(?:job|class|posting|working|role)[ -]?title|class(?: specification|ification)|position(?: title)?|title|role|designation|vacancy|job|puesto|cargo|vacante"
    r"|पद(?: का नाम)?|नौकरी|vaga|stelle|poste|intitul[eé] du poste|职位(?:名称)?|岗位(?:名称)?|招聘岗位)"
    r"\s*[:\uff1a\-\u2013][*_\s]*(?P<title>[^\n,;|]{3,80})"
)
_SENTENCE = re.compile(
    r"\b(?:(?:we(?: are|'re|\u2019re)|is|are|currently|actively|now)?\s{0,3}(?:looking for|looking to hire|seeking"
    r"|searching for|hiring|recruiting|in search of|in need of)|(?:join|joining) (?:us|our \w+(?: \w+)?) as"
    r"|(?:role|position|job|opening|opportunity) (?:of|for|as)|as|need|require|hire|buscamos|busca|se busca"
    r"|solicitamos|contratamos|necesitamos)"
    r"(?:\s{1,3}(?:an?|the|our|our next|un|una|al?))?\s{1,3}(?:(?:highly|very|experienced|talented|motivated|passionate"
    r"|skilled|dedicated|creative|enthusiastic|driven|professional|detail-oriented|results-driven|dynamic"
    r"|full[- ]time|part[- ]time|qualified|certified|new|great|strong|and)[\s,-]{1,3}){0,8}"
    r"(?P<title>[^\n.,;:!?()]{3,70}?)(?=\s+(?:to|who|with|for|in|at|on|that|join|para|con|en|que|able|based|and)\b"
    r"|[\n.,;:!?()]|$)",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:^|\n)[ \t]{0,8}(?:the|our|an?|el|la)[ \t]+(?P<title>[^\n.,;:!?()]{3,60}?)"
    r"\s+(?:will|is|shall|must|plays|works|at\b|ser[aá])",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"\s*(?P<title>[A-Z\u0900-\u097f][^\n.:,;!?]{3,70}?)(?=\s+(?:for|to|who|in|at|required|wanted|needed)\b"
    r"|[.:,;!?\n(])"
)
_MARK = re.compile(
    r"[ \u2013(-]{0,4}\b(?:[mwfdxi] ?[/|] ?[mwfdxi](?: ?[/|] ?[mwfdxi*])?|[hf]/[hf]|alle geschlechter|all genders|gn)\b\)?",
    re.IGNORECASE,
)
"""A job for anybody: "(m/w/d)", "H/F". The title stands before it."""
_ENDS = re.compile(r"[\n.;:!?|]\s*")
_BEFORE_MARKED = re.compile(
    r".*\b(?:eine?n?(?:/[nr])?(?:\(n\))?|une?(?:\(e\))?|als|sucht|suchen(?: wir)?|recherchons|recrute(?:ons)?|for an?|(?:seeking|hiring) an?)\s+",
    re.IGNORECASE,
)
OWN_LINE_WITHIN = 4000
OWN_LINE_WORDS = 9
OWN_LINE_FROM = 0.8
"""How surely a line by itself must be a title of the catalogue."""
_AGENT = re.compile(
    r"(?:[a-z](?:eer|er|or|ist|ant|ian|tive|man)|nurse|chef|cook|lead|intern|head|clerk|agent|guard)s?$", re.IGNORECASE
)
"""How words for people who do a job end."""
_NOT_A_TITLE = re.compile(
    r"^(?:about|job|company|description|overview|summary|posted|apply|location|salary|we |you |our |http)|[.!?]\s*$",
    re.I,
)
_HIRING = re.compile(
    r"^(?:(?:we are |we're )?(?:now |urgently )?hiring|urgent(?:ly)?|wanted|vacancy|job opening)\s*[:!\u2013-]+\s*",
    re.IGNORECASE,
)
"""Before the title: "NOW HIRING: Welder"."""
_SPLIT = re.compile(
    r"\s+(?:[-\u2013\u2014|@]|at|in)\s+|[,|\[]|/(?!(?:as?|os?|in|innen|r|se|euse|trice|ne)\b)"
    r"|\((?!(?:as?|os?|in|innen|r|se|euse|trice|ne)\))|\s*[-\u2013]\s*(?=remote|hybrid|onsite|full|part)",
    re.IGNORECASE,
)
_BARS = re.compile(r"\s*[|\u2022\u00b7]\s*")
"""What parts the facts in a long first line; commas and dashes belong to sentences there."""
LINE_MOST = 90


def find_title(text: str) -> Quote | None:
    """The title as written, with its place; None when the posting gives none."""
    candidates = [
        quote
        for quote in (
            _labelled(text),
            _marked(text),
            _first_line(text),
            _own_line(text),
            _opening(text),
            _in_sentence(text),
            _subject(text),
        )
        if quote
    ]
    for quote in candidates:
        guesses = find_role(quote.quote, "en", limit=1)
        if (guesses and guesses[0].score >= 0.5) or _names_a_person(quote.quote):
            return quote
    if candidates:
        return candidates[0]
    named = find_titles(text[:1500])
    if not named:
        return None
    start = text.find(named[0])
    return Quote(quote=named[0], start=start, end=start + len(named[0])) if start >= 0 else None


def _names_a_person(title: str) -> bool:
    """True for "Weather analyst", "Category Manager Packaging": a word of it is one for people and of other titles."""
    words = title_words(title)
    return 0 < len(title.split()) <= 3 and any(_AGENT.search(word) and is_title_word(word) for word in words)


def _quote(text: str, start: int, end: int) -> Quote | None:
    while start < end and not text[start].isalnum() and text[start : start + 4].upper() != ".NET":
        start += 1
    while end > start and text[end - 1] in " \t\n*_#:-\u2013|":
        end -= 1
    return Quote(quote=text[start:end], start=start, end=end) if end - start >= 3 else None


def _labelled(text: str) -> Quote | None:
    match = _LABEL.search(text[:3000])
    if match and not match["title"][0].islower() and (title_words(match["title"]) or not match["title"].isascii()):
        return _quote(text, match.start("title"), match.end("title"))
    return None


def _marked(text: str) -> Quote | None:
    match = _MARK.search(text, 0, 1500)
    if not match:
        return None
    end = match.start()
    start = max((mark.end() for mark in _ENDS.finditer(text, max(0, end - 120), end)), default=max(0, end - 120))
    lead = _BEFORE_MARKED.match(text, start, end)
    start = lead.end() if lead else start
    cut = _SPLIT.search(text, start + 3, end)
    end = cut.start() if cut else end
    return _quote(text, start, end) if 1 <= len(text[start:end].split()) <= 8 else None


def _may_end(line: str, cut: re.Match[str]) -> bool:
    """A slash parts two titles ("Cook / Chef") or belongs to one ("MIG/TIG Welder")."""
    words = title_words(line[: cut.start()])
    return cut.group() != "/" or bool(words and _AGENT.search(words[-1]))


def _first_line(text: str) -> Quote | None:
    start = 0
    for line in text.splitlines(keepends=True)[:4]:
        bare = _HIRING.sub("", line.strip(" \t\r\n*_#"))
        if bare:
            spoken = _SENTENCE.match(bare) is not None and " " in bare
            bars = _BARS if len(bare) > LINE_MOST else _SPLIT
            cut = next((cut for cut in bars.finditer(bare, 3) if _may_end(bare, cut)), None)
            lead = bare[: cut.start()] if cut else bare
            first = lead if bars is _BARS else bare
            if len(first) > LINE_MOST or len(first.split()) > 12 or spoken or _NOT_A_TITLE.search(first):
                return None
            begin = start + line.find(bare)
            is_cut = cut is not None and (bool(title_words(lead)) or "|" in cut.group() or bars is _BARS)
            end = begin + len(lead if is_cut else bare)
            return _quote(text, begin, end)
        start += len(line)
    return None


def _own_line(text: str) -> Quote | None:
    """A line further down that is a known title and little else, below the name and the praise of the firm."""
    start = 0
    for line in text[:OWN_LINE_WITHIN].splitlines(keepends=True):
        bare = line.strip(" \t\r\n*_#-\u2022")
        begin = start + line.find(bare)
        start += len(line)
        if not 5 <= len(bare) <= 80 or len(bare.split()) > OWN_LINE_WORDS or bare[-1] in ".!?:;" or bare[0].islower():
            continue
        cut = _SPLIT.search(bare, 3)
        end = len(bare) if cut is None else cut.start()
        guesses = find_role(bare[:end], "en", limit=1)
        words = title_words(bare[:end])
        is_person = bool(words) and (not words[-1].isascii() or _AGENT.search(words[-1]) is not None)
        if is_person and guesses and guesses[0].score >= OWN_LINE_FROM:
            return _quote(text, begin, begin + end)
    return None


def _opening(text: str) -> Quote | None:
    """The first words up to a sign, when a known title is in them: "Maintenance technician for a plant: ..."."""
    match = _OPENING.match(text)
    if not match or len(match["title"].split()) > 8 or _SENTENCE.match(text):
        return None
    start, end = match.span("title")
    cut = _SPLIT.search(text, start + 3, end)
    end = cut.start() if cut else end
    if not find_titles(text[start:end]) and not _AGENT.search(text[start:end]):
        return None
    return _quote(text, start, end)


def _in_sentence(text: str) -> Quote | None:
    best: Quote | None = None
    for match in _SENTENCE.finditer(text[:4000]):
        quote = _quote(text, match.start("title"), match.end("title"))
        if quote and (seniority(quote.quote) is not None or find_titles(quote.quote)):
            return quote
        # The first is kept when none of them holds a known title: "We are looking for a Zookeeper".
        best = best or quote
    return best if best and len(best.quote.split()) <= 6 else None


def _subject(text: str) -> Quote | None:
    match = _SUBJECT.search(text[:2000])
    return _quote(text, match.start("title"), match.end("title")) if match else None
