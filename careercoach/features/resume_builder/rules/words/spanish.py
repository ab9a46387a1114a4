"""Spanish verbs of resumes, the nouns that hide them, and phrases that say nothing."""

from careercoach.features.resume_builder.rules.words import listed

# infinitive[:preterite[:present[:gerund]]], first person; what is left out is regular.
VERBS: dict[str, str] = {
    "lead": "gestionar dirigir:dirigí:dirijo liderar coordinar supervisar encabezar delegar administrar",
    "people": "formar capacitar orientar enseñar:enseñé:enseño contratar seleccionar tutorizar entrenar motivar",
    "make": "crear desarrollar diseñar construir:construí:construyo:construyendo elaborar implantar implementar lanzar "
    "introducir:introduje:introduzco fundar producir:produje:produzco programar configurar instalar desplegar:desplegué:despliego "
    "integrar montar generar confeccionar establecer:establecí:establezco",
    "better": "mejorar optimizar agilizar simplificar modernizar automatizar reorganizar renovar rediseñar estandarizar "
    "reforzar:reforcé:refuerzo",
    "less": "reducir:reduje:reduzco disminuir:disminuí:disminuyo:disminuyendo recortar bajar minimizar eliminar acortar ahorrar",
    "more": "aumentar incrementar ampliar elevar superar subir alcanzar lograr captar",
    "study": "analizar investigar evaluar medir:medí:mido:midiendo estudiar identificar examinar calcular comparar diagnosticar",
    "keep": "mantener:mantuve:mantengo controlar monitorizar vigilar actualizar reparar resolver:resolví:resuelvo "
    "solucionar archivar limpiar operar manejar registrar asegurar garantizar conservar",
    "write": "redactar preparar escribir documentar traducir:traduje:traduzco publicar editar presentar tramitar",
    "plan": "planificar organizar programar priorizar definir presupuestar",
    "serve": "atender:atendí:atiendo ayudar asesorar cuidar acompañar:acompañé:acompaño informar recibir apoyar servir:serví:sirvo:sirviendo",
    "sell": "vender negociar promocionar promover:promoví:promuevo comercializar fidelizar",
    "check": "revisar probar:probé:pruebo verificar validar inspeccionar comprobar:comprobé:compruebo auditar supervisar corregir:corregí:corrijo:corrigiendo",
    "move": "entregar distribuir:distribuí:distribuyo:distribuyendo transportar migrar comprar suministrar recoger:recogí:recojo cargar enviar:envié:envío "
    "recopilar completar",
    "work": "procesar realizar ejecutar aplicar facturar cobrar contabilizar conciliar facilitar participar colaborar "
    "impartir utilizar usar cocinar conducir:conduje:conduzco soldar:soldé:sueldo pintar",
}

NOUNS: dict[str, str] = {
    "gestión": "gestionar", "dirección": "dirigir", "coordinación": "coordinar", "supervisión": "supervisar",
    "administración": "administrar", "desarrollo": "desarrollar", "diseño": "diseñar", "creación": "crear",
    "elaboración": "elaborar", "implantación": "implantar", "implementación": "implementar", "construcción": "construir",
    "mantenimiento": "mantener", "control": "controlar", "planificación": "planificar", "organización": "organizar",
    "análisis": "analizar", "preparación": "preparar", "redacción": "redactar", "revisión": "revisar",
    "formación": "formar", "capacitación": "capacitar", "evaluación": "evaluar", "instalación": "instalar",
    "configuración": "configurar", "reparación": "reparar", "venta": "vender", "facturación": "facturar",
    "distribución": "distribuir", "entrega": "entregar", "selección": "seleccionar", "contratación": "contratar",
    "optimización": "optimizar", "mejora": "mejorar", "automatización": "automatizar", "traducción": "traducir",
    "negociación": "negociar", "actualización": "actualizar", "verificación": "verificar", "producción": "producir",
    "resolución": "resolver", "reducción": "reducir", "tramitación": "tramitar", "recopilación": "recopilar",
}  # fmt: skip

PERSONS = listed(
    "personal empleados empleadas trabajadores trabajadoras alumnos alumnas estudiantes clientes pacientes técnicos "
    "enfermeros enfermeras becarios becarias voluntarios compañeros vendedores niños usuarios operarios candidatos"
)
"""Whoever is trained or led takes "a": "Formé a nuevos empleados"."""

DUTY = (
    r"(?:(?:fui|era|soy|he sido)\s+(?:el |la )?)?(?:responsable|encargad[oa])\s+de\s+"
    r"|(?:estuve|estoy|estaba)\s+a\s+cargo\s+de\s+|a\s+cargo\s+de\s+"
    r"|(?:me\s+)?(?:encargué|encargaba|encargo|ocupé|ocupaba|ocupo)\s+de\s+"
    r"|(?:mis\s+)?(?:principales\s+)?(?:funciones|tareas|responsabilidades)(?:\s+principales)?(?:\s+eran|\s+incluían|\s+fueron)?\s*:\s+"
)
WORKED = r"trabaj(?:é|o|aba)\s+en\s+"
SHARED_WORK = r"(?:ayudé\s+a|ayudaba\s+a|colaboré\s+en|colaboración\s+en|participé\s+en|participación\s+en|apoyé\s+en|apoyo\s+en|contribuí\s+a)\s+"
ABLE = r"(?:logré|conseguí|pude|fui\s+capaz\s+de|tuve\s+que)\s+"

FILLERS: tuple[tuple[str, str], ...] = (
    (r"\bcon (?:el|la) (?:fin|finalidad|objetivo|objeto) de (?=\w+[aei]r\b)", "para "),
    (r"\bdebido al hecho de que\b", "porque"),
    (r"\ba pesar del hecho de que\b", "aunque"),
    (r"\ben el día a día de\b", "de"),
    (r"\bde (?:forma|manera) (diaria|semanal|mensual|anual)\b", r"cada \1"),
    (r"\b(?:exitosamente|satisfactoriamente)\b ?", ""),
    (r"\bcon éxito\b ?", ""),
    (r"\by también\b", "y"),
    (r",? etc\.?$", ""),
    (r",? entre otr[oa]s(?: cosas| tareas)?\.?$", ""),
)
PERIODS = {
    "cada diaria": "cada día",
    "cada semanal": "cada semana",
    "cada mensual": "cada mes",
    "cada anual": "cada año",
}
CLICHES = r"(?:muy )?(?:proactiv[oa]|dinámic[oa]|motivad[oa]|apasionad[oa]|entusiasta|trabajador[a]?|comprometid[oa]|responsable|polivalente|resolutiv[oa])"

FUNCTION_WORDS = listed(
    "el la los las lo un una unos unas de del al a en con por para sin sobre entre hasta desde hacia durante tras según "
    "y e o u ni que quien cual cuyo cuya donde cuando como si mientras mediante además así también ya más menos muy su sus mi mis "
    "nuestro nuestra este esta estos estas ese esa esos esas se le les me nos todo toda todos todas cada día semana mes año "
    "ser es son era eran fue fueron ha han haber sido porque aunque pero uso usando uno"
)
