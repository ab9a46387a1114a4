"""A posting parted into what it asks, what the job does, what is an advantage, and talk about the firm."""

import html
import re
from typing import Literal, NamedTuple

Kind = Literal["intro", "must", "duty", "nice", "about", "offer"]

_OF_WHAT = (
    r"(?:,? ?(?:and|&|or|/)? ?(?:education|experience|skills?|knowledge|qualifications?|attributes|criteria|requirements?"
    r"|certifications?|certificates?|licen[cs]es?|competenc(?:y|ies)|abilities|background|training|licensure|but not required)){%s,6}"
)
"""What a heading may speak of after "preferred" or "required", in any number and order."""
_HEADINGS: tuple[tuple[Kind, str], ...] = (
    (
        "nice",
        r"(?:nice|good|great)[- ]to[- ]have(?:s| skills)?|bonus(?: points| skills)?(?: (?:for|if(?: you)?))?"
        rf"|(?:preferred|desir(?:able|ed)){_OF_WHAT % 0}|pluses|a plus|extra credit|good"
        r"|(?:we(?:(?:'|\u2019)d| would) be (?:\w+ )?(?:happy|thrilled|delighted|impressed|excited)|(?:it )?would be (?:\w+ )?(?:great|nice|lovely|good)"
        r"|(?:it )?(?:(?:'|\u2019)s|is) (?:great|nice|a bonus)|(?:you(?:(?:'|\u2019)ll)? )?(?:get|earn|score) (?:bonus|extra) points) (?:if|for)[^:\n]{0,20}"
        r"|additional (?:skills|qualifications)|optional(?: skills)?|what would (?:also )?(?:be|count as) (?:an? )?(?:\w+ )?(?:bonus|advantage|extra|bonus points)"
        r"|(?:it(?:'|\u2019)s a |big )?plus(?:es)? if(?: you)?[^:\n]{0,20}|what would be (?:nice|great|a plus)"
        r"|you might also have|even better|would be (?:nice|great|a plus)"
        r"|deseables?|se valorar[aá]|valorable|plus|ser[aá] un plus|requisitos deseables|requisitos (?:valorables|no excluyentes)|अतिरिक्त योग्यता|वरीयता|प्राथमिकता"
        r"|वांछनीय(?: योग्यता)?|बेहतर होगा|w[uü]nschenswert|souhait[eé]|les? (?:petits? )?plus|(?:vos |les )?atouts?|un plus|serai(?:t|en)t (?:un plus|appr[eé]ci[eé]s?)|diferencia(?:l|is)|desej[aá]ve(?:l|is)"
        r"|nice|extras?|(?:what (?:would|will) )?makes? you stand out|(?:you(?:(?:'|\u2019)ll| will) )?stand out if[^:\n]{0,20}"
        r"|(?:idealerweise|von vorteil|pluspunkte|das w[aä]re (?:toll|sch[oö]n|super)|pluspunkte sammelst du(?: mit)?|gerne? gesehen)|comp[eé]tences (?:appr[eé]ci[eé]es|souhait[eé]es)"
        r"|(?:not|no|not an? absolute) (?:a )?(?:must|mandatory|essential|required)(?:[, ]+but[^:\n]{0,30})?|加分项?|优先条件?",
    ),
    (
        "about",
        r"(?:what )?you (?:will not|won(?:'|\u2019)t|do not|don(?:'|\u2019)t) (?:do|need|have to (?:do|know|have))[^:\n]{0,20}"
        r"|(?:what |things )?we (?:do not|don(?:'|\u2019)t) (?:care about|need|require|ask for|look for|expect)[^:\n]{0,20}"
        r"|(?:things )?not (?:needed|necessary)"
        r"|no (?:pedimos|es necesario|se requiere)|ज़रूरी नहीं",
    ),
    (
        "must",
        r"(?:(?:minimum|basic|key|job|main|role|position|candidate|required|essential|technical|mandatory|core"
        r"|general|additional|professional|special|position) )?(?:requirements?|qualifications?|skills?(?: required| needed"
        r"| and qualifications| and experience| & experience| requirements)?|criteria|competenc(?:ies"
        r"|es))(?: ?(?:and|&|/) ?(?:skills|experience|qualifications|requirements))?"
        rf"|(?:required|minimum|essential|necessary|mandatory|basic){_OF_WHAT % 1}|must|do you have|you(?: must have)?"
        r"|we(?:(?:'|\u2019)d| would) love to (?:hear from|meet|talk to) you if(?: you)?[^:\n]{0,20}"
        r"|(?:you(?:(?:'|\u2019)(?:ll|re))?|this) (?:may |might |could |will |would |is )?(?:be )?(?:an? )?(?:\w+ )?(?:fit|match|role for you|job for you)[^:\n]{0,30}"
        r"|must[- ]haves?|(?:skills|experience|qualifications)(?: (?:and|&) (?:skills|experience|qualifications"
        r"|abilities|education))?|required(?: skills| qualifications| experience)?|essential(?: skills)?"
        r"|requirements?|requires"
        r"|what (?:you(?:'|\u2019)ll|you will|you) (?:need|bring|have)(?: to succeed)?|what we(?:'|\u2019)?(?:re"
        r"| are)? (?:looking for|need|expect|require|want)|who (?:you are|we(?:'|\u2019)re looking for)|about you"
        r"|you have|you bring|your (?:profile|skills|background|experience|qualifications)"
        r"|we(?:'|\u2019)re looking for|we are looking for|we expect|(?:the )?ideal candidate(?: has| will have)?"
        r"|you should have|candidate profile|profile|person specification|desired candidate profile"
        r"|education(?: and experience)?|eligibility|to be successful[^:\n]{0,30}|(?:required |minimum )?knowledge,? skills(?:,)? (?:and"
        r"|&) abilities|experience|tech(?:nical)? stack|our stack"
        r"|requisitos(?: (?:m[ií]nimos|imprescindibles|del puesto|indispensables))?|perfil(?: (?:buscado|requerido"
        r"|del candidato))?|qu[eé] (?:buscamos|necesitas|pedimos)|lo que buscamos|imprescindible"
        r"|experiencia(?: requerida)?|formaci[oó]n|conocimientos(?: requeridos)?|habilidades(?: requeridas)?"
        r"|competencias"
        r"|आवश्यक (?:योग्यता(?:एँ|एं)?|कौशल|अनुभव)|आवश्यकताएँ|आवश्यकताएं|योग्यता(?:एँ|एं)?|ज़रूरी (?:योग्यता|स्किल"
        r"|कौशल)|अपेक्षित योग्यता|कौशल|(?:unsere )?anforderungen|(?:das ist )?(?:dein|ihr|euer) profil"
        r"|(?:das|was) (?:du|sie) (?:mitbringst|mitbringen)(?: (?:solltest|sollten))?|(?:das|was) bring(?:st du|en sie) mit"
        r"|voraussetzungen|(?:deine |ihre )?qualifikation(?:en)?|(?:das|was) (?:wir erwarten|erwarten wir)|wir erwarten|das zeichnet (?:dich|sie) aus"
        r"|exigences|ce que nous (?:recherchons|attendons)|vous"
        r"|profil recherch[eé]|profil|comp[eé]tences(?: requises| recherch[eé]es)?|votre profil|o que buscamos|habilidades"
        r"|(?:岗位|任职|职位|招聘|应聘|基本)?(?:要求|条件|资格)|我们希望你|你需要(?:具备)?",
    ),
    (
        "duty",
        r"(?:(?:key|main|core|primary|job|role|your|essential|day[- ]to[- ]day|principal) )?(?:responsibilit(?:y"
        r"|ies)|duties|tasks|accountabilities|functions|objectives)(?: (?:and|&) (?:responsibilities|duties))?"
        r"|what (?:you(?:'|\u2019)ll|you will|you(?:'|\u2019)d) (?:do|be doing|work on|own)"
        r"|(?:about )?(?:the )?(?:role|job|position|opportunity)(?: (?:summary|overview|description|purpose))?"
        r"|job (?:description|summary|purpose)|your (?:role|mission|day|impact)|you will|day to day|the work"
        r"|scope of work|in this role[^:\n]{0,20}|description|overview|summary|position summary|a day in the life"
        r"|funciones(?: principales)?|responsabilidades(?: principales)?|tareas|tus funciones|qu[eé] har[aá]s"
        r"|descripci[oó]n(?: del puesto)?|misi[oó]n|ज़िम्मेदारियाँ|जिम्मेदारियाँ|ज़िम्मेदारियां|जिम्मेदारियां"
        r"|मुख्य कार्य|कार्य(?: विवरण)?|नौकरी का विवरण|(?:deine |ihre |das sind deine )?aufgaben|missions?|vos missions|votre mission|le poste|atividades"
        r"|(?:das|was) (?:erwartet dich|machst du|sind deine aufgaben)|dein job|(?:deine|ihre) (?:rolle|t[aä]tigkeiten)"
        r"|(?:岗位|工作|职位|主要)?职责|(?:职位|岗位)描述|工作内容",
    ),
    (
        "offer",
        r"(?:(?:perks|benefits|comp|compensation|our benefits|employee benefits|salary|pay)(?: (?:and|&) (?:perks"
        r"|benefits|compensation))?)|what we offer|we offer|why (?:join|work)[^:\n]{0,30}|what(?:'"
        r"|\u2019)s in it for you|what you(?:'|\u2019)ll get|salary range|pay range|compensation range"
        r"|ofrecemos|qu[eé] ofrecemos|beneficios|te ofrecemos|salario|हम क्या देते हैं|सुविधाएँ|सुविधाएं|लाभ|वेतन"
        r"|wir bieten(?: (?:dir|ihnen))?|(?:das|was) (?:bieten wir|wir)(?: (?:dir|ihnen))?(?: bieten)?|das erwartet sie(?: bei uns)?"
        r"|unser angebot|(?:deine|ihre) (?:vorteile|benefits)|verg[uü]tung|gehalt|(?:ce que )?nous (?:vous )?(?:offrons|proposons)|r[eé]mun[eé]ration|avantages|oferecemos|benef[ií]cios|sal[aá]rio|月?薪资?(?:福利|待遇|范围)?|福利(?:待遇)?|待遇|我们提供",
    ),
    (
        "about",
        r"about (?:us|the company|the team|our (?:company|team|client))|who we are|our (?:mission|values|story"
        r"|culture|company|team|commitment)|company (?:overview|description|profile|summary)|(?:the )?company"
        r"|equal (?:opportunity|employment)[^:\n]{0,40}|eeo(?: statement)?|diversity[^:\n]{0,40}|how to apply"
        r"|application process|interview process|disclaimer|privacy[^:\n]{0,20}|legal"
        r"|sobre (?:nosotros|la empresa)|qui[eé]nes somos|la empresa|हमारे बारे में|कंपनी के बारे में"
        r"|आवेदन कैसे करें|[uü]ber uns|qui sommes-nous|sobre n[oó]s|quem somos|公司(?:介绍|简介)|关于我们",
    ),
)
_ALL = "|".join(f"(?P<{kind}_{number}>{words})" for number, (kind, words) in enumerate(_HEADINGS))
_HEADING_LINE = re.compile(rf"^[\W_\d]{{0,6}}(?:{_ALL})[\s:\uff1a\-\u2013\u2014?*_#!.]*$", re.IGNORECASE)
_ABOUT_LINE = re.compile(r"^[\W_]{0,6}about\s+[A-Z][\w&.' -]{1,40}[\s:*_#]*$")
_INLINE = re.compile(
    rf"(?:(?<=[.!?;:)*])|(?<=\n)|^)[ \t*_#\u2022-]{{0,6}}(?:{_ALL})[ \t]{{0,3}}[*_]{{0,3}}[:\uff1a][*_]{{0,3}}[ \t]{{0,3}}",
    re.IGNORECASE | re.MULTILINE,
)
_LEGAL = re.compile(
    r"equal opportunity|without regard to|regardless of (?:race|gender|age)|protected (?:veteran|characteristic"
    r"|by law)|reasonable accommodation"
    r"|affirmative action|background check|by (?:submitting|applying|clicking)\b|privacy (?:policy|notice)|e-verify\b"
    r"|applicant tracking|captcha|in (?:our|the|parts of the) (?:hiring|recruit(?:ment|ing)|application) process|igualdad de oportunidades|we (?:celebrate|value) diversity",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"^(?:at [A-Z][\w&.]*,? (?:we|our)|we(?:'|\u2019)re a |we are an? |we are the |our (?:company|product|platform"
    r"|mission|customers|clients|app)\b|founded (?:in|by)|headquartered"
    r"|[A-Z][\w&.]+ (?:is|was|helps|provides|offers|builds|makes|has been|serves|moves|runs|sells|develops|creates"
    r"|designs|delivers|operates|connects|powers|supports) )"
)
_ASKS = re.compile(
    r"\b(?:looking for|seeking|hiring|you will|you(?:'|\u2019)ll|candidate|experience (?:with|in)|join|need"
    r"|require|want|must|essential|desirable|preferred|plus\b|bonus|advantage|nice|helpful|important|key\b|beneficial|valued|ideal)",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"^(?:(?:our |the |your |additional |other |employee |company |some |full )*(?:benefits|perks)\b(?! (?:administration|enrol|analyst|manage|special))"
    r"|we (?:also )?(?:offer|provide) (?:you )?(?:an? )?(?:competitive|great|generous|excellent|comprehensive|attractive|full|flexible|paid|free)"
    r"|in return\b|you(?:'|\u2019)(?:ll| will) (?:also )?(?:get|receive|enjoy) (?:an? )?(?:competitive|great|generous|excellent|paid|free|full|access)"
    r"|(?:wir|nous) (?:bieten|offrons|proposons)\b|ofrecemos\b|se ofrece\b)",
    re.IGNORECASE,
)
"""A sentence of what the firm gives, whatever section it stands in."""
_TAG = re.compile(r"<(/?)(\w+)[^>]*>")
_ITEM = re.compile(r"\s*[-*\u2022\u00b7\u25cf\u25aa\uf0b7\u2013]")
_ROW = re.compile(r"(?m)^[ \t]*\|([^\n]*)\|[ \t]*$")
_BREAK = re.compile(
    r"(?<=[a-z0-9)\]%\u0900-\u097fáéíóúäöüß])(?:(?<!\bmind)(?<!\bmin)(?<!\bmax)(?<!\bbzw)(?<!\binkl)(?<!\bca)(?<!\bz\.B)(?<!\be\.g)(?<!\bi\.e)(?<!\bapprox)(?<!\bincl)"
    r"(?<!\bvs)[.!]|\?(?!\s+(?i:great|even better|lovely|brilliant|awesome|fantastic|cool|nice|perfect"
    r"|bonus|plus|excellent|amazing)\b))\s+(?=[A-Z\u00c0-\u00dc\u0900-\u097f\u2022(\d])|[;\n]+|[\u3002\uff1b\uff01\uff1f]\s*"
    r"|(?<=[a-z]{5})(?<!\bincl)(?<!approx)\.\s+(?=[a-z]{2})"
    r"|\s[\u2022\u25cf\u25aa\u00b7]\s|\u0964\s*"
)


