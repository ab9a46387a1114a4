"""How Word text looks: fonts and paragraph forms, from the style sheet, the paragraph and the run."""

from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HALF_POINT = 0.5
TWIP = 0.05
DEFAULT_POINTS = 11.0
MAX_STYLE_CHAIN = 12
OFF = ("0", "false", "none", "off")


@dataclass(frozen=True, slots=True)
class Look:
    """What a stretch of text looks like; lengths in points."""

    size: float = DEFAULT_POINTS
    bold: bool = False
    italic: bool = False
    caps: bool = False
    colour: int = 0
    hidden: bool = False
    shaded: bool = False
    style: str = ""
    bullet: bool = False
    indent: float = 0.0
    space_before: float = 0.0
    space_after: float = 0.0


@dataclass
class Styles:
    """The style sheet: properties of each style, and the style each is based on."""

    default: Look = field(default_factory=Look)
    elements: dict[str, Element] = field(default_factory=dict[str, Element])
    looks: dict[str, Look] = field(default_factory=dict[str, Look])

    def look_of(self, style: str, depth: int = 0) -> Look:
        """The look of a named style, with what it inherits."""
        if style in self.looks or style not in self.elements or depth > MAX_STYLE_CHAIN:
            return self.looks.get(style, self.default)
        element = self.elements[style]
        based = element.find(W + "basedOn")
        look = self.look_of(based.get(W + "val") or "", depth + 1) if based is not None else self.default
        look = with_run(with_paragraph(look, element.find(W + "pPr")), element.find(W + "rPr"))
        name = element.find(W + "name")
        look = replace(look, style=(name.get(W + "val") or style) if name is not None else style)
        self.looks[style] = look
        return look

    def paragraph_look(self, paragraph: Element) -> Look:
        """The look of a paragraph before its runs change it."""
        properties = paragraph.find(W + "pPr")
        named = properties.find(W + "pStyle") if properties is not None else None
        look = self.look_of(named.get(W + "val") or "") if named is not None else self.default
        return with_paragraph(look, properties)


def read_styles(sheet: Element | None) -> Styles:
    """The style sheet of the file; empty when there is none."""
    styles = Styles()
    if sheet is None:
        return styles
    defaults = sheet.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    styles.default = with_run(styles.default, defaults)
    for element in sheet.findall(W + "style"):
        styles.elements[element.get(W + "styleId") or ""] = element
        if element.get(W + "default") == "1" and element.get(W + "type") == "paragraph":
            styles.default = with_run(with_paragraph(styles.default, element.find(W + "pPr")), element.find(W + "rPr"))
    return styles


def with_paragraph(look: Look, properties: Element | None) -> Look:
    """`look` as changed by paragraph properties."""
    if properties is None:
        return look
    numbering = properties.find(W + "numPr")
    if numbering is not None:
        number = numbering.find(W + "numId")
        look = replace(look, bullet=number is None or number.get(W + "val") != "0")
    indent = properties.find(W + "ind")
    if indent is not None:
        look = replace(look, indent=max(_number(indent.get(W + "left") or indent.get(W + "start")) * TWIP, 0.0))
    spacing = properties.find(W + "spacing")
    if spacing is not None:
        look = replace(
            look,
            space_before=min(_number(spacing.get(W + "before")) * TWIP, 40.0),
            space_after=min(_number(spacing.get(W + "after")) * TWIP, 40.0),
        )
    shading = properties.find(W + "shd")
    if shading is not None:
        look = replace(look, shaded=_is_dark(shading.get(W + "fill")))
    return look


def with_run(look: Look, properties: Element | None) -> Look:
    """`look` as changed by run properties."""
    if properties is None:
        return look
    size, colour = properties.find(W + "sz"), properties.find(W + "color")
    shading = properties.find(W + "shd")
    return replace(
        look,
        size=_number(size.get(W + "val")) * HALF_POINT or look.size if size is not None else look.size,
        bold=_switch(properties, "b", look.bold),
        italic=_switch(properties, "i", look.italic),
        caps=_switch(properties, "caps", look.caps),
        hidden=_switch(properties, "vanish", look.hidden),
        colour=_colour(colour.get(W + "val"), look.colour) if colour is not None else look.colour,
        shaded=_is_dark(shading.get(W + "fill")) if shading is not None else look.shaded,
    )


def _switch(properties: Element, name: str, before: bool) -> bool:
    element = properties.find(W + name)
    return before if element is None else (element.get(W + "val") or "1") not in OFF


def _number(value: str | None) -> float:
    try:
        return float(value or 0)
    except ValueError:
        return 0.0


def _colour(value: str | None, before: int) -> int:
    try:
        return int(value or "", 16)
    except ValueError:
        return 0 if value == "auto" else before


def _is_dark(fill: str | None) -> bool:
    colour = _colour(fill, 0xFFFFFF) if fill != "auto" else 0xFFFFFF
    return (colour >> 16 & 255) + (colour >> 8 & 255) + (colour & 255) < 600
