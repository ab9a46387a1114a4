"""Whether a sentence names a thing only as an advantage: "Kafka is a plus", "if you know Go, lovely"."""

import re
from functools import lru_cache

from careercoach.content.scan import find_skills
from careercoach.features.matching.rules.choices import Mention

_NICE_AFTER = re.compile(
    r"(?:\b(?:is|are|be|would be|will be|as|considered|strongly|highly)\s+)*\b(?:an?\s+(?:\w+\s+)?(?:plus|bonus"
    r"|advantage|asset|surprise|extra)|preferred|preferabl[ey]|desirable|desired|nice[- ]to[- ]haves?|beneficial"
    r"|advantageous|helpful|appreciated|welcome|optional|not (?:a )?(?:essential|mandatory|must|requirement)"
    r"|(?:not|isn['\u2019]t) a deal[- ]?breaker|will make us (?:\w+ )?happy|(?:will|would) (?:also )?help"
    r"|(?:useful|handy|advantageous) *(?=$|[.,;)])|(?:but|though)[, ]+not (?:required|essential|necessary|mandatory)"
    r"|would be (?:great|nice|ideal|good|useful|lovely|awesome|fantastic|cool|perfect|amazing|brilliant|wonderful|excellent|a dream)|good to have)\b"
    r"|\b(?:is|are|'s|\u2019s|would be|will be|comes?|come in) (?:in )?(?:(?:also|really|super|very|always|especially) )?(?:nice|useful|handy|cool"
    r"|lovely|valued)\b(?! (?:at|with|in|to)\b)"
    r"|(?:isn|aren)['\u2019]t (?:essential|required|necessary|mandatory|a must)"
    r"|\?\s*(?:great|even better|lovely|brilliant|awesome|fantastic|cool|nice|perfect|bonus|plus|excellent|amazing)\b"
    r"|\b(?:sets? you apart|(?:makes? you |lets? you |to )?stand out|puts? you ahead|gives? you an edge|in your favou?r"
    r"|cherry on (?:the )?top|icing on the cake)\b"
    r"|\b(?:es|ser[aá]n?|son)\s+(?:un\s+)?(?:plus|ventaja|deseables?|valorables?)|\bdeseables?\b|\bvalorables?\b"
    r"|\bse valorar[aá]n?\b|\bvaloriza(?:-se|mos|do)\b|बेहतर होगा|अतिरिक्त लाभ|वांछनीय|वरीयता|प्राथमिकता|तो बेहतर"
    r"|\b(?:looked|smiled) (?:up)?on(?: (?:very )?(?:favou?rabl[ey]|kindly))?|\b(?:an? )?(?:\w+ )?extra, not\b|\bnot a condition\b|\ball the better\b|\b(?:an?|considered) assets?\b"
    r"|\b(?:would|will) (?:also )?(?:be (?:a treat|given preference)|sweeten|earn you)|\bgives? you a (?:leg up|head start)|\b(?:has|have|having) an edge\b|\b(?:won['\u2019]t|never|doesn['\u2019]t) (?:do (?:any|you) harm|hurt)|\bwe(?:['\u2019]d| would| will|['\u2019]ll) (?:pay (?:you )?more|fight|love you)"
    r"|\bopens? (?:many |some )?doors\b|\bcheered\b|\?\s*(?:we(?:['\u2019]ll| will) (?:add|pay|even)|tell us|let us know|mention it|say so|we(?:['\u2019]d| would) love)\b"
    r"|\bhelps?\s*(?:$|[.,;])|\b(?:est|serait|sont) un (?:plus|atout)|\bun atout\b|\bsouhait[eé]e?s?\b"
    r"|\bappr[eé]ci[eé]e?s?\b|\bvon vorteil\b|\bvorteilhaft\b|\bw[uü]nschenswert\b|\b(?:ist|sind|w[aä]ren?) (?:ein "
    r"(?:plus|bonus)|willkommen|gern gesehen)|\brund\w* (?:ihr|dein) profil ab"
    r"|\b(?:[eé]|ser[aá]) um diferencial|\bdesej[aá]ve(?:l|is)\b|优先|加分",
    re.IGNORECASE,
)
_OWN_THING = re.compile(r"\byears?\b|\bexperience\b|\bdegree\b|\bdiploma\b|\baños\b|\bexperiencia\b", re.IGNORECASE)
"""What may be preferred besides skills."""
_NICE_BEFORE = re.compile(
    r"\b(?:ideally|preferably|(?:it(?:['\u2019]d| would) be )?a treat if|(?:considered|are|as) (?:an )?(?:assets?|pluses)\s*:|, as (?:is|are|would)\b|bonus(?: points)?(?: for| if)?|(?:it )?(?:would|will|['\u2019]d) be (?:an? )?(?:\w+ )?(?:great|nice|lovely|good|plus|bonus"
    r"|advantage|fantastic|awesome|ideal)\b[^.;]{0,24} if|it helps (?:a lot )?if|(?:an? )?(?:\w+ )?(?:plus|advantage|bonus) if|extra credit(?: for| if)?|nice (?:to have|if)|good to have|plus points|extra points"
    r"|preference (?:for|given to)|optionally|desirable|preferred|(?:stands? out|even better) if"
    r"|idealmente|preferiblemente|valoriza(?:-se|mos)|we value|se valorar[aá]n?|deseable|idealerweise|im idealfall|vorzugsweise|w[uü]nschenswert"
    r"|id[eé]alement|de pr[eé]f[eé]rence)\b|वांछनीय|बेहतर होगा",
    re.IGNORECASE,
)
_IF_SO = re.compile(
    r"\bif you\b(?:['\u2019](?:ve|re|d))?(?P<thing>[^.;?!]{0,90}?)[,\u2013\u2014-]\s*(?:that(?:['\u2019]s| is| would be) |it(?:['\u2019]s| is) "
    r"|then |so much the |all the |this is |we(?:['\u2019]d| would) )?(?:an? |even |very |really |super |pretty )?(?:lovely|great|nice|cool"
    r"|bonus|plus|better|awesome|brilliant|fantastic|perfect|amazing|excellent|wonderful|good|advantage|love)\b",
    re.IGNORECASE,
)
""" "If you have touched Terraform before, lovely": no more than welcome."""
_MAYBE_NICE = re.compile(
    r"plus|bonus|advanta|asset|prefer|desir|nice|good to|benefi|helpful|appreciat|welcome|optional|not |great"
    r"|ideal|extra|ventaja|valora|deseable|बेहतर|लाभ|वांछनीय|वरीयता|प्राथमिकता|happy|deal|help|atout|souhait|vorteil|w[uü]nsch|diferencial|desej|优先|加分"
    r"|would be|as would|, as |if you|treat|doors|cheered|kindly|upon|condition|sweeten|earn|leg up|pay |fight|love|tell us|let us|mention|n['\u2019]t |\? |apart|stand out|ahead|edge|favou?r|cherry|icing|useful|handy|cool|lovely|valued"
    r"|appr[eé]ci|id[eé]al|willkommen|gern|vorzug|valoriza|we value|rund|pr[eé]f[eé]r|even better",
    re.IGNORECASE,
)
_ASKED_AFTER = re.compile(
    r"\s*(?:skills? |experience )?(?:is |are )?(?:an? )?(?:required|must\b|essential|mandatory|needed|obligator|imprescindible)",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:strong|proficien\w+|required|must|expert\w*|solid|deep|\d+\+? years?|excellent|advanced|essential"
    r"|mandatory|hands-on|proven|in-depth|imprescindible|s[oó]lid[oa]s?)\b|अनिवार्य|आवश्यक",
    re.IGNORECASE,
)


