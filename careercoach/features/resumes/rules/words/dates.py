"""Months, seasons and the words for "until today", in the languages that are read."""

MONTHS: tuple[str, ...] = (
    "january|jan|enero|ene|janvier|janv|januar|jän|jänner|jaenner|janeiro|जनवरी|जन|一月|gennaio|januari",
    "february|feb|febrero|février|fevrier|févr|fév|fevr|februar|fevereiro|fev|फरवरी|फ़रवरी|二月|febbraio|februari",
    "march|mar|marzo|mars|märz|maerz|mär|mrz|março|marco|मार्च|三月|maart",
    "april|apr|abril|abr|avril|avr|अप्रैल|四月|aprile",
    "may|mayo|mai|maio|मई|五月|maggio|mei",
    "june|jun|junio|juin|juni|junho|जून|六月|giugno",
    "july|jul|julio|juillet|juil|juli|julho|जुलाई|七月|luglio",
    "august|aug|agosto|ago|août|aout|अगस्त|八月|augustus",
    "september|sept|sep|septiembre|setiembre|septembre|setembro|set|सितंबर|सितम्बर|सित|九月|settembre",
    "october|oct|octubre|octobre|oktober|okt|outubro|out|अक्टूबर|अक्तूबर|十月|ottobre",
    "november|nov|noviembre|novembre|novembro|नवंबर|नवम्बर|十一月",
    "december|dec|diciembre|dic|décembre|decembre|déc|dezember|dez|dezembro|दिसंबर|दिसम्बर|十二月|dicembre",
)

SEASONS: dict[str, int] = {
    "spring": 3, "primavera": 3, "printemps": 3, "frühling": 3, "frühjahr": 3, "sommersemester": 4, "ss": 4,
    "summers": 6, "étés": 6, "veranos": 6, "summer": 6, "verano": 6, "été": 6, "sommer": 6, "verão": 6,
    "fall": 9, "autumn": 9, "otoño": 9, "automne": 9, "herbst": 9, "outono": 9, "wintersemester": 10, "ws": 10,
    "winter": 12, "invierno": 12, "hiver": 12, "inverno": 12,
}  # fmt: skip

PRESENT = """
    present|current|currently|now|today|ongoing|to date|date|till date|till now|until now|heute|aktuell|jetzt
    laufend
    actualidad|actual|actualmente|presente|hoy|la actualidad|a la fecha|hasta la fecha|al presente|a hoy|a día de hoy|el presente|la fecha|aujourd'hui|aujourd’hui
    présent|ce jour|auj.|auj|ajd
    actuel|actuellement|en cours|maintenant|derzeit|gegenwärtig|dato|atual|atualmente|o momento|hoje|até hoje
    momento
    até o momento|até ao presente
    वर्तमान|अब तक|आज तक|अभी तक|वर्तमान तक|अब|至今|现在|今|目前|迄今|oggi|in corso|heden|obecnie"""

SINCE = "since|from|seit|ab|desde|depuis|dal|से|自"
UNTIL = "until|till|up to|bis|hasta|jusqu'à|jusqu’à|até|तक|至"
BETWEEN = "to|until|till|through|thru|bis|zum|hasta|al|a|à|au|até|ao|से|至|到"
EXPECTED = (
    "expected|anticipated|expected graduation|graduation|graduating|graduated|grad\\.?|class of"
    "|prevista|prévu|voraussichtlich|est|completed(?: in)?|conclu[íi]d[oa] em|conclusão(?: em)?|finalizad[oa] en"
    "|obtenid[oa] en|obtenu en|abgeschlossen|awarded"
)
