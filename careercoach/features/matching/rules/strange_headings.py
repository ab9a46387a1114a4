"""Headings that no table knows: a short line or label that stands like one, told by a word of it or by what follows."""

import re
from collections.abc import Collection, Sequence

from careercoach.content.scan import find_skills
from careercoach.features.matching.rules.headings import Kind

_CUES: tuple[tuple[Kind, str], ...] = (
    (
        "offer",
        r"benefits|perks|\bwe offer|in it for you|you(?:['\u2019]ll| will)? (?:get(?! to| extra| bonus| along| (?:an? )?(?:leg|edge|head)|[^.\n]{3,20}\bif\b)|receive|enjoy)\b"
        r"|compensation|salary|rewards|\bpay\b|our promise|what['\u2019]s in the|why (?:people|folks|our)|look forward to|well-?being"
        r"|why (?:join|work|you(?:['\u2019]ll| will) love)|how we(?:['\u2019]ll| will)? (?:look after|take care|treat|pay|thank)|bieten|(?:freuen|erwartet) (?:k[oö]nn|d[uü]rf|sie|dich)"
        r"|k[oö]nnen sie sich freuen|kannst du dich freuen|offrons|proposons|ofrec|oferec|\bdamos|福利|待遇|सुविधा|लाभ|क्या मिलेगा",
    ),
    (
        "nice",
        r"\bbonus\b|\bplus(?:es|punkte)?\b|\bnice\b|even better|(?:better|more fun|extra happy) with|gets? you more|hope for|curious|surprise|[uü]berrasch|better (?:yet|still)|optional|\bprefer|\bdesir(?:able|ed)|apart\b|stand(?:s|ing)?[- ]?out|\bextras?\b"
        r"|\bideally\b|idealerweise|advantag|\bassets?\b|helpful|beneficial|icing|cherry|sprinkles|(?:could|might|may) (?:also|even)|also (?:have|bring|hold|know|speak|great|good|like)|\bcool\b"
        r"|not (?:strictly |an? )?(?:required|essential|necessary|mandatory|must)|brownie|gold stars?|kudos|impress|(?:things|what) (?:that )?(?:(?:would|will|could) )?helps?\b"
        r"|(?:it|that|this)(?:['\u2019]d| would|['\u2019]ll| will)? (?:also )?(?:really )?helps?\b|deal-?breaker|(?<!non-)(?<!non )\bnegotiables?\b|handy|sweet(?:en)?\b|leg up|head start|\bedge\b|\btreat\b|kindly\b"
        r"|favou?r\b|extra credit|(?:n['\u2019]t|not|never) hurt|differentiat|distinguish|highly valued|added value|(?:top|front) of the (?:pile|list|stack|queue)|wish[- ]?list"
        r"|we(?: would|['\u2019]d) (?:also |really )?(?:love|be (?:over|very|so|extra))|(?:make|makes) (?:us|me|our|you) (?:\w+ )?(?:happy|smile|shine|day|special|dangerous)"
        r"|catch(?:es)? our|turn(?:s)? our head|above and beyond|swoon|jackpot|over the moon|\bon top\b|\band if\b|tie-?breaker|\bgood (?:if|signs?)\b|sparkle|(?:additional|other) (?:experience|skills|things we value|qualif)|(?:any|no) harm"
        r"|begeister|\bw[aä]re\b|\bgerne?\b|freu(?:en|t) (?:uns|wir)|(?:wir|uns) (?:uns )?freu|das i-T[uü]pfelchen|(?:good|great) to have|w[uü]nschenswert|vorteil|kein muss|\bsch[oö]n,|\bsuma|valora|valoriza"
        r"|deseable|desead|encantar[ií]a|gustar[ií]a|adem[aá]s|desej|souhait|appr[eé]ci|atouts?|plaisir|\bla diff[eé]rence|diferencia|destacar|contam? pontos|वांछनीय|बेहतर|वरीयता|बहुत अच्छा|加分|优先",
    ),
    (
        "about",
        r"about us|who we are|who(?:['\u2019]s| is) (?!this|it|we)|\bour (?:story|mission|values|culture|company|process|commitment|clients?)|\bstory\b|how to apply|next steps|interview|screening"
        r"|\bequal\b|diversity|privacy|evaluat|required documents|physical (?:demands|requirements|effort)|work(?:ing)? (?:environment|conditions)|entretiens?\b|\u00fcber uns|sobre nosotros|qui sommes",
    ),
    (
        "duty",
        r"responsibilit|\bduties|you(?:['\u2019]ll| will| would|['\u2019]d| get to)? (?:get to )?(?:do\b|be (?:doing|working|building|wrench)|own\b|work on|build)|\btasks\b|your (?:mission|role|job|days?|work|first|impact)|funciones|tareas|aufgaben"
        r"|typical|\b(?:day|shift|week|gig|scoop)\b|alltag|quotidien|wartet auf|\bwas sie tun|in a nutshell|your plate|makes? (?:an?|your) (?:difference|impact|mark)|first \d+ |to work on|the job\b|d[ií]a a d[ií]a|success looks|other information"
        r"|har[aá]s|missions?\b|职责|atividades|काम क्या",
    ),
    (
        "must",
        r"\bneed|\brequir|looking for|\bbring|\bmust\b|qualif|who you are|about you|you (?:are|have|should|know|gotta|possess)\b|you['\u2019](?:re|ve)\b|\bskills?\b"
        r"|\bprofile?\b|candidate|\bfit\b|eligib|ideal\b|non-? ?negotiable|toolkit|the basics|essentials?\b|credentials?|licensure|licen[cs]es?\b|certificat|know-how|competenc|talents?\b"
        r"|expertise|what it takes|thrive|suit you|is this you|(?:it|this) be you|sound(?:s)? like you|hop(?:e|ing) to see|appoint|come to us|demonstrate|conditions of employment"
        r"|who can (?:apply|do)|get along|let['\u2019]s talk|you we['\u2019]re|to (?:qualify|apply)|\bthe ask\b|table stakes|^\W*tickets?\b|shortlist|raise (?:a|your) hand|in your kit|we expect|\basks\b|brauchen|wir suchen|encaj|pedimos|precisamos|[eê]tes[- ]vous|अपेक्ष|a match|your (?:backpack|bag|suitcase)|\bin your\b|requisit|necesit|buscamos|perfil|erwarte|mitbring|anforder|voraussetz|w[uü]nschen\b|punkten|[uü]berzeug|recherch|cherche|attendons"
        r"|estudios|conocimientos|^\W*(?:work )?(?:experience|education|training)(?:\s*[/&,]| and\b)|要求|条件|资格|योग्यता|चाहिए|किसे",
    ),
)
_OPENS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(words, re.IGNORECASE)) for kind, words in _CUES
)
MARKS = "-*\u2022\u00b7\u25cf\u25aa\uf0b7\u2013\u2014\u2714\u2705\u2795\u27a2\u2192\u25ba\u25e6\u25cb\u25a0\u2043\u2023\u2713~>+"
"""Signs that open an item of a list."""
_MARKED = re.compile(rf"^\s*(?:[{re.escape(MARKS)}]|(?:\d{{1,2}}|[A-Za-z])[.)\u3001] )")
"""A line that is an item of a list."""
GUESSED_WORDS_MOST = 10
LABEL_WORDS_MOST = 7
LABEL = re.compile(r"(?m)^[ \t]*(?P<label>[^\W\d_][^\n:.!?,;(]{3,56})[:\uff1a][ \t]*(?=\S)")
"""Words before a colon at the start of a line, with more behind it."""
_PART_OF_LIST = re.compile(
    r"technical|languages?|software|tools?|personal|leadership|education|experience|knowledge|qualit|attribut|attitude|mindset|general|training|traits"
    r"|behaviou?r|values|programming|systems?|core|location|hours|schedule|contact|team|note|date|start|type|department|company|project|apply|clos(?:ing|es)|join",
    re.IGNORECASE,
)
"""Headings of a part of the list, and of what is no list at all: the section before them goes on."""
_GIVEN = re.compile(
    r"[$\u20ac\u00a3\u20b9]\s?\d|\b(?:401|insurance|dental|vision|holidays?|vacation|pto|paid|leave|days off|pension|discounts?|salary|bonus|equity|stock|lunch|gym"
    r"|free|flexible|wellness|monday|weekends?|apply|e-?mail|call|https?|www|we|our|us)\b",
    re.IGNORECASE,
)
_WISHED = re.compile(r"\bwe(?: would|['\u2019]d) (?:\w+ )?like\b", re.IGNORECASE)
"""Behind what is required: "What we would like". Alone it says what is asked for."""
_ASKED = re.compile(
    r"\b\d+\s?\+? ?(?:years?|yrs?)|\b(?:required|must|degree|essential|minimum|mandatory|valid|imprescindible|obligat)\b",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:experienced?|knowledge|ability|able to|fluent|certifi\w+|licen[cs]e|\w*kenntnisse|\w*erfahrung|ausbildung|studium|jahre|experiencia|grado|titulaci\w+|a\u00f1os"
    r"|dipl[o\u00f4]me|exp[e\u00e9]rience|ma[i\u00ee]trise|connaissances?|ans|experi[e\u00ea]ncia|anos|superior)\b|^\W*you(?:['\u2019](?:re|ve)| are| have| can| know| hold| speak)\b",
    re.IGNORECASE,
)
"""What items of a list say that asks for something, welcome or not."""
ITEMS_MOST, ITEM_WORDS_MOST = 6, 10
"""A list of what is only welcome is short, and so are its items."""


