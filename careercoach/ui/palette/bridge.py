"""The JavaScript of the palette: the door, a few lines on every page, and the window, fetched when first wanted.

Both are React components like those of `ui.bridge`. Finding is done by `FIND`, plain functions without a page, so that
the tests can run them as they are.
"""

import json
from typing import Any

import reflex as rx

from careercoach.ui.components.icons import paths
from careercoach.ui.palette.entries import GROUPS, for_browser, sentences

FIND = """
// Accents, nukta and joiners are as good as not there; candrabindu is anusvara; everything small.
const ccPlain = (words) => words.normalize("NFD").replace(/[\\u0300-\\u036f\\u093c\\u200c\\u200d]/g, "")
  .replace(/\\u0901/g, "\\u0902").toLowerCase();
const ccParts = (words) => ccPlain(words).split(/[^\\p{L}\\p{M}\\p{N}]+/u).filter(Boolean);
// What an entry is found by: its label, its synonyms, and both in the other languages.
const ccKnown = (entry, language) => {
  const others = ["en", "hi", "es"].filter((code) => code !== language);
  return { entry, whole: ccPlain(entry[language][0]), label: ccParts(entry[language][0]),
    words: ccParts(entry[language][1]), others: others.flatMap((code) => entry[code].flatMap(ccParts)) };
};
// A word begins with what was typed, or what was typed is the word with an ending.
const ccBegins = (typed) => (word) =>
  word.startsWith(typed) || (word.length > 3 && typed.length <= word.length + 2 && typed.startsWith(word));
// How near a typed word is to an entry, 0 best; 9: not at all.
const ccRank = (known, typed) => {
  const begins = ccBegins(typed), first = known.label.findIndex(begins);
  if (first >= 0) return first ? 1 : 0;
  if (known.words.some(begins)) return 2;
  if (known.others.some(begins)) return 3;
  return typed.length > 2 && [...known.label, ...known.words].some((word) => word.includes(typed)) ? 4 : 9;
};
// Entries that fit every typed word, nearest first; when none does, those that fit the most of the longer ones.
function ccFind(all, query) {
  const typed = ccParts(query), whole = ccPlain(query).trim();
  if (!typed.length) return all.map((known) => known.entry);
  const judge = (asked) => all.map((known, place) => {
    const ranks = asked.map((word) => ccRank(known, word));
    const near = ranks.reduce((sum, rank) => sum + rank, 0) - (known.whole.startsWith(whole) ? 1 : 0);
    return { entry: known.entry, place, near, missed: ranks.filter((rank) => rank === 9).length };
  });
  const sorted = (found) => found.sort((a, b) => a.missed - b.missed || a.near - b.near || a.place - b.place);
  const exact = judge(typed).filter((one) => !one.missed);
  if (exact.length) return sorted(exact).map((one) => one.entry);
  const longer = typed.filter((word) => word.length > 3);
  return sorted(judge(longer).filter((one) => one.missed < longer.length)).map((one) => one.entry);
}
"""

