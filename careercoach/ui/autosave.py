"""Nothing typed is lost: a text field that keeps itself, and what watches over the other fields of a form."""

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


class TypedBridge(Local):
    """Watches over the form around it, or over its parent: what was typed there and had not arrived when the page was
    loaded anew, or its fields were drawn anew, is typed again. Not over what somebody else has changed meanwhile.

    `stays`: leaving the page by a link forgets nothing. A new `store` begins anew, for example after saving.
    """

    tag = "CcTyped"
    store: rx.Var[str]
    stays: rx.Var[bool]

    def add_custom_code(self) -> list[str]:
        return [_TYPED]


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
let ccGoesOn = null;

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
    // Ctrl+Enter led from another field of this name to this one: who types on types here.
    const isLost = [null, document.body].includes(document.activeElement);
    if (ccGoesOn?.id === field.current.id && Date.now() - ccGoesOn.at < 10000 && isLost) field.current.focus();
    ccGoesOn = null;
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
    ccGoesOn = { id: field.current.id, at: Date.now() };
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

# Kept in the tab alone, under its token: a login has another. `trail` are the marks of what the field has shown since
# the first key: when the server has one of these it only lags behind.
_TYPED = """
const ccMark = (words) => { let sum = 7; for (const one of words) sum = (sum * 31 + one.codePointAt(0)) | 0; return sum };

function CcTyped({ store, stays }) {
  const place = useRef(null), newest = useRef(store);
  newest.current = store;
  useEffect(() => {
    const box = place.current.closest("form") ?? place.current.parentElement, seen = new WeakSet();
    const key = "cc-typed-" + (sessionStorage.getItem("token") ?? "") + "-" + store;
    const nameOf = (one) => one.id || one.name;
    const isText = (one) => nameOf(one) && !one.readOnly && !one.dataset.keepsItself && one.getAttribute("role") !== "combobox" &&
      (one.tagName === "TEXTAREA" || ["text", "url", "email", "tel", "number", "search", "time", "date"].includes(one.type));
    let held = {}, last = null;
    try { held = JSON.parse(sessionStorage.getItem(key)) ?? {} } catch (e) {}
    const write = () => {
      try {
        if (Object.keys(held).length) sessionStorage.setItem(key, JSON.stringify(held));
        else sessionStorage.removeItem(key);
      } catch (e) {}
    };
    const note = (event) => {
      const one = event.target, name = nameOf(one);
      if (!isText(one)) return;
      const kept = held[name] ?? { trail: [ccMark(one.defaultValue)] };
      held[name] = { text: one.value, trail: [...kept.trail.slice(-400), ccMark(one.value)] };
      write();
    };
    const emptied = (event) => {
      for (const one of event.target.elements) delete held[nameOf(one)];
      write();
    };
    const type = (one, words) => {
      const kind = one.tagName === "TEXTAREA" ? HTMLTextAreaElement : HTMLInputElement;
      Object.getOwnPropertyDescriptor(kind.prototype, "value").set.call(one, words);
      one.dispatchEvent(new Event("input", { bubbles: true }));
      if (document.activeElement !== one) one.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
    };
    const look = () => box.querySelectorAll("input, textarea").forEach((one) => {
      if (newest.current !== store || seen.has(one) || !isText(one)) return;
      seen.add(one);
      const name = nameOf(one), kept = held[name];
      const isLost = last && last.name === name && last.node !== one && !last.node.isConnected;
      if (isLost && [null, document.body].includes(document.activeElement)) {
        one.focus({ preventScroll: true });
        try { one.setSelectionRange(last.start, last.end) } catch (e) {}
      }
      if (!kept) return;
      const lags = kept.text !== one.value && one.value === one.defaultValue && kept.trail.includes(ccMark(one.value));
      if (lags) return type(one, kept.text);
      delete held[name];
      write();
    });
    const at = (event) => {
      const node = event.target;
      if (isText(node)) last = { name: nameOf(node), node, start: node.selectionStart, end: node.selectionEnd };
    };
    const gone = (event) => { if (event.relatedTarget || event.target.isConnected) last = null };
    const watch = new MutationObserver(look);
    look();
    watch.observe(box, { childList: true, subtree: true });
    const heard = { input: note, reset: emptied, focusin: at, keyup: at, focusout: gone };
    Object.entries(heard).forEach(([name, hear]) => box.addEventListener(name, hear));
    return () => {
      watch.disconnect();
      Object.entries(heard).forEach(([name, hear]) => box.removeEventListener(name, hear));
      if (!stays || place.current) { held = {}; write() }
    };
  }, [store]);
  return jsx("span", { ref: place, hidden: true });
}
"""
