"""What a posting says besides skills: years, degree, certificates, place, pay and contract."""

import re
from collections.abc import Sequence

from careercoach.features.matching.rules.denials import denied_in
from careercoach.features.matching.rules.sections import Clause
from careercoach.features.matching.rules.studies import levels_in
from careercoach.features.matching.schemas import EDUCATION, Education, Place, Quote

_YEARS = re.compile(
    r"(?<![\d$.,])(\d{1,2})\s*(?:\+|plus|or more)?\s*(?:(?:-|\u2013|to|a|à|bis|से|至)\s*(\d{1,2})\s*\+?\s*)?(?:years?"
    r"|yrs?\.?|años?|anos?\b|ans?\b|jahren?|yoe\b|साल|वर्ष|年)"
    r"(?!\s*(?:old|of age|ago|de edad|d.âge|de idade|alt\b))",
    re.IGNORECASE,
)
_WORD_YEARS = re.compile(
    r"\b(an?|one|two|three|four|five|six|seven|eight|ten|dos|tres|cuatro|cinco|zwei|drei|vier|f[uü]nf|deux|trois|quatre|cinq)"
    r"(?:\s+(?:or|to|bis|à|ou)\s+(?:two|three|four|five|six|seven|eight|ten|drei|vier|f[uü]nf|trois|quatre|cinq)|\s+or\s+more)?"
    r"\s*(?:\(\d+\)\s*)?(?:\+\s*)?(?:years?|yrs|años|jahren?|ans\b)(?:\s+or\s+(two))?(?!\s*(?:ago|old|in\s+a\s+row))",
    re.IGNORECASE,
)
_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10,
    "a": 1, "an": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "funf": 5, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5,
    "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5,
}  # fmt: skip
_OF_WORK = re.compile(
    r"experi[eê]ncia|experience|exp[eé]rience|erfahrung|work|building|developing|background|track record|practice|अनुभव"
    r"|经验|role|industry|similar",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"[^.,;]{0,40}?\b(?:preferred|desirable|desired|a plus|an advantage|a bonus|nice to have|would be nice|deseable)\b",
    re.I,
)
"""After years or a certificate: they are no condition."""
_WISHED_BEFORE = re.compile(r"\b(?:preferably|ideally|bonus|a plus|nice to have)\b[^.;]{0,40}$", re.I)
_AT_LEAST = re.compile(r"(?:at least|minimum(?: of)?|mindestens|al menos|m[ií]nimo(?: de)?|au moins)\s+$", re.I)
_MIN = re.compile(r"\s+min(?:imum)?\b", re.I)
_OF_DOING = re.compile(r"['\u2019]?\s+(?:of\s+)?(?:\w+ing\b|in\b|as an?\b|on\b|with\b|at an?\b|agency\b)", re.I)
"""Around years: they are asked for, whatever else the sentence says."""
_FOR_YEARS = re.compile(r"\b(?:you|candidates?)\b[^.]*\bfor (?:about |around |at least )?$", re.I)
_BETWEEN_BARS = re.compile(r"\|\s*$")
_OF_THE_FIRM = re.compile(
    r"['\u2019]?\s+(?:in (?:business|the making|a row|total)|of (?:growth|history|success|service|innovation|tradition|age)"
    r"|warranty|contract|(?:fixed )?term|(?:\w+ ){0,2}guarantee|pay\b|of (?:(?:high )?school|college|algebra|math\w*|stud(?:y|ies)|university|course\w*)\b|(?:in|of) existence)|\s*(?:running|strong)(?=\s*(?:[.,;)]|$))",
    re.I,
)
"""After years that are no one's work: "40 years in business"."""
_LATELY = re.compile(r"\b(?:last|past|in|within|previous|next|every|each|derniers?|[uú]ltimos|letzten)\s+$", re.I)
"""Before years that only bound a time: "a clean record for the last 3 years"."""
_INSTEAD = re.compile(
    r"\b(?:any |an )?(?:equivalent )?combination of (?:relevant |related )?(?:education|experience|training)"
    r"|\bin lieu of (?:a |the )?(?:degree|education)|may (?:be )?substitut|can substitute|experience (?:in place of|instead of) (?:a )?degree",
    re.I,
)
"""Experience in the place of a degree, also when another sentence says so."""
_NO_DEGREE = re.compile(
    r"\b(?:no|without an?) (?:college |university )?degree|degree (?:is )?not (?:required|necessary)"
    r"|regardless of degree|sin t[ií]tulo",
    re.I,
)
_SOFT_DEGREE = re.compile(
    r"preferred|a plus|desirable|ideally|nice (?:to have|but)|advantage|bonus"
    r"|not (?:required|necessary|needed|essential|mandatory)|or (?:equivalent )?(?:practical |work "
    r"|relevant )*experience|is (?:fine|welcome|great|okay|ok)\b|nobody|o experiencia|equivalent|deseable|वांछनीय",
    re.IGNORECASE,
)
_CERTIFICATE = re.compile(
    r"\b(?:(?i:valid|current|active)\s+(?:[a-z]+\s+){0,2})?(?:[A-Z][\w+&.-]*\s+){0,4}(?i:certifi(?:ed|cation|cate)s?|licen[sc]e[ds]?"
    r"|licensure)\b(?: [A-Z][a-z]+(?: [A-Z][a-z]+)?)?"
    r"|\b(?:[A-Z][a-z]+ ){1,3}(?:[Ss]tate )?[Bb]ar\b(?= *(?:[.,;)]|$|or\b|and\b|exam|admission|member))"
    r"|\b(?:CPA|PMP|CISSP|CISA|CISM|CCNA|CCNP|CEH|RN|BLS|ACLS|CFA|ACCA|SHRM-CP|SHRM-SCP|PHR|SPHR|CSM|PMI-ACP|ITIL"
    r"|OSHA ?\d*|CDL|NCLEX(?:-RN)?|EIT|CELTA|TEFL|Six Sigma(?: \w+ Belt)?|ServSafe)\b"
)
_REMOTE = re.compile(
    r"\b(?:fully |100 ?% |100 percent )?remote(?:ly)?\b|work from (?:home|anywhere)|teletrabajo|remoto|रिमोट|घर से काम"
    r"|t[eé]l[eé]travail (?:complet|total|100)|100 ?% t[eé]l[eé]travail|home ?office 100|远程办公",
    re.IGNORECASE,
)
_NOT_REMOTE = re.compile(
    r"\b(?:no|not|non)[- ](?:a )?remote|remote (?:work )?is not|not (?:available|eligible) for remote|remote(?: job| work)?\s*:\s*no\b",
    re.IGNORECASE,
)
_HYBRID = re.compile(
    r"\bhybrid\b|h[ií]brid[oa]|\bhybrides?\b|हाइब्रिड|\b\d days? (?:a|per|each|every) (?:week|month) (?:in (?:the|our) office|on[- ]?site)"
    r"|\b\d days? (?:in (?:the |our )?office|on[- ]?site|(?:of )?(?:home ?office|remote|wfh|working from home))"
    r"|\b(?:\d|one|two|three) days? (?:a|per) (?:week|month) (?:remote|from home)|\bremot[eo] (?:al )?(?:[1-9]\d) ?%|\b[1-9]\d ?% (?:remot[eo]|home[ -]?office|mobile)"
    r"|t[eé]l[eé]travail (?:partiel|\d|jusqu|possible|ponctuel|r[eé]gulier)|\d (?:jours?|d[ií]as?|tage?) (?:de |an |pro woche )?(?:t[eé]l[eé]travail|teletrabajo|home ?office)"
    r"|teletrabajo (?:parcial|\d)|homeoffice[- ](?:m[oö]glich|anteil|tage|option)|teilweise home ?office|混合办公",
    re.IGNORECASE,
)
_ONSITE = re.compile(
    r"\bon[- ]?site\b|in[- ]office|in[- ]person|presencial|office[- ]based|\bWFO\b|work from office|sur site|vor ort|现场办公",
    re.IGNORECASE,
)
_CONTRACTS = (
    (
        "internship",
        r"\binternship\b|\bintern\b|pr[aá]cticas|\bpraktikum\b|\bstage\b(?= de| \()|est[aá]gio|实习|इंटर्नशिप",
    ),
    ("freelance", r"\bfreelancer?\b|\bself[- ]employed\b|\bfreiberuflich|\bindependent contractor\b"),
    (
        "part-time",
        r"\bpart[- ]time\b|\bteilzeit\b|temps partiel|兼职|jornada parcial|\b0[.,][1-9]\d? ?FTE\b|\b(?:1\d|2\d|30) ?(?:hours|hrs|h|std\.?|stunden|horas|heures)(?: (?:a|per|por|pro|par|each) | ?/ ?)(?:week|wk|woche|semana|semaine)|\(\d\d (?:hours|hrs|std\.|stunden|horas)\)|media jornada|tiempo parcial|अंशकालिक",
    ),
    (
        "temporary",
        r"\btemporary\b|\bfixed[- ]term\b|\bcontract (?:role|position|basis)\b|\b\d+[- ](?:months?|weeks?) contract\b"
        r"|\bseasonal\b|temporal\b|\bcontract\s*[:(]\s*\d+ (?:months?|weeks?)|\b\d+[- ]month (?:fixed|contract|ftc)|\bFTC\b|contrato a termo|duraci[oó]n determinada|\b(?:six|three|twelve|\d+) months?(?: contract| fixed|[.,]? fixed)|\btemporary assignment|\bbefristet|(?-i:\bCDD\b)|int[eé]rim",
    ),
    (
        "full-time",
        r"\bfull[- ]time\b|\bpermanent\b|(?-i:\bFT\b)|jornada completa|tiempo completo|indefinido|\bvollzeit\b|\bunbefristet|(?-i:\bCDI\b)|temps plein|\bCLT\b|tempo integral|全职|पूर्णकालिक",
    ),
)