# Control or Command alone already fetches the window: it is there when K follows, and what is typed before it is there
# goes into it (`ahead`). On Apple's machines Ctrl+K inside a
# text field is the field's own (it deletes to the end of the line).
DOOR = """
function CcPaletteDoor() {
  const [Palette, setPalette] = useState(null), [turn, setTurn] = useState(0), ahead = useRef(null);
  useEffect(() => { ahead.current = null }, [turn]);
  useEffect(() => {
    const isApple = /^(Mac|iP)/.test(navigator.platform);
    const fetchIt = () => import("LIBRARY").then((module) => module.TAG, () => null);
    const asked = (event) => event.target.closest?.("[data-palette]");
    document.documentElement.dataset.keys = isApple ? "apple" : "other";
    const open = () => {
      const shown = document.querySelector("dialog[open]");
      if (shown) return shown.id === "palette" && shown.close();
      if (document.querySelector(".dialog[data-state=open]")) return;
      document.activeElement?.closest("[popover]")?.hidePopover();
      ahead.current = "";
      fetchIt().then((found) => { if (found) setPalette(() => found); setTurn((n) => n + 1) });
    };
    const pressed = (event) => {
      if (event.key === "Control" || event.key === "Meta") fetchIt();
      if (ahead.current !== null && event.key.length === 1 && !event.ctrlKey && !event.metaKey) {
        ahead.current += event.key;
        return event.preventDefault();
      }
      const isK = event.key.toLowerCase() === "k" || (event.code === "KeyK" && !/^[a-z]$/i.test(event.key));
      const isInField = event.target.closest?.("input, textarea, [contenteditable]");
      const isOurs = isApple ? event.metaKey || (event.ctrlKey && !isInField) : event.ctrlKey;
      if (!isK || !isOurs || event.shiftKey || event.altKey || event.repeat || event.defaultPrevented) return;
      event.preventDefault();
      open();
    };
    const clicked = (event) => { const button = asked(event); if (button) { button.focus(); open() } };
    const near = (event) => asked(event) && fetchIt();
    document.addEventListener("keydown", pressed);
    document.addEventListener("click", clicked);
    document.addEventListener("pointerover", near);
    return () => {
      document.removeEventListener("keydown", pressed);
      document.removeEventListener("click", clicked);
      document.removeEventListener("pointerover", near);
    };
  }, []);
  return Palette && jsx(Palette, { key: turn, ahead: ahead.current ?? "" });
}
"""

