"""The tokens as Tailwind names, the style sheets, and what every page's <head> carries.

Values live in assets/styles/tokens.css, once, for both modes. A page names them by class (`text-ink-2`,
`bg-surface`, `rounded-lg`) and never writes a colour, radius or font size itself.
"""

from pathlib import Path

import reflex as rx

ASSETS = Path(__file__).resolve().parents[2] / "assets"
STYLESHEETS = [f"styles/{name}.css" for name in ("tokens", "fonts", "base", "components", "shell")]

_COLOURS = (
    "paper", "surface", "sunken", "line", "line-strong", "ink", "ink-2", "ink-3", "accent",
    "accent-hover", "accent-soft", "on-accent", "amber", "amber-fill", "amber-soft", "gap", "gap-soft", "have",
    "have-soft", "part", "part-soft", "ring", "veil",
)  # fmt: skip

TAILWIND = {
    "darkMode": "class",
    "plugins": [],
    "theme": {
        "colors": {"transparent": "transparent", "current": "currentColor"}
        | {name: f"var(--{name})" for name in _COLOURS},
        "borderRadius": {
            "none": "0",
            "xs": "var(--radius-xs)",
            "sm": "var(--radius-s)",
            "md": "var(--radius-m)",
            "lg": "var(--radius)",
            "full": "var(--radius-full)",
        },
        "fontSize": {
            name: f"var(--text-{name})" for name in ("xs", "sm", "body", "md", "lg", "xl", "title", "2xl", "hero")
        },
        "boxShadow": {"none": "none", "card": "var(--shadow)", "float": "var(--shadow-float)"},
    },
}

# Runs before the first paint. Colour mode is set by Reflex's own inline script; this one names the language, so that
# a reader of another language than the built one does not see the words change (base.css shows them after 1.2 s
# at the latest).
LANGUAGE_KEY = "cc_language"
_LANGUAGE_SCRIPT = (
    f'try{{var l=localStorage.getItem("{LANGUAGE_KEY}"),r=document.documentElement;'
    'if(l==="hi"||l==="es"){r.lang=l;r.classList.add("language-pending")}}catch(e){}'
)
# Without a network a link would leave the page for the browser's own error page, and what is on it with it. A browser
# that calls itself offline may still reach a server on its own machine, so the server is asked.
_OFFLINE_SCRIPT = (
    'var d=document.documentElement,o=function(){var f=function(b){d.toggleAttribute("data-offline",b)};navigator.onLine'
    '?f(false):fetch("/ping",{cache:"no-store"}).then(function(){f(false)},function(){f(true)})};o();'
    'addEventListener("online",o);addEventListener("offline",o);'
    'addEventListener("click",function(e){if(d.hasAttribute("data-offline")&&e.target.closest&&'
    "e.target.closest('a[href^=\"/\"]')){e.preventDefault();e.stopPropagation();o()}},true)"
)


def class_names(*names: str | rx.Var | None) -> str | rx.Var:
    """Class names joined by a space, leaving out empty ones."""
    kept = [name for name in names if isinstance(name, rx.Var) or name]
    # Formatting a var leaves its mark in the text, which the compiler turns into a template literal.
    joined = " ".join(f"{name}" for name in kept)
    return rx.Var.create(joined) if any(isinstance(name, rx.Var) for name in kept) else joined


def head_components() -> list[rx.Component]:
    """Elements of every page's head: the font the first screen needs, icons, theme colours, language."""
    latin = next(path.name for path in sorted((ASSETS / "fonts").glob("inter-latin-*.woff2")) if "ext" not in path.name)
    return [
        rx.el.link(
            rel="preload",
            href=f"/fonts/{latin}",
            cross_origin="anonymous",
            custom_attrs={"as": "font", "type": "font/woff2"},
        ),
        rx.el.link(rel="icon", href="/favicon.svg", custom_attrs={"type": "image/svg+xml"}),
        rx.el.link(rel="icon", href="/favicon.ico", custom_attrs={"sizes": "32x32"}),
        rx.el.link(rel="apple-touch-icon", href="/apple-touch-icon.png"),
        rx.el.meta(name="theme-color", content="#fafaf8", custom_attrs={"media": "(prefers-color-scheme: light)"}),
        rx.el.meta(name="theme-color", content="#0d1312", custom_attrs={"media": "(prefers-color-scheme: dark)"}),
        rx.el.script(custom_attrs={"dangerouslySetInnerHTML": {"__html": _LANGUAGE_SCRIPT + _OFFLINE_SCRIPT}}),
    ]