def find_years(parts: Sequence[Clause]) -> tuple[float | None, float | None, Quote | None]:
    """Least and most years of work asked for, and where; must sections win over the rest, nice ones do not count."""
    for kinds in (("must",), ("intro", "duty")):
        # Years that may stand in for a degree are more than the work itself asks for.
        asking = [part for part in parts if part.kind in kinds]
        plain = [part for part in asking if not _INSTEAD.search(part.text)]
        found = [years for part in plain for years in _years_in(part)]
        found = found or [years for part in asking for years in _years_in(part)]
        if found:
            return max(found, key=lambda item: item[0])
    return None, None, None


def _years_in(part: Clause) -> list[tuple[float, float | None, Quote]]:
    of_work = part.kind == "must" or _OF_WORK.search(part.text) is not None or len(part.text) <= 25
    found: list[tuple[float, float | None, Quote]] = []
    for match in (*_YEARS.finditer(part.text), *_WORD_YEARS.finditer(part.text)):
        start, end = match.span()
        least = int(match[1]) if match[1].isdigit() else _NUMBERS[match[1].lower()]
        most = float(match[2]) if match.re is _YEARS and match[2] else None
        if _OF_THE_FIRM.match(part.text, end) or _LATELY.search(part.text, max(0, start - 20), start):
            continue
        if _is_any_year(part.text, match):
            continue
        asked = of_work or "+" in match.group() or _AT_LEAST.search(part.text, max(0, start - 16), start)
        asked = asked or _MIN.match(part.text, end) or _OF_DOING.match(part.text, end)
        asked = (
            asked
            or _BETWEEN_BARS.search(part.text, max(0, start - 8), start)
            or _FOR_YEARS.search(part.text, max(0, start - 120), start)
        )
        if asked and least <= 30 and not _WISHED.match(part.text, end):
            quote = Quote(quote=match.group(), start=part.start + start, end=part.start + end)
            found.append((float(least), most, quote))
    return found


