"""Lines of other people's texts that speak to the coach instead of to people: nothing in them counts as written.

Finding them is a second net. The first is that no text can order anything: our rules do not read orders, and of what
a model says only that stays which is quoted, known, and near our own figures.
"""

import re
from functools import cache

from careercoach.core.letters import fold

# What no resume, posting or answer says to people. Over folded text: small letters, no accents.
_COMMANDS = (
    r"\b(?:ignor\w*|disregard\w*|forget|override|bypass|olvid\w*|ignora\w*|omite)\b.{0,40}\b(?:all|any|your|previous|above|prior|the|todas|las|la)\b.{0,40}"
    r"\b(?:instruc\w+|rules?|rubric\w*|prompts?|guidelines?|reglas?|rubrica|criterios)\b",
    r"\b(?:disregard|ignore|forget) (?:your|the|all|any) (?:rubric|rules?|instructions?|prompt)",
    r"(?:निर्देश|नियम).{0,40}(?:अनदेखा|भूल)",
    r"\b(?:dan|developer|god|evaluation|grading) mode\b|\bjailbreak\b|\bsystem (?:prompt|override)\b|\bmodo desarrollador\b",
    r"\b(?:give|award|assign|grant|set|output|return|write|report|reported|rate|mark|score|put|pon|dame|da|asigna|evalua|califica|otorga|devuelve|escribe|pide)\b"
    r".{0,50}\b(?:100 (?:points?|puntos|percent|marks|for everything|of 100|out of 100|de 100|to everything)|full marks|verdict fit)\b",
    r"\b(?:rate|rates|score|give|set)\b.{0,50}\b(?:must|to|at|a|be|of)\b (?:be )?(?:write )?100\b",
    r"\b(?:every|all|each|toda?s?|cada)\b.{0,30}\b(?:scores?|field|metrics?|puntos)\b.{0,50}\b100\b",
    r"\b100 (?:of|out of|de) 100\b|\b100 (?:points?|puntos)\b|\bfull marks\b|\b(?:overall|score|readiness|match|confidence)\W{0,4}(?:=|:|is|to|must be)?\W{0,3}\b100\b",
    r"\boverall,? ?100\b|\breadiness (?:to )?100\b|100 (?:में से )?(?:100 )?अंक|100 कर द|\bverdict\W{1,3}(?:is )?fit\b|\bfit\b.{0,20}\b100\b|\bpuntos de 100\b",
    r"\b\d{3,} ?xp\b|\bmark all (?:key points|tasks)\b|\bkeep that score\b|\bpre-?approved by\b",
    r"\b(?:ai|llm|automated|automatic) (?:reviewers?|screeners?|graders?|evaluators?|raters?)\b|\bnote to automated\b|स्वचालित प्रणाली",
    r"(?:^|[\n\"'>] ?)(?:system|assistant|user|instruccion interna)(?: (?:message|note|override))?(?: \([^)\n]{0,30}\))? ?:",
    r"\bsystem override\b|\bnew instructions\b|\bnew task from\b|\byou are (?:now )?(?:a|an|the|in) .{0,40}(?:recruiter|interviewer|assistant|model|mode|ai|grader|examiner)\b",
    r"\bverified by staff\b|\bcertified by the coach|\bby order of the (?:platform|coach|operator)|\bwhoever rates\b|\bcandidate is perfect\b|\bcandidato es perfecto\b",
    r"\binterviewer already approved\b|\bnote from the (?:developers|operator)\b|\boperator: |\bscoring finished\b",
    r"\b(?:decode and obey|then (?:print|say) \S+$|your (?:json|output) must|end your answer with|copy this line|every answer with \S+ )",
    r"\bprint your\b|\bfull text of this conversation\b|\brepeat \S*[a-z]-?canary|\btell the (?:applicant|candidate) to\b|\bevery task must be\b",
    r"<\|[^|\n]{0,40}\|>|\[/?inst\]|<<(?:data|end|sys)|<<<|</(?:data|answer|posting|resume|document)>|<answer>",
    r"\"\s?[,}\]]+\s?[\[{]?\s?\"?[a-z_]+\"?\s?:|^\s?[{\[]\s?\"[a-z_]+\"\s?:|\",\"[a-z_]+\":",
    r"!\[[^\]\n]*\]\s?\(|<(?:script|iframe)\b|\]\(\s?(?:javascript|data):",
)  # fmt: skip
# What may well be said to people, too; beside a model it is still left out of what counts as known.
_HINTS = (
    r"\b(?:skip|drop|without|no|sin)\b.{0,20}\b(?:rules|reglas)\b|\bfrom now on\b|\bact as\b|\bpretend\b|\bnote (?:to|from) .{0,40}\b(?:developers?|operator|ai|coach)\b",
    r"\b(?:give|award|set|output|return|write|report|rate|mark|score|pon|da|dame|escribe)\b.{0,60}\b(?:100|perfect|maximum|highest|10 ?/ ?10)\b",
    r"\b100\b ?(?:%|percent|marks)|अंक दें|\bhas been verified\b|\balready approved\b|\bpre-?approved\b",
    r"\b(?:repeat|print|say|write|output|confirm|greet|answer|reply|include|add|copy|escribe)\b.{0,40}(?:\bthe word\b|\bwith \S+$|\bthis line\b|canary)",
    r"\b(?:base64|rot13)\b|\bwhen you (?:write|answer|reply|score|judge)\b|\bsend (?:the|this|it)\b.{0,60}\bto\b|\byour (?:reply|answer|summary)\b",
    r"\bas an image\b|\bas a link\b|\bin a link\b|\bpost this\b|\bhttps?://|<(?:img|svg)\b|\blog ?in at\b|\bsystem\b ?:|\boperator\b|\bassistant\b ?:",
    r"\b[a-z0-9+/]{40,}={0,2}(?![\w/])|\"[a-z_]+\" ?: ?(?:\d+|true|\")|लिखें?।?$|लिखिए।?$",
)  # fmt: skip


