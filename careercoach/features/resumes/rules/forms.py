"""Forms: rows whose first cell only says what stands beside it ("Name of employer | Acme"), as Europass sets them."""

from dataclasses import replace
from functools import cache

from careercoach.features.resumes.rules.letters import key_of
from careercoach.features.resumes.rules.rows import Row

_NAMES = """
    dates|date|dates (from - to)|period|duration|from - to|occupation or position held|position held|position
    job title|occupation|name of employer|name and address of employer|employer|company|organisation|organization
    title of qualification awarded|qualification awarded|qualification|degree|name of school|school|university
    name and type of organisation providing education and training|institution|name of institution
    name and type of organisation
    zeitraum|datum|beruf oder funktion|funktion|name und adresse des arbeitgebers|arbeitgeber|firma
    bezeichnung der erworbenen qualifikation|abschluss|schule|ausbildungsstätte
    fecha|fechas|profesión o cargo desempeñado|puesto|cargo|nombre y dirección de la empresa o empleador|empresa
    nombre de la empresa|título de la cualificación obtenida|título|centro|centro de estudios|institución
    fonction ou poste occupé|poste occupé|poste|fonction|nom et adresse de l'employeur|employeur|entreprise
    intitulé du certificat ou diplôme délivré|diplôme|établissement|école
    datas|função ou cargo ocupado|função|nome e endereço do empregador|empregador|designação da qualificação atribuída
    instituição|data|lavoro o posizione ricoperti|nome e indirizzo del datore di lavoro|titolo della qualifica
    अवधि|पद|कंपनी|नियोक्ता|संस्था|संस्थान|विद्यालय|उपाधि|时间|起止时间|公司|公司名称|单位|工作单位|职位|职务|学校|毕业院校|专业|学历
"""
_TELLING = """
    main activities|main activities and responsibilities|responsibilities|duties|tasks|description|activities
    type of business or sector|sector|principal subjects/occupational skills covered|subjects
    tätigkeiten|wichtigste tätigkeiten und zuständigkeiten|aufgaben|branche
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
    return [row for row in rows if not (len(row.cells) > 2 and _is_table_head(row))]


def _is_table_head(row: Row) -> bool:
    keys = [key_of(cell.text) or cell.text.strip() for cell in row.cells]
    return sum(key in _HEADS for key in keys) >= 0.6 * len(keys)


def without_names_of_fields(rows: list[Row]) -> list[Row]:
    """The rows without the names of a form's fields; what tells about an entry becomes a list point."""
    named = [len(row.cells) > 1 and key_of(row.cells[0].text) in _names() | _telling() for row in rows]
    if sum(named) < 2:
        return rows
    return [_filled_in(row) if flag else row for row, flag in zip(rows, named, strict=True)]


def _filled_in(row: Row) -> Row:
    first, rest = row.cells[0], row.cells[1:]
    if key_of(first.text) in _telling():
        rest = [replace(rest[0], bullet=True), *rest[1:]]
    at = row.at + row.text.index(rest[0].text, len(first.text)) if row.at >= 0 else -1
    return replace(row, cells=rest, at=at)