_WINDOW = """
const ccEntries = ENTRIES, ccSays = SENTENCES, ccGroups = GROUPS;

function CcPalette({ ahead, language, theme, isAdmin, onLanguage, onTheme }) {
  const frame = useRef(null), list = useRef(null), navigate = useNavigate();
  const [isOpen, setIsOpen] = useState(true), [query, setQuery] = useState(ahead), [at, setAt] = useState(0);
  const says = ccSays[language] ?? ccSays.en, code = ccSays[language] ? language : "en";
  const known = useMemo(() => ccEntries.filter((entry) =>
    (entry.group !== "admin" || isAdmin) && entry.language !== code && entry.theme !== theme &&
    (!entry.form || document.querySelector(`form[action="${entry.form}"]`))
  ).map((entry) => ccKnown(entry, code)), [code, theme, isAdmin]);
  const found = useMemo(() => ccFind(known, query), [known, query]);
  const asked = query.trim();
  const further = asked ? ["skills", "roles"].map((name) => ({ name: "search-" + name, icon: SEARCH,
    to: `/${name}?q=${encodeURIComponent(asked)}`, [code]: [says["search_" + name].replace("{query}", () => asked)] })) : [];
  const rows = [...found, ...further], now = Math.min(at, rows.length - 1);
  useEffect(() => { if (!frame.current.open) frame.current.showModal() }, []);
  useEffect(() => {
    const row = document.getElementById("palette-" + now);
    if (now) row?.scrollIntoView({ block: "nearest" }); else list.current?.scrollTo(0, 0);
  }, [now, query]);
  if (!isOpen) return null;
  const choose = (entry, isAside) => {
    if (isAside && entry.to) return void globalThis.open(entry.to, "_blank", "noopener");
    frame.current.close();
    if (entry.to) Promise.resolve(navigate(entry.to)).then(() =>
      setTimeout(() => document.getElementById("content")?.focus({ preventScroll: true }), 50));
    else if (entry.file) Object.assign(document.createElement("a"), { href: entry.file, download: "" }).click();
    else if (entry.form) document.querySelector(`form[action="${entry.form}"]`)?.requestSubmit();
    else if (entry.language) onLanguage(entry.language);
    else onTheme(entry.theme);
  };
  const pressed = (event) => {
    if (event.nativeEvent.isComposing) return;
    const to = { ArrowDown: (now + 1) % rows.length, ArrowUp: (now || rows.length) - 1, Home: 0,
      End: rows.length - 1 }[event.key];
    if (to !== undefined && !event.shiftKey) setAt(to);
    else if (event.key === "Enter") choose(rows[now], event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  };
  const draw = (path, size) => jsx("svg", { className: "icon", width: size, height: size, viewBox: "0 0 24 24",
    "aria-hidden": true }, jsx("path", { d: path }));
  const row = (entry, place) => jsx("div", { key: entry.name, id: "palette-" + place, role: "option",
      className: "palette-row", "aria-selected": place === now, "data-name": entry.name,
      onPointerMove: () => place !== now && setAt(place),
      onClick: (event) => choose(entry, event.ctrlKey || event.metaKey) },
    draw(entry.icon, 18),
    jsx("span", { className: "flex-1 min-w-0" + (entry.language ? " font-[system-ui]" : "") }, entry[code][0]),
    asked && entry.group && jsx("span", { className: "tiny" }, says["group." + entry.group]));
  const grouped = () => ccGroups.filter((name) => found.some((entry) => entry.group === name)).map((name) =>
    jsx("div", { key: name, role: "group", "aria-labelledby": "palette-group-" + name },
      jsx("div", { id: "palette-group-" + name, className: "nav-group" }, says["group." + name]),
      found.map((entry, place) => entry.group === name && row(entry, place))));
  const count = says[found.length === 1 ? "count.one" : "count.other"].replace("{n}", found.length);
  const key = (sign, word) => jsx("span", { key: sign, className: "flex items-center gap-1.5" },
    jsx("kbd", {}, sign), word);
  return jsx("dialog", { ref: frame, id: "palette", className: "palette float", "aria-label": says.label,
      onClose: () => setIsOpen(false), onClick: (event) => event.target === frame.current && frame.current.close() },
    jsx("div", { className: "palette-frame" },
      jsx("div", { className: "palette-head" },
        draw(SEARCH, 20),
        jsx("input", { type: "text", role: "combobox", value: query, "aria-expanded": true, "aria-label": says.label,
          "aria-controls": "palette-list", "aria-autocomplete": "list", "aria-activedescendant": "palette-" + now,
          placeholder: says.placeholder, maxLength: 80, autoComplete: "off", autoCapitalize: "none", spellCheck: false,
          enterKeyHint: "go", onKeyDown: pressed,
          onChange: (event) => { setQuery(event.target.value); setAt(0) } }),
        jsx("button", { type: "button", className: "btn btn-ghost btn-icon btn-sm", "aria-label": says.close,
          onClick: () => frame.current.close() }, draw(CLOSE, 18))),
      jsx("p", { role: "status", className: asked && !found.length ? "palette-none" : "sr-only" },
        !asked ? "" : found.length ? count : says.nothing),
      jsx("div", { ref: list, id: "palette-list", role: "listbox", className: "palette-list",
        "aria-label": says.results }, asked ? rows.map(row) : grouped()),
      jsx("div", { className: "palette-keys", "aria-hidden": true },
        key("↑ ↓", says["keys.choose"]), key("↵", says["keys.open"]), key("Esc", says["keys.close"]))));
}
"""


def _literal(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class PaletteWindow(rx.Component):
    """The palette itself: opens as soon as it is there, is gone when it is closed."""

    tag = "CcPalette"
    ahead: rx.Var[str]
    language: rx.Var[str]
    theme: rx.Var[str]
    is_admin: rx.Var[bool]
    on_language: rx.EventHandler[rx.event.passthrough_event_spec(str)]
    on_theme: rx.EventHandler[rx.event.passthrough_event_spec(str)]

    def add_imports(self) -> dict[str, Any]:
        hooks = [rx.ImportVar(name) for name in ("useEffect", "useMemo", "useRef", "useState")]
        return {"react": hooks, "react-router": [rx.ImportVar("useNavigate")], "@emotion/react": [rx.ImportVar("jsx")]}

    def add_custom_code(self) -> list[str]:
        filled = _WINDOW
        for name, value in (("SENTENCES", sentences()), ("GROUPS", GROUPS), ("SEARCH", paths()["search"]),
                            ("CLOSE", paths()["x"]), ("ENTRIES", for_browser())):  # fmt: skip
            filled = filled.replace(name, _literal(value))
        return [FIND, filled]