_WRAPPED = re.compile(
    r"(?<=[a-z,0-9A-Z)&/-])[ ]?\n(?=[a-z][a-z\d ]|\()"
    r"|(?<=,)[ ]?\n(?=\w)"
    r"|(?<=\b(?:or|of|in|to|by|as|an|on))[ ]?\n(?=\w)|(?<=\b(?:and|the|for|our|via))[ ]?\n(?=\w)"
    r"|(?<=\b(?:with|from|like))[ ]?\n(?=\w)|(?<=\busing)[ ]?\n(?=\w)"
)


class Clause(NamedTuple):
    """A sentence or bullet of the posting and the kind of section it stands in."""

    text: str
    start: int
    kind: Kind


def plain_text(posting: str) -> str:
    """The posting without HTML: blocks become lines, list items bullets, entities signs."""
    if not re.search(r"<(?:p|br|li|div|ul|h\d|strong|b|td)\b", posting, re.IGNORECASE):
        return _rows_as_lines(posting.replace("\r\n", "\n").replace("\r", "\n").strip("\ufeff"))
    posting = re.sub(r"(?is)<(script|style)\b.*?</\1>", " ", posting)
    text = _rows_as_lines(_TAG.sub(_unfold_tag, posting))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+", " ", html.unescape(text))).strip()


