"""Spanish: openings that hide what was done, and the verbs that say it."""

import re

WEAK = (
    "responsable de", "responsable del", "responsable por", "fui responsable de", "encargado de", "encargada de",
    "encargado del", "encargada del", "a cargo de", "a cargo del", "mis funciones incluían", "funciones:",
    "mis funciones eran", "entre mis funciones", "tareas de", "trabajé en", "trabajé con", "trabajo en", "trabajo con",
    "ayudé a", "ayudé en", "ayudé con", "ayuda en", "ayuda a", "apoyo en", "apoyo a", "apoyo al", "apoyé en",
    "apoyé a", "participé en", "participación en", "participando en", "colaboré en", "colaboré con",
    "colaboración en", "colaboración con", "asistencia en", "asistí en", "involucrado en", "involucrada en",
    "experiencia en", "experiencia con", "conocimiento de", "conocimientos de", "manejo de", "formé parte de",
    "parte de", "miembro de",
)  # fmt: skip
NAMED = {
    "desarrollo": "desarrollé", "gestión": "gestioné", "implementación": "implementé", "creación": "creé",
    "diseño": "diseñé", "mantenimiento": "mantuve", "administración": "administré", "análisis": "analicé",
    "preparación": "preparé", "coordinación": "coordiné", "supervisión": "supervisé", "planificación": "planifiqué",
    "organización": "organicé", "automatización": "automaticé", "migración": "migré", "integración": "integré",
    "configuración": "configuré", "instalación": "instalé", "optimización": "optimicé", "ejecución": "ejecuté",
    "documentación": "documenté", "evaluación": "evalué", "formación": "formé", "capacitación": "capacité",
    "negociación": "negocié", "elaboración": "elaboré", "presentación": "presenté", "mejora": "mejoré",
    "reducción": "reduje", "dirección": "dirigí", "control": "controlé", "seguimiento": "seguí", "venta": "vendí",
    "ventas": "vendí", "atención": "atendí", "traducción": "traduje", "revisión": "revisé", "redacción": "redacté",
    "selección": "seleccioné", "contratación": "contraté", "construcción": "construí", "liderazgo": "lideré",
    "realización": "realicé", "investigación": "investigué", "despliegue": "desplegué", "programación": "programé",
}  # fmt: skip
"""The deed in the name: "Desarrollo de APIs" is "Desarrollé APIs"."""
PAST = {
    "hacer": "hice", "dirigir": "dirigí", "reducir": "reduje", "mantener": "mantuve", "construir": "construí",
    "conseguir": "conseguí", "seguir": "seguí", "traducir": "traduje", "producir": "produje", "vender": "vendí",
    "atender": "atendí", "escribir": "escribí", "poner": "puse", "obtener": "obtuve", "introducir": "introduje",
    "dar": "di", "ser": "fui", "ir": "fui", "tener": "tuve", "conducir": "conduje", "proponer": "propuse",
}  # fmt: skip
NOT_VERBS = frozenset(
    [
        "el",
        "la",
        "los",
        "las",
        "un",
        "una",
        "unos",
        "unas",
        "mi",
        "mis",
        "nuestro",
        "nuestra",
        "nuestros",
        "su",
        "sus",
        "este",
        "esta",
        "estos",
        "estas",
        "varios",
        "varias",
        "muchos",
        "muchas",
        "todo",
        "toda",
        "todos",
        "todas",
        "cada",
        "otro",
        "otra",
        "yo",
        "nosotros",
        "en",
        "con",
        "para",
        "por",
        "de",
        "del",
        "desde",
        "durante",
        "sobre",
        "como",
        "a",
        "al",
        "según",
        "tras",
        "era",
        "fue",
        "eran",
        "fueron",
        "es",
        "son",
        "ser",
        "estar",
        "estaba",
        "estuve",
        "tenía",
        "había",
        "también",
        "siempre",
        "diariamente",
        "buen",
        "buena",
        "excelente",
        "amplio",
        "amplia",
        "sólido",
        "sólida",
        "alto",
        "alta",
        "capaz",
        "responsable",
        "experiencia",
        "conocimiento",
        "conocimientos",
    ]
)
FINE_NOUNS = frozenset(["premio", "ascenso", "ganador", "ganadora", "certificación", "mención"])
LINK = re.compile(r"^\s+(?:del?|y|al?|en)\s", re.IGNORECASE)
"""What follows a noun that names a deed."""
NOMINAL = ("ción", "sión", "miento", "anza", "encia", "ancia")
ASK_VERB = "[¿qué hiciste: lideré, creé, reduje?]"
ASK = {
    "people": ("[¿cuántas personas?]", "equipo personas personal empleados alumnos alumnas estudiantes pacientes niños enfermeras ingenieros desarrolladores voluntarios colaboradores becarios"),
    "customers": ("[¿cuántos?]", "clientes usuarios cuentas visitantes pedidos llamadas casos tiendas sucursales eventos solicitudes incidencias"),
    "money": ("[¿cuánto dinero?]", "presupuesto coste costes costo costos ingresos ventas gasto gastos ahorro ahorros facturas subvención"),
    "time": ("[¿cuánto más rápido?]", "tiempo tiempos velocidad rendimiento despliegue despliegues proceso procesos automatización consultas entrega entregas"),
    "any": ("[¿cuántos, cuánto o cada cuánto?]", ""),
}  # fmt: skip
ASK_DATES = "[mes y año] – [mes y año, o actualidad]"
ASK_NEXT = "[qué buscas ahora]"
OPTIONAL = "[{skill}, si sabes hacerlo]"
PRONOUNS = ("yo", "mi", "mis", "nosotros", "nosotras", "nuestro", "nuestra", "nuestros", "nuestras", "me")
