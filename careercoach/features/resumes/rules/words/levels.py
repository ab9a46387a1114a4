"""Words that say how well, not what: left out of skill names."""

LEVELS = """
    beginner|basic|basics|elementary|novice|intermediate|upper intermediate|advanced|expert|proficient
    proficiency|fluent|native
    master|competent|familiar|experienced|good|very good|excellent|strong|working knowledge|skilled
    professional|fundamental|limited
    native speaker|conversational|learning|senior|junior|mid|high|medium|low|average|some experience
    familiarity|knowledgeable
    working|solid|daily use|in depth|in-depth|hobbyist|years|year|apprentice|journeyman|fair|very high|moderate
    principiante|básico|intermedio|avanzado|experto|nativo|alto|medio|bajo|bueno|muy bueno|excelente
    nivel básico|nivel intermedio
    nivel avanzado|dominio|usuario|débutant|intermédiaire|avancé|expert|courant|maîtrise|bon|très bon
    excellent|notions|confirmé
    bonnes connaissances|anfänger|grundkenntnisse|fortgeschritten|sehr gut|gut|experte|expertin|muttersprache
    verhandlungssicher|grundlagen|vorhanden|vertraut|versiert|skillful|adept|native or bilingual|amateur
    specialist|sólido|operativo|opérationnel|satisfaisant|conhecimento básico|basiswissen
    gute kenntnisse|sehr gute kenntnisse|fließend|basiskenntnisse|fortgeschrittene kenntnisse|iniciante
    intermediário|avançado
    especialista|fluente|ótimo|bom|शुरुआती|मध्यम|उन्नत|विशेषज्ञ|अच्छा|बहुत अच्छा|प्रवीण|कुशल|मूल|初级|中级|高级|精通
    熟练|熟悉|了解|掌握|良好|一般
"""

PREFIXES = (
    "proficient in", "proficient with", "experience with", "experience in", "experienced in",
    "experienced with", "knowledge of",
    "working knowledge of", "familiar with", "familiarity with", "fluent in", "skilled in", "expert in",
    "strong", "basic",
    "advanced", "intermediate", "good knowledge of", "expertise in", "competent in", "including", "and", "y",
    "et", "und", "e", "或",
    "और", "以及", "conocimientos de", "conocimiento de", "dominio de", "manejo de", "experiencia en",
    "maîtrise de", "connaissance de",
    "kenntnisse in", "erfahrung mit", "conhecimento em", "conhecimentos em", "domínio de", "experiência com",
    "精通", "熟练使用", "熟练掌握",
    "熟悉", "了解", "掌握", "使用",
)  # fmt: skip
