"""The headings of a posting that are known word by word."""

import re
from typing import Literal

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
        r"|deseables?|se valorar[aá]|valorable|plus|ser[aá] un plus|requisitos deseables|requisitos (?:valorables|desead[oa]s|no excluyentes)|अतिरिक्त योग्यता|वरीयता|प्राथमिकता"
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
        r"|you should have|candidate profile|profile|person specification|(?:desired|preferred) candidate(?: profile)?"
        r"|education(?: and experience)?|eligibility|to be successful[^:\n]{0,30}|(?:required |minimum )?knowledge,? skills(?:,)? (?:and"
        r"|&) abilities|experience|tech(?:nical)? stack|our stack"
        r"|requisitos(?: (?:m[ií]nimos|imprescindibles|del puesto|indispensables))?|perfil(?: (?:buscado|requerido"
        r"|del candidato))?|qu[eé] (?:buscamos|necesitas|(?:te )?pedimos)|lo que buscamos|imprescindible"
        r"|experiencia(?: requerida)?|formaci[oó]n|estudios m[ií]nimos|conocimientos(?: requeridos| necesarios)?|habilidades(?: requeridas)?"
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
HEADING_LINE = re.compile(rf"^[\W_\d]{{0,6}}(?:{_ALL})[\s:\uff1a\-\u2013\u2014?*_#!.]*$", re.IGNORECASE)
ABOUT_LINE = re.compile(r"^[\W_]{0,6}about\s+[A-Z][\w&.' -]{1,40}[\s:*_#]*$")
INLINE = re.compile(
    rf"(?:(?<=[.!?;:)*])|(?<=\n)|^)[ \t*_#\u2022-]{{0,6}}(?:{_ALL})[ \t]{{0,3}}[*_]{{0,3}}[:\uff1a][*_]{{0,3}}[ \t]{{0,3}}",
    re.IGNORECASE | re.MULTILINE,
)


def kind_of(match: re.Match[str]) -> Kind:
    """The kind of section that a match of HEADING_LINE or INLINE opens."""
    return next(kind for number, (kind, _) in enumerate(_HEADINGS) if match[f"{kind}_{number}"] is not None)
