"""Names of tools that the skills graph does not know, told by their capitals and by where they stand."""

import re
from collections.abc import Sequence

from careercoach.features.matching.rules.places import is_place
from careercoach.features.matching.rules.studies import levels_in

_NAME = re.compile(
    r"(?<![\w@/.])(?:[a-z]{1,2}[A-Z][\w]*|[A-Z][a-z0-9]*[A-Z][\w]*|[A-Z][A-Z0-9]{1,7}|[A-Z][a-z]{2,}[\w]*)(?:[ -](?:[A-Z][\w]*"
    r"|\d+(?:\.\d+)?)){0,3}(?:\.(?:js|io|ai|NET))?(?![\w@])"
)
_CUE = re.compile(
    r"(?:\b(?:with|in|of|using|like|as|including|e\.g\.?,?|or|and|via|know|to use|on|con|en|de|y|o)\s+|[(,/]\s*)$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:experience|experienced|knowledge|proficien\w+|expertise|familiar\w*|skilled|command|experiencia"
    r"|conocimientos?|dominio|manejo|kenntnisse|erfahrung(?:en)?|umgang|connaissances?|ma[iî]trise|conhecimentos?)\s+"
    r"(?:with|in|of|using|con|en|de|mit|im|der|von|du|des|em)\s+(?:[\w.+#-]+(?:,| and| or| y| o|/)\s*){0,6}$",
    re.IGNORECASE,
)
_LIST_AFTER = re.compile(
    r"\s*(?:[,/);.]|$|(?:or|and|y|o|experience|skills?|tools?|framework|software|platform|library|certif\w+|desirable|preferred|required|essential)\b)"
)
_CREDENTIAL_AFTER = re.compile(
    r"\s*(?:\([^)]{2,30}\)\s*)?(?:certif\w+|credential|licen[cs]e|registration|ticket|accreditation|card|experience|background|tool|software|system|platform)\b",
    re.IGNORECASE,
)
"""After a short name in capitals: "an NRSWA Supervisor ticket", "a FAC-C (Professional) certification", "ICU experience"."""
_SHORT_ITEM = 8
"""Words; in an item as short as this, a name is what it asks for: "you've deployed with Kamal"."""
_BEFORE_NAME = re.compile(
    r"\b(?:used|using|run|ran|hold|holding|sign|know|knows?|own|love|tried|touched|seen|the|an?|with|in|of|on)\s+$",
    re.IGNORECASE,
)
_SHAPED = re.compile(r"[A-Z][A-Z0-9]{1,6}(?: [A-Z]?\d{0,4})?|[A-Z][a-z]+[A-Z]\w*")
_AFTER_LEAD = re.compile(
    r"\s*(?:[-\u2013\u2014(,/]|$|(?:and|or|ou|oder|y|level|exam|member\w*|regist\w+|certif\w+|licen[cs]e\w*|card|ticket|experience|knowledge|skills?|qualif\w+|training)\b)",
    re.IGNORECASE,
)
_PLAIN = frozenset(
    re.findall(
        r"\S+",
        """
        a an the i we our you your us usa uk eu uae india u.s. english spanish hindi french german january february
        march april may june july august september october november december monday tuesday wednesday thursday
        friday saturday sunday bachelor bachelors master masters phd mba bsn adn msn rn lpn cna md jd llb
        mbbs bcom mcom bca mca bba bs ba ms ma bsc msc be btech mtech degree
        diploma university college high school ged computer science engineering information technology mathematics
        statistics physics business administration finance economics marketing accounting design related field
        fields experience ability strong excellent good knowledge understanding proficiency familiarity must should
        will team company work working candidate fortune north south east west america europe asia africa san new
        york london senior junior manager director engineer developer analyst human resources hr it ceo cto cfo coo
        or and not nor aa eeo ada ot vp hq am pm est pst gmt cet utc ft pt id pto eoe covid covid-19 plus preferred required minimum equivalent
        bonus etc ok hons faq q1 q2 q3 q4 nice responsibilities requirements qualifications skills education benefits
        location salary monday-friday hybrid remote onsite roles min max a1 a2 b1 b2 c1 c2
        """,
    )
)


def find_unknown(
    sentence: str, taken: Sequence[tuple[int, int]], *, is_welcome: bool = False
) -> list[tuple[str, int, int]]:
    """Likely names of tools outside the places already taken, with their places in the sentence.

    `is_welcome` is said of a list of what only helps: there a wrong name does little harm.
    """
    found: list[tuple[str, int, int]] = []
    is_list = _is_list_of_names(sentence)
    for match in _NAME.finditer(sentence):
        start, end = match.span()
        if any(start < stop and begin < end for begin, stop in taken):
            continue
        if _is_likely(sentence, match.group(), start, end, bool(taken) or is_list, is_list, is_welcome):
            found.append((match.group(), start, end))
    return found


def _is_list_of_names(sentence: str) -> bool:
    """ "Ray and Dask": nothing but names and what parts them."""
    rest = re.sub(r"\b(?:and|or|y|o|e|und)\b|[\s,/|&().;]+", "", _NAME.sub("", sentence))
    return not rest and len(sentence) < 80


def _leads(sentence: str, name: str, end: int) -> bool:
    """A short name in front of what makes it a thing to have: "NATE certification", "IPAF \u2013 advantageous"."""
    return _SHAPED.fullmatch(name) is not None and _AFTER_LEAD.match(sentence, end) is not None