def guess_kind(line: str, before: str, block: Sequence[str], seen: Collection[Kind]) -> Kind | None:
    """The section that a line opens which no table knows, told by where it stands and by a word of it ("Even better if
    you", "Cool but optional") or, after what is required, by the list below it. None when it stands unlike a heading or
    says nothing of the sort. `block` are the lines that follow it, `seen` the sections that came before."""
    if not block or _MARKED.match(line) or len(line.split()) > GUESSED_WORDS_MOST or line[-1:] in ".!;," or "|" in line:
        return None
    is_alone = not before.strip() or line.endswith((":", "\uff1a"))
    if line[0].islower() or not (is_alone or _MARKED.match(block[0])):
        return None
    kind: Kind | None = next((kind for kind, cue in _OPENS if cue.search(line)), None)
    if "must" in seen and _WISHED.search(line):
        kind = "nice"
    if kind is None and "must" in seen and "nice" not in seen and _is_wish_list(line, block):
        kind = "nice"
    if kind is None and "must" not in seen and _MARKED.match(block[0]) and 3 * sum(map(_asks, block)) >= len(block):
        kind = "must"
    return kind if kind and not _names_tools(line) else None


def _is_wish_list(line: str, block: Sequence[str]) -> bool:
    """True for a short list that stands behind the required one under words of its own: "Gravy", then "Jamf", "GIS"."""
    if _PART_OF_LIST.search(line) or not 0 < len(block) <= ITEMS_MOST:
        return False
    return not any(len(item.split()) > ITEM_WORDS_MOST or _GIVEN.search(item) or _ASKED.search(item) for item in block)


def _asks(item: str) -> bool:
    return _ASKED.search(item) is not None or _WANTED.search(item) is not None


def guess_label(label: str) -> Kind | None:
    """ "Helpful: press brake", "Gotta have: 6G": the words before a colon on one line; tasks and offers are not told so."""
    kind: Kind | None = next((kind for kind, cue in _OPENS if cue.search(label)), None)
    return (
        kind
        if kind in ("nice", "must") and len(label.split()) <= LABEL_WORDS_MOST and not _names_tools(label)
        else None
    )


def _names_tools(line: str) -> bool:
    """True for "React is a plus": that is an item, not a heading."""
    return any(found.end - found.start > 1 and found.surface[:1].isupper() for found in find_skills(line))
