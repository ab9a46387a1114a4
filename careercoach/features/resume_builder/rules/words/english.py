"""English verbs of resumes by what they are about, the nouns that hide them, and phrases that say nothing."""

from careercoach.features.resume_builder.rules.words import listed

# base[:past[:gerund[:participle]]]; what is left out is regular.
VERBS: dict[str, str] = {
    "lead": "manage lead:led direct supervise oversee:oversaw:overseeing:overseen head chair run:ran:running:run guide steer "
    "spearhead orchestrate coordinate delegate mobilise mobilize",
    "people": "train coach mentor teach:taught:teaching:taught recruit hire onboard:onboarded:onboarding instruct educate "
    "tutor motivate staff",
    "make": "build:built:building:built design develop create produce construct craft establish found implement introduce "
    "launch engineer program:programmed:programming code assemble compose prototype "
    "configure install deploy integrate devise generate model",
    "better": "improve enhance optimise optimize streamline simplify modernise modernize upgrade refine strengthen refactor "
    "redesign restructure revise automate standardise standardize accelerate transform clarify",
    "less": "reduce cut:cut:cutting:cut decrease lower minimise minimize eliminate shorten save halve",
    "more": "increase grow:grew:growing:grown raise boost expand double triple extend exceed achieve win:won:winning:won",
    "study": "analyse analyze research investigate evaluate assess examine measure study:studied:studying survey identify "
    "diagnose forecast:forecast:forecasting:forecast compare calculate map:mapped:mapping explore interpret",
    "keep": "maintain monitor operate administer control:controlled:controlling track handle ensure update repair service "
    "troubleshoot:troubleshot:troubleshooting:troubleshot resolve fix secure clean store secure support",
    "write": "write:wrote:writing:written prepare draft edit document record compile report publish translate summarise "
    "summarize author format:formatted:formatting log:logged:logging",
    "plan": "plan:planned:planning schedule organise organize arrange prioritise prioritize outline define budget",
    "serve": "serve assist advise help answer attend treat care guide accompany counsel greet host welcome feed:fed:feeding:fed",
    "sell": "sell:sold:selling:sold market promote negotiate pitch acquire advertise retain",
    "tell": "present explain communicate demonstrate inform liaise collaborate consult train discuss share",
    "check": "test check review audit verify validate inspect approve examine ensure proofread:proofread:proofreading:proofread",
    "move": "deliver ship:shipped:shipping distribute migrate transfer:transferred:transferring transport load pack order "
    "purchase supply stock complete provide send:sent:sending:sent submit:submitted:submitting issue collect gather receive",
    "work": "process enter sort file perform conduct execute apply use:used:using follow contribute participate facilitate "
    "reconcile invoice bill cook bake operate assemble weld paint drive:drove:driving:driven book open close call "
    "count pay:paid:paying:paid print scan:scanned:scanning lift move visit watch wash weigh buy:bought:buying:bought "
    "choose:chose:choosing:chosen escort fill find:found:finding:found keep:kept:keeping:kept place pick label sign "
    "sterilise sterilize sanitise dispense take:took:taking:taken give:gave:giving:given make:made:making:made wrap:wrapped:wrapping "
    "start stop:stopped:stopping learn listen respond reply:replied:replying unload meet:met:meeting:met",
}

NOUNS: dict[str, str] = {
    "management": "manage", "development": "develop", "maintenance": "maintain", "design": "design",
    "implementation": "implement", "preparation": "prepare", "coordination": "coordinate", "creation": "create",
    "analysis": "analyze", "supervision": "supervise", "delivery": "deliver", "training": "train",
    "testing": "test", "installation": "install", "configuration": "configure", "integration": "integrate",
    "organisation": "organise", "organization": "organize", "administration": "administer", "evaluation": "evaluate",
    "assessment": "assess", "production": "produce", "construction": "construct", "deployment": "deploy",
    "migration": "migrate", "optimisation": "optimise", "optimization": "optimize", "automation": "automate",
    "introduction": "introduce", "recruitment": "recruit", "translation": "translate", "collection": "collect",
    "distribution": "distribute", "inspection": "inspect", "verification": "verify", "validation": "validate",
    "documentation": "document", "improvement": "improve", "monitoring": "monitor", "processing": "process",
    "scheduling": "schedule", "planning": "plan", "handling": "handle", "reduction": "reduce", "negotiation": "negotiate",
    "presentation": "present", "investigation": "investigate", "identification": "identify", "resolution": "resolve",
    "calculation": "calculate", "compilation": "compile", "publication": "publish", "establishment": "establish",
    "reconciliation": "reconcile", "review": "review", "repair": "repair", "upkeep": "maintain",
}  # fmt: skip

BRITISH = {"analyze": "analyse", "organize": "organise", "optimize": "optimise"}

SHARED = listed(
    "build design develop create write organise organize lead plan manage found produce author host edit present"
)
"""Verbs that take "co-": who only helped may say so in one word."""

NOT_ALONE = listed(
    "building training planning testing marketing cleaning programming housing engineering shipping filing reporting "
    "scheduling processing operating recording teaching monitoring advertising cooking mentoring coaching running leading "
    "growing setting winning writing selling modeling modelling coding staffing budgeting painting welding packing "
    "purchasing driving mapping logging loading storing pitching "
    "publishing manufacturing editing forecasting consulting hosting stocking billing baking"
)
"""Gerunds that are as often nouns ("building maintenance"): they count as verbs only before an article or a number."""