@lru_cache(maxsize=16)
def _may_hold_cue(sentence: str) -> bool:
    """Looked at once for all things that a sentence names."""
    return _MAYBE_NICE.search(sentence) is not None


def is_nice(sentence: str, mention: Mention) -> bool:
    """True when the sentence says of the mention that it helps and is no condition."""
    if not _may_hold_cue(sentence):
        return False
    for cue in _NICE_AFTER.finditer(sentence):
        if cue.start() >= mention.end and _speaks_for(sentence, mention, cue.start()):
            return True
    for cue in _NICE_BEFORE.finditer(sentence):
        closed = sentence.find(")", cue.end(), mention.start) >= 0
        if cue.end() <= mention.start and not closed:
            return True
    return any(cue.start("thing") <= mention.start < cue.end("thing") for cue in _IF_SO.finditer(sentence))


def _speaks_for(sentence: str, mention: Mention, cue: int) -> bool:
    """True when "... a plus" further on is said of this mention, not only of a later part of the sentence."""
    between = sentence[mention.end : cue]
    opened, closed = between.rfind("("), between.rfind(")")
    if opened > closed:
        # The cue stands in brackets that open after the mention: "Terraform (a plus)", not "AWS (Terraform a plus)".
        return not find_skills(between[opened:]) and not find_skills(between[:opened])
    start = max(sentence.rfind(".", 0, mention.start), sentence.rfind(";", 0, mention.start)) + 1
    own = between.rpartition(",")[2]
    if "," in between and _OWN_THING.search(own) and not find_skills(own):
        return False  # "Revit, one year of experience preferred"
    if _ASKED_AFTER.match(between):
        return False  # "English required, French preferred"
    strong = _STRONG.search(sentence, start, mention.start)
    comma = between.find(",")
    return not (strong and comma >= 0) and ". " not in between
