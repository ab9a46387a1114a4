"""What a question in the chat is about: the words by which each wish and each score is asked for."""

import re
from collections.abc import Mapping

from careercoach.features.matching.schemas import Metric

INTENTS: Mapping[str, re.Pattern[str]] = {
    "compare": re.compile(
        r"\bcompare\b|\bversus\b|\bvs\b|better (?:for me|fit)|other (?:job|posting|one)|which (?:job|one|posting)"
        r"|compara|\bcon el otro\b|otra oferta|cual (?:oferta|me conviene)|तुलना|दूसरी नौकरी|दूसरे विज्ञापन|कौन सी नौकरी",
    ),
    "say": re.compile(
        r"what (?:do|should|can|could) i (?:say|answer|tell)|how (?:do|should|can) i (?:explain|talk|answer|present)"
        r"|interview|cover letter|que (?:digo|respondo|puedo decir|debo decir)|como (?:explico|respondo|cuento)"
        r"|entrevista|क्या कह|क्या बोल|क्या बता|इंटरव्यू|साक्षात्कार|कैसे समझा",
    ),
    "long": re.compile(
        r"how (?:long|many (?:hours|weeks|months))|how much time|when (?:will|can|could) i|by when|deadline"
        r"|cuanto (?:tiempo|tarda|falta)|cuantas (?:horas|semanas)|cuando (?:estare|podre|puedo)"
        r"|कितना समय|कितने (?:घंटे|हफ़्ते|हफ्ते|दिन|महीने)|कब तक|कितनी देर",
    ),
    "first": re.compile(
        r"what (?:first|next|now)|(?:do|learn|start|begin)\b.{0,20}\b(?:first|next|with)\b|where (?:do|should) i (?:start|begin)"
        r"|what should i (?:do|learn|focus)|priorit|most important|next step"
        r"|que (?:hago|aprendo) primero|por donde empiezo|que (?:deberia|debo) (?:hacer|aprender)|primer paso|siguiente paso"
        r"|पहले क्या|सबसे पहले|कहाँ से शुरू|अगला कदम|क्या सीखूँ|क्या करूँ",
    ),
    "missing": re.compile(
        r"missing|\black\b|gaps?\b|don'?t i have|what do i need|weak(?:ness|est)?|me falta|que falta|carencia|brecha"
        r"|debilidad|कमी|क्या नहीं|कमज़ोर|कमजोर|गैप|क्या चाहिए",
    ),
    "strengths": re.compile(
        r"strength|good at|strong|do i have|advantage|fortaleza|punto(?:s)? fuerte|que tengo|ventaja"
        r"|ताक़त|ताकत|मज़बूत|मजबूत|मेरे पास क्या|ख़ूबी|खूबी",
    ),
    "why": re.compile(
        r"\bwhy\b|how (?:is|was|come)|reason|explain|por que|como se calcul|explica|motivo|razon|क्यों|क्यूँ|कारण|कैसे निकला",
    ),
    "apply": re.compile(
        r"should i apply|apply anyway|worth applying|can i apply|(?:debo|deberia|puedo|vale la pena) (?:postular|aplicar"
        r"|solicitar|presentar)|आवेदन|अप्लाई",
    ),
}  # fmt: skip

METRICS: Mapping[Metric, re.Pattern[str]] = {
    "salary_match": re.compile(r"salar|\bpay\b|wage|sueldo|remunera|वेतन|तनख़्वाह|सैलरी"),
    "location_match": re.compile(r"location|commut|remote|ubicaci|lugar|remoto|जगह|स्थान|रिमोट"),
    "culture_fit": re.compile(r"culture|cultura|माहौल|संस्कृति"),
    "education_match": re.compile(r"education|degree|educaci|titulo|estudios|formacion|शिक्षा|डिग्री|पढ़ाई"),
    "experience_match": re.compile(r"experience|years|experiencia|anos|अनुभव|साल"),
    "soft_skills": re.compile(r"soft skill|habilidades blandas|सॉफ़्ट|सॉफ्ट"),
    "technical_skills": re.compile(r"technical|tecnic|तकनीकी"),
    "domain_knowledge": re.compile(r"domain|industry|field|sector|dominio|क्षेत्र|डोमेन"),
    "readiness_percentage": re.compile(r"readiness|ready|prepara|listo|तैयार"),
    "confidence_level": re.compile(r"confiden|sure|confianza|segur|भरोसा|पक्का"),
    "skills_match": re.compile(r"skills? (?:match|score)|skill\b|habilidades|स्किल|कौशल"),
}
