"""Words that claim something in any sentence: figures in letters, ranks, papers, months. They must have been there."""

from careercoach.features.resume_builder.rules.words import listed

NUMBER_WORDS: dict[str, float] = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 10**9, "dozen": 12,
    "dozens": 12, "hundreds": 100, "thousands": 1_000, "millions": 1_000_000, "half": 0.5, "double": 2, "doubled": 2,
    "doubling": 2, "doubles": 2, "triple": 3, "tripled": 3, "tripling": 3, "triples": 3, "twice": 2, "quadruple": 4,
    "quadrupled": 4, "quadrupling": 4, "quadruples": 4, "halve": 0.5, "halved": 0.5, "halving": 0.5, "halves": 0.5,
    "quarter": 0.25, "thrice": 3, "lakh": 100_000, "crore": 10**7,
    "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
    "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "veinte": 20, "treinta": 30, "cuarenta": 40,
    "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100, "ciento": 100,
    "cientos": 100, "mil": 1_000, "miles": 1_000, "millón": 1_000_000, "millones": 1_000_000, "docena": 12, "docenas": 12,
    "mitad": 0.5, "doble": 2, "dupliqué": 2, "duplicó": 2, "duplicar": 2, "duplicando": 2, "tripliqué": 3,
    "duplica": 2, "triplicar": 3, "triplicó": 3, "triplica": 3, "triplicando": 3, "tercio": 0.33,
    "दो": 2, "तीन": 3, "चार": 4, "पाँच": 5, "पांच": 5, "छह": 6, "छः": 6, "सात": 7, "आठ": 8, "नौ": 9, "दस": 10, "ग्यारह": 11,
    "बारह": 12, "पंद्रह": 15, "बीस": 20, "पच्चीस": 25, "तीस": 30, "चालीस": 40, "पचास": 50, "साठ": 60, "सत्तर": 70,
    "अस्सी": 80, "नब्बे": 90, "सौ": 100, "हज़ार": 1_000, "हजार": 1_000, "लाख": 100_000, "करोड़": 10**7, "दर्जन": 12,
    "आधा": 0.5, "आधी": 0.5, "आधे": 0.5, "दोगुना": 2, "दोगुनी": 2, "दुगना": 2, "दुगुना": 2, "तिगुना": 3, "तीनगुना": 3,
}  # fmt: skip

# Ranks, titles and papers: only where the resume has that very word, whatever else begins like it.
TITLES = listed(
    "manager director engineer head chief leader senior junior principal vice president vp ceo cto cfo coo founder "
    "cofounder owner partner supervisor coordinator architect consultant specialist expert professor doctor analyst "
    "developer administrator executive officer certified certificate certification licensed accredited award awarded "
    "diploma degree bachelor master masters phd mba graduate honours honors patent patented published promoted "
    "gerente director directora jefe jefa ingeniero ingeniera supervisor supervisora coordinador coordinadora "
    "experto experta certificado certificada certificación licenciado licenciada máster doctorado premio premiado premiada "
    "líder socio socia fundador fundadora ascendido ascendida "
    "प्रबंधक निदेशक प्रमुख वरिष्ठ अधिकारी अभियंता इंजीनियर प्रमाणित प्रमाणपत्र पुरस्कार पुरस्कृत विशेषज्ञ संस्थापक मैनेजर "
    "डायरेक्टर पदोन्नत"
)

# Praise and reach: a coach adds none; its owner may.
PRAISE = listed(
    "winning acclaimed renowned best top first only sole solely single-handedly international global worldwide "
    "mejor primer primera único única internacional mundial सर्वश्रेष्ठ पहला पहली एकमात्र अंतरराष्ट्रीय"
)

NEGATIONS = listed("not no never without none nor no nunca sin ningún ninguna jamás नहीं न बिना कभी")