def _is_likely(
    sentence: str, name: str, start: int, end: int, has_known: bool, is_list: bool, is_welcome: bool
) -> bool:
    if is_place(name):
        return False
    words = re.split(r"[ -]", name.lower())
    if all(word in _PLAIN for word in words) or (words[0] in _PLAIN and len(words) < 3):
        return False
    if is_list and len(name) > 2:
        return len(words) < 4
    if _CREDENTIAL_AFTER.match(sentence, end) and re.match(r"[A-Z]{2,}", name) and not sentence.isupper():
        return True
    is_short = len(sentence.split()) <= _SHORT_ITEM
    leads = start == 0 and (
        _leads(sentence, name, end) or (is_welcome and is_short and _SHAPED.fullmatch(name) is not None)
    )
    before = sentence[max(0, start - 14) : start]
    is_cued = _CUE.search(before) is not None or (is_welcome and _BEFORE_NAME.search(before) is not None)
    if not leads and (start == 0 or not is_cued):
        return False
    if leads:
        return True
    if is_welcome and is_short and _BEFORE_NAME.search(before):
        return True
    if not _LIST_AFTER.match(sentence[end:]):
        return False
    is_shouting = sentence.upper() == sentence
    has_shape = bool(re.search(r"[a-z][A-Z]|\d|^[A-Z]{2,6}$", name))
    return not is_shouting and (
        has_shape or has_known or sentence[start - 1] == "(" or _ASKED.search(sentence[:start]) is not None
    )


_LEAD_IN = re.compile(
    r"^(?:(?:at least|min(?:imum)?\.?(?: of)?)\s+)?(?:(?:\d{1,2}(?:\s?[-\u2013]\s?\d{1,2})?\s?\+?|one|two|three|four|five)\s*(?:\(\d\)\s*)?(?:years?|yrs?\.?)['\u2019]?\s+"
    r"(?:(?:min(?:imum)?|or more|plus)\s+)?(?:(?:of|in|with|on)\s+(?=\w))?)?"
    r"(?:(?:proven|strong|solid|good|excellent|deep|hands-on|working|basic|prior|previous|some|practical|sound|up-to-date|demonstrable)\s+)*"
    r"(?:(?:experience|knowledge|proficiency|expertise|familiarity|understanding|skills?|competence|grasp|course|certificate|experiencia|conocimientos?|curso)"
    r"\s+(?:with|in|of|en|de|con)\s+)?(?:(?:carrying out|performing|handling|processing|managing|administering|operating|using)\s+)?",
    re.IGNORECASE,
)
"""What stands before the things themselves: "3+ years of hands-on experience with", "practical experience of carrying out"."""
_PARTS = re.compile(r"[,;|]|(?<!\bw)/(?!(?:in|innen|r|n|e|a|as|o|os|s|euse|trice|ne)\b)|\b(?:and|or|y|o|e)\b|\bऔर\b")
_NO_SKILL = re.compile(
    r"\d|\b(?:you|we|our|your|us|ability|able|willing\w*|degree|years?|experience\w*|shifts?|travel|licen[cs]e[sd]?|available|"
    r"availability|must|will|should|salary|team|player|full|part|time|hours?|weekends?|nights?|days?|remote|hybrid|office|"
    r"location|bachelor\w*|master\w*|diploma|graduate|equivalent|related|similar|other|etc|plus|required|preferred|strong|good|"
    r"excellent|positive|friendly|fast|high|self|years|work|working|skills?|people|responsib\w+|requirements?|qualifications?|"
    r"licenciatura|ingenier[ií]a|t[ií]tulo|carrera|dipl[oô]me|bac|ensino|superior|ausbildung|studium|abschluss|formaci[oó]n"
    r"|contrato|jornada|inmediata|incorporaci[oó]n|anyway|apply|start|call|join|comfortable|confident|temporary|assignment|conditions|employment|valorar\w*|contrat|vollzeit|teilzeit|vorteil|idealerweise|welcome|background|"
    r"formation|english|spanish|hindi|more|less|either|is|are|be|have|has|to|for|at|as|the|an?)\b",
    re.IGNORECASE,
)
PHRASE_WORDS_MOST = 3
LIST_MOST = 200
"""Characters; a longer sentence is no plain list."""


def find_phrases(sentence: str, taken: Sequence[tuple[int, int]]) -> list[tuple[str, int, int]]:
    """Short items of a plain list that no skill of the graph was found in: "cash flow projection, lash lifting"."""
    lead = _LEAD_IN.match(sentence)
    start = lead.end() if lead else 0
    has_lead = start > 0
    if len(sentence) > LIST_MOST:
        return []
    found: list[tuple[str, int, int]] = []
    for mark in [*_PARTS.finditer(sentence, start), None]:
        end = mark.start() if mark else len(sentence)
        item = sentence[start:end].strip(" .()")
        if len(item.split()) > PHRASE_WORDS_MOST + 1:
            return []
        begin = sentence.find(item, start)
        if _is_phrase(item) and not any(begin < stop and first < begin + len(item) for first, stop in taken):
            found.append((item, begin, begin + len(item)))
        start = mark.end() if mark else end
    return found if has_lead or len(found) + len(taken) > 1 or sentence[:1].isupper() else []


def _is_phrase(item: str) -> bool:
    words = item.split()
    if levels_in(item) or item.count("(") != item.count(")"):
        return False
    return 2 <= len(words) <= PHRASE_WORDS_MOST and len(item) >= 7 and not _NO_SKILL.search(item)
