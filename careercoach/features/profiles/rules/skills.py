"""Skills one by one, with all that is known of each, and back under their headings.

In the document a heading is a JSON Resume skill with keywords; what the person says of a keyword (level, last use)
stands in its `x-said`, by name. A skill without a heading is an entry of its own and keeps its level where the
standard has it as well. What proves a skill is not kept twice: it is every post, project, school or certificate that
names it.
"""

from collections.abc import Mapping
from hashlib import sha1
from typing import Any, cast

from careercoach.features.profiles.schemas import Json

SAID = "x-said"
PROOFS = {"work": "x-skills", "projects": "keywords", "education": "x-skills", "certificates": "x-skills"}
"""Where each part of a life names the skills it proves."""
_NAMED_BY = {
    "work": ("position", "name", "startDate"),
    "projects": ("name", "startDate"),
    "education": ("institution", "studyType", "area", "startDate"),
    "certificates": ("name", "issuer", "date"),
}


def flat_skills(record: Mapping[str, Any]) -> list[Json]:
    """Each skill once: name, category (its heading), level, lastUsed, evidence (refs, see `proof_ref`); in `rest`
    what else the document says of it."""
    proofs = _proofs(record)
    found: dict[str, Json] = {}
    for entry in objects_of(record.get("skills")):
        heading, said = text_of(entry.get("name")), _object(entry.get(SAID))
        keywords = [name for word in items_of(entry.get("keywords")) if (name := text_of(word))]
        for name in keywords or [heading]:
            if name and name.casefold() not in found:
                alone: Mapping[str, Any] = {} if keywords else entry
                skill = _flat(name, _object(said.get(name)), alone) | {"category": heading if keywords else ""}
                skill["evidence"] = proofs.get(name.casefold(), [])
                found[name.casefold()] = {key: value for key, value in skill.items() if value}
    return list(found.values())


def _flat(name: str, facts: Mapping[str, Any], entry: Mapping[str, Any]) -> Json:
    rest: Json = {
        "facts": {key: value for key, value in facts.items() if key not in ("level", "lastUsed")},
        "entry": {key: value for key, value in entry.items() if key not in ("name", "level", SAID)},
    }
    level = text_of(facts.get("level")) or text_of(entry.get("level"))
    rest = {part: values for part, values in rest.items() if values}
    rest |= {"said": True} if facts.get("level") else {}
    return {"name": name, "level": level, "lastUsed": text_of(facts.get("lastUsed")), "rest": rest}


def with_flat_skills(record: Mapping[str, Any], skills: list[Json]) -> Json:
    """The record with these skills under their headings, which stand in the order of their first skills."""
    before = flat_skills(record)
    if skills == before:
        return dict(record)
    groups: dict[tuple[str, str], list[Json]] = {}
    for skill in skills:
        category = text_of(skill.get("category"))
        groups.setdefault((category, "" if category else text_of(skill.get("name"))), []).append(skill)
    known = {text_of(skill.get("name")): text_of(skill.get("level")) for skill in before}
    entries = [
        _heading(record, category, members) if category else _alone(members[0], known)
        for (category, _), members in groups.items()
    ]
    kept = {key: value for key, value in record.items() if key != "skills" or entries}
    gone = {name.casefold() for name in known} - {text_of(skill.get("name")).casefold() for skill in skills}
    return _with_proofs(kept | ({"skills": entries} if entries else {}), skills, gone)


def _heading(record: Mapping[str, Any], name: str, members: list[Json]) -> Json:
    before = [entry for entry in objects_of(record.get("skills")) if text_of(entry.get("name")) == name]
    entry: Json = {key: value for known in before if items_of(known.get("keywords")) for key, value in known.items()}
    entry |= {"name": name, "keywords": [member["name"] for member in members]}
    entry.pop(SAID, None)
    said = {member["name"]: facts for member in members if (facts := _facts(member, with_entry=True))}
    return entry | ({SAID: said} if said else {})


def _alone(skill: Json, known: Mapping[str, str]) -> Json:
    level, facts = text_of(skill.get("level")), _facts(skill, with_entry=False)
    was_said = bool(_object(skill.get("rest")).get("said"))
    if not was_said and known.get(skill["name"]) == level and facts.keys() <= {"level"}:
        facts = {}  # as some other program wrote it, and the person left it so
    entry = {"name": skill["name"]} | ({"level": level} if level else {})
    entry |= _object(_object(skill.get("rest")).get("entry"))
    return entry | ({SAID: {skill["name"]: facts}} if facts else {})


def _facts(skill: Json, *, with_entry: bool) -> Json:
    rest = _object(skill.get("rest"))
    facts: Json = {**_object(rest.get("facts")), **(_object(rest.get("entry")) if with_entry else {})}
    facts |= {key: said for key in ("level", "lastUsed") if (said := text_of(skill.get(key)))}
    return facts


# What proves a skill


def proof_ref(section: str, entry: Mapping[str, Any]) -> str:
    """A name for an entry that stays the same when others are added or moved."""
    told = "\n".join(text_of(entry.get(name)) for name in _NAMED_BY[section])
    return f"{section}:{sha1(told.encode('utf-8', 'replace'), usedforsecurity=False).hexdigest()[:12]}"


def _proofs(record: Mapping[str, Any]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for section, field in PROOFS.items():
        for entry in objects_of(record.get(section)):
            for name in items_of(entry.get(field)):
                found.setdefault(text_of(name).casefold(), []).append(proof_ref(section, entry))
    return {name: list(dict.fromkeys(refs)) for name, refs in found.items()}


def _with_proofs(record: Json, skills: list[Json], gone: set[str]) -> Json:
    """Every entry names the listed skills that rest on it, and what else it named before; no skill that is gone."""
    wanted = {text_of(skill.get("name")).casefold(): skill for skill in skills}
    for section, field in PROOFS.items():
        before = items_of(record.get(section))
        after = [
            _naming(cast(Json, entry), field, proof_ref(section, cast(Json, entry)), wanted, gone)
            if isinstance(entry, Mapping)
            else entry
            for entry in before
        ]
        if after != before:
            record = {**record, section: after}
    return record


def _naming(entry: Mapping[str, Any], field: str, ref: str, wanted: Mapping[str, Json], gone: set[str]) -> Json:
    named = items_of(entry.get(field))

    def stays(name: str) -> bool:
        return name not in gone and (name not in wanted or ref in items_of(wanted[name].get("evidence")))

    kept = [name for name in named if stays(text_of(name).casefold())]
    known = {text_of(name).casefold() for name in kept}
    kept += [
        skill["name"] for key, skill in wanted.items() if key not in known and ref in items_of(skill.get("evidence"))
    ]
    if kept == named:
        return dict(entry)
    return {key: value for key, value in entry.items() if key != field} | ({field: kept} if kept else {})


def items_of(value: Any) -> list[Any]:
    """The list, or none when a foreign file holds something else there."""
    return cast(list[Any], value) if isinstance(value, list) else []


def objects_of(value: Any) -> list[Mapping[str, Any]]:
    """The objects of a list; what else stands there is no entry."""
    return [item for item in items_of(value) if isinstance(item, Mapping)]


def _object(value: Any) -> Mapping[str, Any]:
    return cast(Mapping[str, Any], value) if isinstance(value, Mapping) else {}


def text_of(value: Any) -> str:
    """The words, or none when a foreign file holds something else there."""
    return value.strip() if isinstance(value, str) else ""