def _unfold_tag(match: re.Match[str]) -> str:
    name = match[2].lower()
    if name == "li":
        return "" if match[1] else "\n- "
    if name in ("td", "th"):
        return " |" if match[1] else " "
    if name == "tr" and not match[1]:
        return "\n|"
    return "\n" if name in ("p", "br", "div", "ul", "ol", "tr") or name[0] == "h" else ""


def _rows_as_lines(text: str) -> str:
    """Rows of a table between bars as lines: "| Pay | $20 |" says "Pay: $20"."""
    return _ROW.sub(_row_as_line, text) if "|" in text else text


def _row_as_line(match: re.Match[str]) -> str:
    cells = [cell for part in match[1].split("|") if (cell := part.strip(" \t\n*"))]
    if all(set(cell) <= {"-", ":", " "} for cell in cells):
        return ""
    return cells[0] + ": " + " | ".join(cells[1:]) if len(cells) > 1 else "".join(cells)


def clauses(text: str) -> list[Clause]:
    """Sentences and bullets in order, each with the kind of its section; headings themselves are left out."""
    found: list[Clause] = []
    kind: Kind = "intro"
    # Line breaks inside a wrapped sentence become spaces, so that it stays whole; places do not change.
    joined = _WRAPPED.sub(lambda match: " " * len(match.group()), text)
    for start, end, new_kind in _parts(text, joined):
        kind = new_kind or kind
        if start < end:
            found += _sentences(text, joined, start, end, kind)
    return found