@cache
def _pattern(with_hints: bool) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{one})" for one in (*_COMMANDS, *(_HINTS if with_hints else ()))), re.MULTILINE)


# Without one of these no command is there: most texts are looked through once.
_GATE = re.compile(
    r"100|ignor|disregard|forget|olvid|omite|override|mode\b|modo |jailbreak|xp\b|system ?[:(po]|assistant ?:|user ?:|instruc|approved|certified by"
    r"|order of|whoever|verified by|perfec|full marks|mark all|that score|scoring|operator|developers|screener|reviewer|grader|evaluator|rater|decode"
    r"|every task|copy this|your json|your answer|new task|you are|canary|print|<\||<<|</|<answer|<script|<iframe|\[/?inst|\]\(|!\[|\" ?[,:}\]]|निर्देश|नियम"
    r"|स्वचालित|tell the|conversation|then say"
)


def is_command(line: str) -> bool:
    """Whether a line plainly orders the coach about."""
    folded = fold(line).text
    return _GATE.search(folded) is not None and _pattern(False).search(folded) is not None


def is_order(line: str) -> bool:
    """Whether a line seems to speak to the coach: wider than `is_command`."""
    return _pattern(True).search(fold(line).text) is not None


def without_commands(text: str) -> str:
    """The text with blanks for each sentence that orders the coach about; every other place stays where it was."""
    folded = fold(text).text
    if not _GATE.search(folded) or not _pattern(False).search(folded):
        return text
    lines = text.split("\n")
    return "\n".join(" " * len(line) if line.strip() and is_command(line) else line for line in lines)


def without_orders(text: str) -> str:
    """The text without the lines that seem to speak to the coach."""
    return "\n".join(line for line in text.split("\n") if not is_order(line))
