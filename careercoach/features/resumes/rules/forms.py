"""Forms: rows whose first cell only says what stands beside it ("Name of employer | Acme"), as Europass sets them."""

import itertools
from dataclasses import replace
from functools import cache

from careercoach.features.resumes.rules.dates import is_only_dates
from careercoach.features.resumes.rules.letters import key_of
from careercoach.features.resumes.rules.rows import Part, Row

_NAMES = """
    dates|date|dates (from - to)|period|duration|from - to|occupation or position held|position held|position
    job title|occupation|name of employer|name and address of employer|employer|company|organisation|organization
    title of qualification awarded|qualification awarded|qualification|degree|name of school|school|university
    name and type of organisation providing education and training|institution|name of institution
    name and type of organisation|name of company|name of the company|company name|name of organisation
    name of organization|organisation name|organization name|name of the organisation|name of the organization
    designation|role|job role|tenure|institute|institute name|name of institute|name of the institute|college
    name of college|university/institute|degree/course|course|year|year of passing|passing year|qualification/degree
    zeitraum|datum|beruf oder funktion|funktion|name und adresse des arbeitgebers|arbeitgeber|firma
    bezeichnung der erworbenen qualifikation|abschluss|schule|ausbildungsstätte
    name und art der bildungs- oder ausbildungseinrichtung|bildungseinrichtung|hochschule|unternehmen|tätigkeit als
    fecha|fechas|profesión o cargo desempeñado|puesto|cargo|nombre y dirección de la empresa o empleador|empresa
    nombre y dirección de la empresa|nombre y tipo del centro que impartió la formación|cualificación obtenida|periodo
    período|año|carrera|universidad|nombre de la empresa|título de la cualificación obtenida|título|centro|centro de estudios|institución
    fonction ou poste occupé|poste occupé|poste|fonction|nom et adresse de l'employeur|employeur|entreprise
    intitulé du certificat ou diplôme délivré|diplôme|établissement|école|période|année|société
    nom et type de l'établissement d'enseignement ou de formation
    datas|função ou cargo ocupado|função|nome e endereço do empregador|empregador|designação da qualificação atribuída
    nome e morada do empregador|nome e tipo da organização de ensino ou formação|curso|ano|título
    instituição|data|lavoro o posizione ricoperti|nome e indirizzo del datore di lavoro|titolo della qualifica
    वर्ष|योग्यता|पदनाम|संस्थान का नाम|कंपनी का नाम|संस्था का नाम|工作时间|任职公司|岗位|学位
    अवधि|पद|कंपनी|नियोक्ता|संस्था|संस्थान|विद्यालय|उपाधि|时间|起止时间|公司|公司名称|单位|工作单位|职位|职务|学校|毕业院校|专业|学历
"""
_PLACES = frozenset(
    ["place", "location", "city", "lugar", "ciudad", "lieu", "ville", "ort", "local", "cidade", "स्थान", "地点"]
)
LEAST_FIELDS = 3
"""So many fields named before colons make a form."""
_TELLING = """
    main activities|main activities and responsibilities|responsibilities|duties|tasks|description|activities
    type of business or sector|sector|principal subjects/occupational skills covered|subjects
    achievements|tasks and achievements|key responsibilities|job description|job responsibilities|roles and responsibilities
    logros|realizações|réalisations|erfolge|tätigkeiten|wichtigste tätigkeiten und zuständigkeiten|aufgaben|branche
    funciones|funciones y responsabilidades principales|tareas|actividades|sector de actividad
    principales activités et responsabilités|activités|missions|secteur
    principais actividades e responsabilidades|atividades|principali attività e responsabilità
    कार्य|ज़िम्मेदारियाँ|工作内容|工作职责|职责|工作描述
"""


def _keys(block: str) -> frozenset[str]:
    return frozenset(key_of(name) for line in block.strip().splitlines() for name in line.split("|"))


@cache
def _names() -> frozenset[str]:
    return _keys(_NAMES)


@cache
def _telling() -> frozenset[str]:
    return _keys(_TELLING)


_HEADS = _keys("""
    course|degree|qualification|exam|examination|class|institute|institution|school|college|university|board|year
    board/university|university/board|school/college|college/university|institute/university|year of passing|passing year
    percentage|%|marks|cgpa|grade|division|specialization|specialisation|stream|company|employer|organization|position
    designation|role|from|to|period|duration|dates|location|name of institute|name of institution|percentage/cgpa
    cgpa/percentage|formation|établissement|année|diplôme|título|centro|año|institución|curso|instituição|ano
    परीक्षा|बोर्ड|विश्वविद्यालय|बोर्ड/विश्वविद्यालय|वर्ष|प्रतिशत|संस्थान|विद्यालय|उपाधि|कक्षा|श्रेणी|学校|专业|学历|时间|公司|职位
""")