def _parts(text: str, joined: str) -> list[tuple[int, int, Kind | None]]:
    """Stretches between headings; a heading alone on its line, or with a colon before its text."""
    marks: list[tuple[int, int, Kind]] = []
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare and len(bare) < 70:
            match = _HEADING_LINE.match(bare)
            if match:
                marks.append((at, at + len(line), _kind_of(match)))
            elif _ABOUT_LINE.match(bare):
                marks.append((at, at + len(line), "about"))
        at += len(line)
    taken = [(start, end) for start, end, _ in marks]
    for match in _INLINE.finditer(text):
        if not any(start <= match.start() < end or start < match.end() <= end for start, end in taken):
            marks.append((match.start(), match.end(), _kind_of(match)))
    marks.sort()
    marks += _after_labels(joined, marks)
    marks.sort()
    parts: list[tuple[int, int, Kind | None]] = [(0, marks[0][0] if marks else len(text), None)]
    for number, (_, end, kind) in enumerate(marks):
        parts.append((end, marks[number + 1][0] if number + 1 < len(marks) else len(text), kind))
    return parts


def _after_labels(joined: str, marks: list[tuple[int, int, Kind]]) -> list[tuple[int, int, Kind]]:
    """ "Salary: 30,000" on a line of its own says nothing of the lines below: there the section before goes on."""
    found: list[tuple[int, int, Kind]] = []
    for place, (_, end, kind) in enumerate(marks):
        line_end = joined.find("\n", end)
        following = marks[place + 1][0] if place + 1 < len(marks) else len(joined)
        is_label = (
            kind in ("offer", "about") and line_end >= 0 and joined[end:line_end].strip() and joined[end - 1] != "\n"
        )
        if is_label and line_end < following and not _ITEM.match(joined, line_end):
            earlier: list[Kind] = [other for _, _, other in marks[:place] if other not in ("offer", "about")]
            found.append((line_end, line_end, earlier[-1] if earlier else "intro"))
    return found


def _kind_of(match: re.Match[str]) -> Kind:
    return next(kind for number, (kind, _) in enumerate(_HEADINGS) if match[f"{kind}_{number}"] is not None)


def _sentences(text: str, joined: str, start: int, end: int, kind: Kind) -> list[Clause]:
    found: list[Clause] = []
    at = start
    for mark in [*_BREAK.finditer(joined, start, end), None]:
        stop = mark.start() + (1 if mark.group()[0] in ".!?" else 0) if mark else end
        piece = text[at:stop]
        lead = len(piece) - len(piece.lstrip(" \t\n*-\u2022\u00b7\u25cf\u25aa\uf0b7\u2013"))
        if piece[lead:].strip():
            body = piece[lead:].rstrip()
            found.append(Clause(body, at + lead, _settled(kind, body)))
        at = mark.end() if mark else end
    return found


def _settled(kind: Kind, body: str) -> Kind:
    """A clause may be of another kind than its section: legal lines, praise of the firm before the first heading."""
    if _LEGAL.search(body):
        return "about"
    if _GIVES.match(body):
        return "offer"
    if kind == "intro" and _FIRM.match(body) and not _ASKS.search(body):
        return "about"
    return kind
