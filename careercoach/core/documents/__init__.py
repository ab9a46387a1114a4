"""Documents that leave the app: HTML where text is always escaped, pages for PDFs, letters for mails.

body = el("section", el("h2", title), el("p", note, class_="muted"), link(words, url))
html = page(title=title, language=language, body=body)          # for ports.pdf.render_pdf
mail = letter(title=title, language=language, blocks=[Paragraph(...), Button(words, url)], why=why)
"""

from careercoach.core.documents.blocks import (
    Block,
    Button,
    Figures,
    Heading,
    Item,
    Items,
    Notice,
    Paragraph,
    Quote,
    one_line,
    unlinked,
)
from careercoach.core.documents.html import Html, el, escape, link
from careercoach.core.documents.letters import Letter, letter
from careercoach.core.documents.pages import bar, page

__all__ = [
    "Block",
    "Button",
    "Figures",
    "Heading",
    "Html",
    "Item",
    "Items",
    "Letter",
    "Notice",
    "Paragraph",
    "Quote",
    "bar",
    "el",
    "escape",
    "letter",
    "link",
    "one_line",
    "page",
    "unlinked",
]