NOT_FIRST = listed(
    "lead head support test design plan program contract market research process report train model staff document audit "
    "record schedule sort host pilot drive draft code control monitor order stock answer check review transport study cook "
    "coach guide mentor pitch repair ship track transfer file clean help service store use map log care found budget "
    "present treat run cut forecast supply issue share order pack load bill invoice update upgrade craft survey format "
    "increase decrease chair engineer program staff book call visit print scan label sign count watch start stop"
)
"""Words that are as often nouns ("Lead developer"): as the first word they count as verbs only before an article."""

DETERMINERS = listed(
    "a an the all our their its his her my each every both several many new daily weekly monthly quarterly annual more "
    "over up two three four five six seven eight nine ten twenty about some any these those this that customer"
)

PASSIVE = listed(
    "develop build design create implement reduce increase improve write test prepare automate introduce document "
    "migrate deploy analyse analyze maintain update process organise organize plan produce install configure launch "
    "simplify redesign streamline compile record complete translate"
)
"""What is said to have been done may be said with its doer left out: only for work of one's own hands."""

NOT_OBJECTS = listed(
    "i we he she they it you company firm team department branch business store position role employer colleagues staff "
    "who this that there"
)

RESULTS = {
    "increase": "increase", "rise": "increase", "growth": "increase", "gain": "increase", "reduction": "reduce",
    "decrease": "reduce", "drop": "reduce", "cut": "reduce", "improvement": "improve",
}  # fmt: skip

# (pattern, what it becomes); the longest first where one holds another.
FILLERS: tuple[tuple[str, str], ...] = (
    (r"\bin order to\b", "to"),
    (r"\bdue to the fact that\b", "because"),
    (r"\bin spite of the fact that\b", "although"),
    (r"\bat this point in time\b", "now"),
    (r"\bon an? (daily|weekly|monthly|yearly|quarterly) basis\b", r"\1"),
    (r"\bon a regular basis\b", "regularly"),
    (r"\bvarious different\b", "various"),
    (r"\band also\b", "and"),
    (r"\butili[sz]ed\b", "used"),
    (r"\butili[sz]ing\b", "using"),
    (r"\butili[sz]e\b", "use"),
    (r"\bmade use of\b", "used"),
    (r"\bmaking use of\b", "using"),
    (r"\bmake use of\b", "use"),
    (r"\b(?:very|really|extremely) (?=[a-z])", ""),
    (r" at all times(?=$|[.,;])", ""),
    (r",? and so on\.?$", ""),
)
ADVERBS = (
    r"(?:successfully|effectively|efficiently|actively|proactively|personally|basically|diligently|professionally)"
)
CLICHES = (
    r"(?:highly |very |extremely )?(?:hard-?working|hard working|motivated|self-motivated|dedicated|passionate|dynamic|enthusiastic|"
    r"results?-oriented|results?-driven|detail-oriented|goal-oriented|ambitious|energetic|reliable|driven|committed|"
    r"proactive|versatile)"
)

# Opening phrases with what they stand for; the rest of the bullet follows.
DUTY = (
    r"(?:(?:i|my)\s+)?(?:(?:was|am|is|were|being)\s+)?(?:(?:also|mainly|primarily|solely|fully|directly|partly)\s+)?"
    r"(?:responsible\s+for|accountable\s+for|tasked\s+with|in\s+charge\s+of|given\s+the\s+task\s+of|entrusted\s+with)\s+"
    r"|(?:(?:my|main|key|daily|job)\s+){0,3}(?:duties|responsibilities|tasks)\s+(?:included?|were|are|involved)\s*:?\s+"
    r"|(?:had|have|held)\s+(?:the\s+)?(?:full\s+|sole\s+)?responsibility\s+(?:for|of)\s+"
)
WORKED = r"(?:(?:i|have)\s+)?work(?:ed|ing)?\s+on\s+"
SHARED_WORK = (
    r"(?:(?:was|am|were)\s+)?(?:(?:also|actively)\s+)?"
    r"(?:helped(?:\s+out)?(?:\s+(?:to|with|in))?|assisted\s+(?:in|with)|involved\s+in|participated\s+in|took\s+part\s+in|"
    r"contributed\s+to)\s+"
)
ABLE = rf"(?:{ADVERBS}\s+)?(?:(?:was|were)\s+able\s+to|managed\s+to|had\s+to|got\s+to|was\s+required\s+to|was\s+asked\s+to)\s+"

# (what is said with a noun, the verb it hides)
HIDDEN: tuple[tuple[str, str], ...] = (
    (r"made (?:an? )?improvements? (?:to|in)\s+", "improve"),
    (r"(?:provided|gave) support (?:to|for)\s+", "support"),
    (r"(?:provided|gave) training (?:to|for)\s+", "train"),
    (r"(?:provided|gave) advice to\s+", "advise"),
    (r"(?:performed|carried out|conducted|did) (?:an? |the )?(?:analysis|analyses) of\s+", "analyze"),
    (r"(?:performed|carried out|conducted|did) (?:the )?(?:testing|tests) (?:of|on)\s+", "test"),
    (r"(?:performed|carried out|conducted|did) (?:the )?maintenance (?:of|on)\s+", "maintain"),
    (r"(?:performed|carried out|conducted|did) (?:the |an? )?(?:review|reviews) of\s+", "review"),
    (r"(?:performed|carried out|conducted|did) (?:the |an? )?(?:inspection|inspections) of\s+", "inspect"),
    (r"(?:performed|carried out|conducted|did) (?:the |an? )?(?:installation) of\s+", "install"),
)

FUNCTION_WORDS = listed(
    "a an the and or but nor of to in on at by for from with within without into over under between across through "
    "during after before until while as than then that which who whose where when this these those it its their our his "
    "her them they be is are was were been being has have had do does did not no so each every all both more most less "
    "least fewer via per up down out off also well including using used use new while thus thereby own same"
)
