"""A text field that keeps what is typed: in the browser at every key, on the server at every pause."""

from typing import Any

import reflex as rx

from careercoach.ui.bridge import Local


class AutosaveBridge(Local):
    """A text field that keeps a draft in the browser and sends it shortly after the last key.

    `on_save` gets the text and the version of the server's copy it was written on. A new `reset` drops the draft
    for the server's copy. `on_next` is called by Ctrl+Enter, after what was typed was sent. A new `draft_key` begins
    a new text; `taken` is then what left the field for good, and what was typed after it stays in the field. `local`:
    the browser alone keeps the text until it is used; `saved` is what it began with.
    """

    tag = "CcAutosave"
    draft_key: rx.Var[str]
    saved: rx.Var[str]
    version: rx.Var[int]
    reset: rx.Var[int]
    taken: rx.Var[str]
    local: rx.Var[bool]
    words: rx.Var[dict[str, str]]
    attributes: rx.Var[dict[str, Any]]
    on_save: rx.EventHandler[rx.event.passthrough_event_spec(str, int)]
    on_next: rx.EventHandler[rx.event.no_args_event_spec]

    def add_custom_code(self) -> list[str]:
        return [_REST, _AUTOSAVE]


# What is in the field (`mine`) when the server begins a new text: it took a question out, or put one back on top.
_REST = """
function ccRest(mine, taken, before, saved) {
  const same = (one, other) => one.trim() === other.trim();
  if (!mine.trim() || same(mine, saved) || same(mine, taken)) return saved;
  if (taken && mine.trimStart().startsWith(taken)) mine = mine.trimStart().slice(taken.length).trimStart();
  else if (same(mine, before)) return saved;
  else if (before && mine.startsWith(before) && saved.endsWith(before)) return saved + mine.slice(before.length);
  return saved ? saved + "\\n\\n" + mine : mine;
}
"""

# The draft stays in the browser until the server's copy (`saved`) equals it; until then it is sent again every three
# seconds, so neither a cut connection nor a restarted server loses a word. It remembers on which version it was
# written: an old draft never overwrites a newer copy unseen.
_AUTOSAVE = """
function CcAutosave({ draftKey, saved, version, reset, taken, local, words, attributes, onSave, onNext }) {
  const field = useRef(null), timer = useRef(null), base = useRef(version ?? 0), resets = useRef(reset), sent = useRef(null);
  const current = useRef({}), value = useRef(saved ?? ""), before = useRef(null);
  const [text, setText] = useState(saved ?? "");
  current.current = { saved: saved ?? "", version: version ?? 0, onSave };
  const read = (key = draftKey) => {
    try { return JSON.parse(localStorage.getItem(key)) } catch (e) { return null }
  };
  const keep = (value, key = draftKey) => {
    try {
      if (value === null) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify({ text: value, version: base.current }));
    } catch (e) {}
  };
  const show = (shown) => {
    const field_ = field.current, end = field_.value.length - field_.selectionEnd;
    const isThere = document.activeElement === field_;
    value.current = field_.value = shown;
    if (isThere) field_.selectionStart = field_.selectionEnd = Math.max(0, shown.length - end);
    setText(shown);
  };
  const send = () => {
    clearTimeout(timer.current);
    timer.current = null;
    const now = current.current;
    if (value.current === now.saved) return;
    sent.current = value.current;
    now.onSave?.(sent.current, base.current);
  };
  useEffect(() => {
    const kept = read(), now = current.current, last = before.current;
    let shown = kept ? kept.text : now.saved;
    base.current = kept ? kept.version : now.version;
    if (last && taken !== undefined) {
      shown = ccRest(value.current, taken, last.saved, shown);
      keep(null, last.key);
      if (shown !== now.saved) keep(shown);
    }
    show(shown);
    const again = setInterval(() => read() && !timer.current && !(local && sent.current === value.current) && send(), 3000);
    const leave = () => timer.current && send();
    if (shown !== now.saved) timer.current = setTimeout(send, 1000);
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", leave);
    return () => {
      // What goes on in this field goes on as the new text; else it is sent for the text it was typed for.
      if (timer.current && (taken === undefined || !field.current)) onSave?.(value.current, base.current);
      clearTimeout(timer.current);
      timer.current = null;
      clearInterval(again);
      removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", leave);
    };
  }, [draftKey]);
  useEffect(() => {
    const kept = read();
    before.current = { key: draftKey, saved: current.current.saved };
    if (resets.current !== reset) {
      resets.current = reset;
      clearTimeout(timer.current);
      timer.current = null;
      keep(null);
      base.current = current.current.version;
      return show(current.current.saved);
    }
    const isOurs = !kept || kept.text === current.current.saved || sent.current === current.current.saved;
    if (isOurs) base.current = current.current.version;
    if (kept && kept.text !== current.current.saved) return isOurs ? keep(kept.text) : undefined;
    if (kept) keep(null);
    if (document.activeElement !== field.current) show(current.current.saved);
  }, [draftKey, saved, version, reset]);
  const typed = (event) => {
    value.current = event.target.value;
    keep(value.current);
    setText(value.current);
    clearTimeout(timer.current);
    timer.current = setTimeout(send, 800);
  };
  const pressed = (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !onNext) return;
    event.preventDefault();
    send();
    onNext();
  };
  const count = text.trim() ? text.trim().split(/\\s+/).length : 0;
  const isSaved = local || text === (saved ?? "");
  return jsx("div", { className: "flex flex-col gap-1.5" },
    jsx("textarea", { ...attributes, ref: field, defaultValue: saved, onInput: typed, onKeyDown: pressed,
      onBlur: () => timer.current && send() }),
    jsx("div", { className: "flex justify-between gap-3 tiny" },
      jsx("span", { role: "status", "data-testid": "autosave", "data-saved": isSaved },
        isSaved ? (text && text !== (local ? saved : "") ? words.saved : "") : words.saving),
      jsx("span", { "data-testid": "word-count" }, count + " " + (count === 1 ? words.word : words.words))));
}
"""