def _is_any_year(sentence: str, match: re.Match[str]) -> bool:
    """ "Twice a year", "an exciting year": the little word is no number, unless "a year or two in an agency"."""
    if match[1].lower() not in ("a", "an"):
        return False
    return not re.match(
        r"['\u2019]?s?\s+(?:of\s+)?(?:\w+\s+)?(?:experience|work|practice)", sentence[match.end() :], re.I
    ) and not (
        re.search(r"\byou", sentence, re.I) and " or " in match.group() and _OF_DOING.match(sentence, match.end())
    )


def find_education(parts: Sequence[Clause]) -> tuple[Education | None, bool, Quote | None]:
    """The lowest degree that is enough, whether it is a must, and where it is asked for."""
    instead = any(_INSTEAD.search(part.text) for part in parts)
    for part in parts:
        if part.kind == "offer":
            continue
        if _NO_DEGREE.search(part.text):
            return "none", False, Quote(quote=part.text, start=part.start, end=part.start + len(part.text))
        levels = levels_in(part.text) if part.kind != "about" else []
        if levels and re.search(
            r"degree|diploma|bachelor|master|ph\.?d|b\.|m\.|licenci|grado|t[ií]tulo|bse|bsc|\bb[as] in|\bms in|\bfp\b|cfg|nvq|ingenier[ií]a|स्नातक|डिप्लोमा|school|bsc"
            r"|btech|mba|आई\.?टी\.?आई|equivalent|12th|12वीं|10\+2|bac\s?\+|licence|ensino|studium|ausbildung|abschluss|doctor|学历|本科|硕士|大专",
            part.text,
            re.I,
        ):
            level, start, end = min(levels, key=lambda item: EDUCATION.index(item[0]))
            must = part.kind != "nice" and not _SOFT_DEGREE.search(part.text) and not instead
            quote = Quote(quote=part.text[start:end], start=part.start + start, end=part.start + end)
            return level, must, quote
    return None, False, None


def find_certificates(parts: Sequence[Clause]) -> list[Quote]:
    """Certificates and licences asked for, as written; those of nice-to-have sections are left out."""
    found: dict[str, Quote] = {}
    for part in parts:
        if part.kind not in ("must", "intro", "duty"):
            continue
        for match in _CERTIFICATE.finditer(part.text):
            struck = any(start <= match.start() and match.end() <= end for start, end in denied_in(part.text))
            if struck or _WISHED.match(part.text, match.end()) or _WISHED_BEFORE.search(part.text[: match.start()]):
                continue
            quote = Quote(quote=match.group(), start=part.start + match.start(), end=part.start + match.end())
            found.setdefault(match.group().lower(), quote)
    return list(found.values())


def find_place(text: str) -> Place | None:
    """Where the work is done, when the posting says so."""
    if _HYBRID.search(text):
        return "hybrid"
    if _REMOTE.search(text) and not _NOT_REMOTE.search(text):
        return "remote"
    return "onsite" if _ONSITE.search(text) or _NOT_REMOTE.search(text) else None


def find_contract(text: str) -> str:
    """The kind of contract, or nothing."""
    return next((name for name, words in _CONTRACTS if re.search(words, text[:6000], re.IGNORECASE)), "")
