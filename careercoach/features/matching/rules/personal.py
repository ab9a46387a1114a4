"""What a resume says about the person that is nobody's business when their skills are judged.

Single words of this kind weigh nothing already (`recognition/background.toml`); here are the phrases whose other
words would count: "Nigerian citizen", "two children", "on maternity leave until spring".
"""

import re

_END = r"(?=\s*(?:[.,;|)\n]|$))"
_COUNT = r"(?:\d{1,2}|an?|one|two|three|four|five|six|una?|dos|tres|cuatro|cinco|एक|दो|तीन|चार)"
_PHRASES = (
    r"(?:nationality|citizenship|nacionalidad|ciudadan[ií]a|राष्ट्रीयता|नागरिकता) *[:–-]? *[^\n,;.|]{2,40}",
    r"(?-i:\b[A-ZÀ-Ý][\w-]+(?: [A-ZÀ-Ý][\w-]+)?) (?:citizen|passport holder)\b",
    rf"(?-i:\b[A-ZÀ-Ý][\w-]+) national{_END}",
    r"(?:gender|sexo|g[eé]nero|लिंग) *[:–-] *\w+",
    r"(?:marital status|civil status|estado civil|वैवाहिक स्थिति) *[:–-]? *[^\n,;.|]{2,30}",
    rf"\b(?:married|single|unmarried|divorced|widowed|casad[oa]|solter[oa]|divorciad[oa]){_END}",
    rf"\b{_COUNT} (?:small |young |hijos? )?(?:children|child|kids?|sons?|daughters?|hij[oa]s?|बच्चे|बच्चा){_END}",
    rf"\b(?:mother|father|parent|madre|padre) (?:of|de) {_COUNT}(?: (?:children|kids|hijos))?{_END}",
    r"\bon (?:maternity|paternity|parental|family) leave(?: (?:until|till|since|from) [^\n.;,|]{2,30})?",
    r"\b(?:en|de) (?:baja|permiso) (?:maternal|paternal|por maternidad|por paternidad)(?: (?:hasta|desde) [^\n.;,|]{2,30})?",
    r"(?:date of birth|born on|born in|fecha de nacimiento|naci[dó]a? (?:el|en)|जन्म ?तिथि) *[:–-]? *(?:\d[\d./-]{3,10}"
    r"|\d{1,2} (?:de )?\w+ (?:de )?\d{4}|\w+ \d{1,2},? \d{4})",
    r"\b(?:\d{2} years old|\d{2} años de edad|aged \d{2})\b",
)
_PERSONAL = re.compile("|".join(_PHRASES), re.IGNORECASE)


def without_personal(text: str) -> str:
    """The text with such phrases blanked out, every place unchanged."""
    return _PERSONAL.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)
