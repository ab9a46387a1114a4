"""English: openings that hide what was done, and the verbs that say it."""

import re

WEAK = (
    "responsible for", "was responsible for", "being responsible for", "in charge of", "was in charge of",
    "tasked with", "was tasked with", "duties included", "duties include", "my duties included",
    "responsibilities included", "responsibilities include", "responsibilities:", "worked on", "working on",
    "worked with", "worked as", "helped with", "helped to", "helped in", "helped", "helping", "assisted with",
    "assisted in", "assisted", "assisting", "participated in", "participating in", "involved in", "was involved in",
    "took part in", "contributed to", "exposed to", "experience in", "experience with", "experienced in",
    "familiar with", "knowledge of", "dealt with", "dealing with", "handled various", "did", "made sure", "tried to",
    "was part of", "part of", "member of", "supported in",
)  # fmt: skip
NAMED = {
    "development": "developed", "management": "managed", "implementation": "implemented", "creation": "created",
    "design": "designed", "maintenance": "maintained", "administration": "administered", "analysis": "analysed",
    "preparation": "prepared", "coordination": "coordinated", "supervision": "supervised", "planning": "planned",
    "organisation": "organised", "organization": "organized", "automation": "automated", "migration": "migrated",
    "integration": "integrated", "configuration": "configured", "installation": "installed",
    "optimization": "optimized", "optimisation": "optimised", "execution": "executed", "creating": "created",
    "documentation": "documented", "evaluation": "evaluated", "introduction": "introduced", "training": "trained",
    "negotiation": "negotiated", "production": "produced", "presentation": "presented", "support": "supported",
    "improvement": "improved", "reduction": "reduced", "delivery": "delivered", "testing": "tested",
    "monitoring": "monitored", "reporting": "reported", "translation": "translated", "review": "reviewed",
    "recruitment": "recruited", "assessment": "assessed", "investigation": "investigated", "research": "researched",
    "construction": "built", "treatment": "treated", "handling": "handled", "deployment": "deployed",
    "modernization": "modernized", "modernisation": "modernised", "construction of": "built",
}  # fmt: skip
"""The deed in the name: "Development of APIs" is "Developed APIs"."""
PAST = {
    "building": "built", "leading": "led", "running": "ran", "writing": "wrote", "making": "made", "selling": "sold",
    "teaching": "taught", "keeping": "kept", "setting": "set", "holding": "held", "buying": "bought", "cutting": "cut",
    "finding": "found", "driving": "drove", "overseeing": "oversaw", "giving": "gave", "taking": "took", "doing": "did",
    "bringing": "brought", "growing": "grew", "drawing": "drew", "speaking": "spoke", "winning": "won", "paying": "paid",
    "sending": "sent", "putting": "put", "choosing": "chose", "beginning": "began", "planning": "planned",
    "shipping": "shipped", "controlling": "controlled", "dealing": "dealt", "getting": "got", "rebuilding": "rebuilt",
    "rewriting": "rewrote", "feeding": "fed", "meeting": "met", "debugging": "debugged", "mapping": "mapped",
    "programming": "programmed", "submitting": "submitted", "stopping": "stopped", "tracking": "tracked",
    "monitoring": "monitored", "answering": "answered", "delivering": "delivered", "developing": "developed",
    "maintaining": "maintained", "explaining": "explained", "cleaning": "cleaned", "training": "trained",
    "repairing": "repaired", "clearing": "cleared", "planting": "planted", "obtaining": "obtained",
    "entering": "entered", "ordering": "ordered", "offering": "offered", "covering": "covered", "editing": "edited",
    "visiting": "visited", "budgeting": "budgeted", "marketing": "marketed", "auditing": "audited",
    "recruiting": "recruited", "reporting": "reported", "gathering": "gathered", "filtering": "filtered",
    "engineering": "engineered", "administering": "administered", "mentoring": "mentored", "tutoring": "tutored",
    "understanding": "understood", "creating": "created", "operating": "operated", "coaching": "coached",
}  # fmt: skip
NOT_VERBS = frozenset(
    [
        "a",
        "an",
        "the",
        "my",
        "our",
        "their",
        "his",
        "her",
        "its",
        "this",
        "that",
        "these",
        "those",
        "various",
        "several",
        "many",
        "some",
        "all",
        "any",
        "both",
        "each",
        "every",
        "other",
        "i",
        "we",
        "he",
        "she",
        "they",
        "it",
        "in",
        "on",
        "at",
        "for",
        "with",
        "from",
        "to",
        "of",
        "as",
        "by",
        "through",
        "during",
        "while",
        "when",
        "after",
        "before",
        "since",
        "under",
        "over",
        "within",
        "also",
        "always",
        "daily",
        "weekly",
        "monthly",
        "good",
        "excellent",
        "strong",
        "great",
        "deep",
        "hands-on",
        "proficient",
        "skilled",
        "able",
        "capable",
        "responsible",
        "knowledge",
        "experience",
        "familiarity",
        "expertise",
        "exposure",
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
        "being",
        "am",
        "had",
        "has",
        "have",
        "having",
        "there",
    ]
)
"""A point that begins with one of these does not begin with what was done."""
FINE_NOUNS = frozenset(["award", "winner", "promotion", "honors", "honours", "certification", "first"])
LINK = re.compile(r"^\s+(?:of|for|and|&)\s", re.IGNORECASE)
"""What follows a noun that names a deed."""
NOMINAL = ("tion", "sion", "ment", "ance", "ence")
"""Endings of nouns that name a deed instead of saying it was done."""
FINE = frozenset(
    [
        "implement",
        "document",
        "experiment",
        "supplement",
        "complement",
        "finance",
        "balance",
        "advance",
        "enhance",
        "commence",
    ]
)
"""Verbs that end like such nouns."""
ASK_VERB = "[what did you do: led, built, cut?]"
ASK = {
    "people": ("[how many people?]", "team people staff employees members nurses students pupils children patients engineers developers interns colleagues volunteers"),
    "customers": ("[how many?]", "customers clients users accounts visitors guests orders tickets calls requests cases stores branches sites events"),
    "money": ("[how much money?]", "budget cost costs revenue sales spend savings funding grant grants profit income invoices"),
    "time": ("[how much faster?]", "time speed performance latency deployment deployments releases process processes pipeline workflow queries"),
    "any": ("[how many, how much or how often?]", ""),
}  # fmt: skip
ASK_DATES = "[month and year] – [month and year, or present]"
ASK_NEXT = "[what you are looking for]"
OPTIONAL = "[{skill}, if you can do it]"
PRONOUNS = ("i", "i've", "i'm", "i was", "i have", "my", "we", "our", "me", "myself")
