"""Lines in a resume that talk to the reader's program instead of about the person. They are shown and not scored."""

import re

_PATTERNS = (
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|rules?|criteria|above|previous)\b",
    r"\b(?:you are|act as|as) (?:an? |the )?(?:ai|a\.i\.|ats|language model|llm|assistant|chatbot|recruit\w+ (?:bot|system))\b",
    r"\b(?:rate|score|rank|grade|mark|recommend|hire|shortlist)\b.{0,30}\b(?:this|the|me|my)\b.{0,25}"
    r"\b(?:candidate|resume|résumé|cv|applicant|application)\b",
    r"\b(?:give|assign|award|return|output|set)\b.{0,30}\b(?:100|maximum|max|highest|top|perfect|full)\b.{0,20}"
    r"\b(?:score|points?|rating|marks?|match)\b",
    r"\b(?:system|assistant|user) ?(?:prompt|message|instruction)s?\b ?[:>]|<\|?(?:system|im_start)",
    r"\b(?:ignora|olvida|omite|descarta)\b.{0,40}\b(?:instrucciones|reglas|indicaciones|anteriores)\b",
    r"\b(?:eres|actúa como)\b.{0,20}\b(?:ia|inteligencia artificial|asistente|ats|modelo)\b",
    r"\b(?:puntúa|califica|valora|recomienda|da|asigna)\b.{0,40}\b(?:100|máxim\w+|candidat\w+|currículum)\b.{0,30}"
    r"\b(?:puntos|puntuación|nota|candidat\w+|currículum|100)\b",
    r"(?:पिछले|पहले के|ऊपर के|सभी)\s.{0,20}निर्देश.{0,30}(?:अनदेखा|नज़रअंदाज़|नजरअंदाज|भूल)",
    r"(?:तुम|आप) एक (?:एआई|ai|ats|सहायक)",
    r"(?:उम्मीदवार|रिज़्यूमे|रिज्यूमे|बायोडाटा).{0,30}(?:100|पूरे|अधिकतम).{0,15}(?:अंक|स्कोर)",
)
_INSTRUCTION = re.compile("|".join(_PATTERNS), re.IGNORECASE)


def is_instruction(line: str) -> bool:
    """True for a line that tells a program what to do with the resume."""
    return _INSTRUCTION.search(line) is not None