def without_table_heads(rows: list[Row]) -> list[Row]:
    """The rows without the line that names the columns of a table ("Course | Institute | Year | %")."""
    return [row for row in rows if not (len(row.cells) > 1 and _is_table_head(row))]


def _is_table_head(row: Row) -> bool:
    keys = [key_of(cell.text) or cell.text.strip() for cell in row.cells]
    known = sum(key in _HEADS or key in _names() for key in keys)
    return known >= (0.6 if len(keys) > 2 else 1) * len(keys)


def is_field_name(text: str) -> bool:
    """True for words that only say what stands beside them: "Name of employer"."""
    return key_of(text) in _names()


def is_telling_name(text: str) -> bool:
    """True for words that head what is told about an entry: "Responsibilities"."""
    return key_of(text) in _telling()


def without_names_of_fields(rows: list[Row]) -> list[Row]:
    """The rows without the names of a form's fields; what tells about an entry becomes a list point, after the rest."""
    whole = _with_whole_names(rows)
    rows = _with_cells(whole)
    parted = rows is not whole
    named = [len(row.cells) > 1 and key_of(row.cells[0].text) in _names() | _telling() | _PLACES for row in rows]
    if sum(named) < 2:
        return rows
    sorted_rows: list[Row] = []
    naming: list[Row] = []
    telling: list[Row] = []
    seen: set[str] = set()
    block = naming
    for row, flag in zip(rows, named, strict=True):
        key = key_of(row.cells[0].text) if flag else ""
        if key in seen and key in _names():
            sorted_rows += _dates_first(naming, parted=parted) + telling
            naming, telling, seen = [], [], set()
            block = naming
        if flag:
            seen.add(key)
            block = telling if key in _telling() else naming
        elif parted and is_telling_name(row.text):
            block = telling
        block.append(_filled_in(row) if flag else row)
    return sorted_rows + _dates_first(naming, parted=parted) + telling


def _dates_first(naming: list[Row], *, parted: bool) -> list[Row]:
    """Fields named before colons may stand in any order: the period opens the entry."""
    return sorted(naming, key=lambda row: not is_only_dates(row.text)) if parted else naming


def _with_cells(rows: list[Row]) -> list[Row]:
    """Rows that name their field before a colon ("Company: Acme"), with the name as a cell of its own."""
    keys = [key_of(_named_before_colon(row)) for row in rows]
    if len({key for key in keys if key in _names()}) < LEAST_FIELDS:
        return rows
    return [
        _parted(row) if key in _names() | _telling() | _PLACES else row for row, key in zip(rows, keys, strict=True)
    ]


def _named_before_colon(row: Row) -> str:
    name, colon, rest = row.cells[0].text.replace("：", ":").partition(":")
    return name if colon and rest.strip() and len(row.cells) == 1 else ""


def _parted(row: Row) -> Row:
    cell = row.cells[0]
    at = cell.text.replace("：", ":").index(":") + 1
    name, rest = cell.text[:at], cell.text[at:].strip()
    style = cell.parts[-1].style
    cells = [replace(cell, parts=[Part(name, cell.parts[0].style)]), replace(cell, parts=[Part(rest, style)])]
    return replace(row, cells=cells, at=row.at)


def _with_whole_names(rows: list[Row]) -> list[Row]:
    """The names of fields that a narrow column breaks over two lines put together: "Main activities / and duties"."""
    whole: list[Row] = []
    skipped = False
    for row, below in itertools.zip_longest(rows, rows[1:]):
        if skipped or row is None:
            skipped = False
            continue
        first = row.cells[0]
        if below is not None and len(row.cells) > 1 and len(below.cells) in (1, 2) and below.gap < 0.9:
            rest = below.cells[0]
            joined = f"{first.text} {rest.text}"
            flush = min(abs(first.x0 - rest.x0), abs(first.x1 - rest.x1)) < 3
            begun = first.text[:1].isalpha() and key_of(first.text) not in _names()
            if flush and begun and key_of(joined) in _names() | _telling():
                label = replace(first, parts=[Part(joined, first.parts[0].style)])
                whole.append(replace(row, cells=[label, *row.cells[1:]]))
                if len(below.cells) == 2:
                    whole.append(replace(below, cells=below.cells[1:]))
                skipped = True
                continue
        whole.append(row)
    return whole


def _filled_in(row: Row) -> Row:
    first, rest = row.cells[0], row.cells[1:]
    if key_of(first.text) in _telling():
        rest = [replace(rest[0], bullet=True), *rest[1:]]
    gap = 1 if first.text.endswith((":", "：")) and first.x0 == rest[0].x0 else 0
    at = (
        row.at + (len(first.text) + gap if gap else row.text.index(rest[0].text, len(first.text)))
        if row.at >= 0
        else -1
    )
    return replace(row, cells=rest, at=at)
