"""The few lines of JavaScript that Reflex has no words for, all in this file; the field that keeps what is
typed is in `ui.autosave`.

Each class is a small React component of ours. They touch only our own page and our own routes, use no eval, and
so live under the strict content security policy.
"""

from typing import Any

import reflex as rx
from reflex.components.base.fragment import Fragment
from reflex_base.vars import VarData
from reflex_base.vars.base import Var

from careercoach.ui.session import SessionState
from careercoach.ui.theme import LANGUAGE_KEY

_REACT = ("useEffect", "useLayoutEffect", "useRef", "useState")


class PreferenceFollower(Fragment):
    """Makes <html> follow the reader: its language, and the colour mode kept on the account."""

    def add_imports(self) -> dict[str, Any]:
        return {
            "react": [rx.ImportVar("useEffect"), rx.ImportVar("useContext")],
            "$/utils/context": [rx.ImportVar("ColorModeContext")],
        }

    def add_hooks(self) -> list[str | Var]:
        language, theme = SessionState.language, SessionState.theme
        used = VarData.merge(language._get_all_var_data(), theme._get_all_var_data())
        script = """
          const { rawColorMode: ccMode, setColorMode: ccSetMode } = useContext(ColorModeContext);
          useEffect(() => {
            const root = document.documentElement;
            root.lang = LANGUAGE;
            let kept = null;
            try { kept = localStorage.getItem("KEY") } catch (e) {}
            if (!kept || kept === LANGUAGE) root.classList.remove("language-pending");
          }, [LANGUAGE]);
          useEffect(() => {
            let asked = null;
            try { asked = localStorage.getItem("cc_theme") } catch (e) {}
            if (asked && asked === THEME && ccMode !== asked) ccSetMode(asked);
          }, [THEME]);"""
        filled = script.replace("LANGUAGE", str(language)).replace("THEME", str(theme)).replace("KEY", LANGUAGE_KEY)
        return [Var(filled, _var_data=used)]


class Local(rx.Component):
    """A component whose code stands here instead of in a package."""

    def add_imports(self) -> dict[str, Any]:
        return {"react": [rx.ImportVar(name) for name in _REACT], "@emotion/react": [rx.ImportVar("jsx")]}


class UploadBridge(Local):
    """Sends a chosen or dropped file to a route of ours and tells how far it is."""

    tag = "CcUpload"
    action: rx.Var[str]
    accept: rx.Var[str]
    max_bytes: rx.Var[int]
    words: rx.Var[dict[str, str]]
    input_id: rx.Var[str]
    test_id: rx.Var[str]
    on_done: rx.EventHandler[rx.event.passthrough_event_spec(str)]

    def add_custom_code(self) -> list[str]:
        return [_UPLOAD]


class TimerBridge(Local):
    """Minutes and seconds that run in the browser from what the server said."""

    tag = "CcTimer"
    seconds: rx.Var[int]
    running: rx.Var[bool]
    up: rx.Var[bool]
    on_end: rx.EventHandler[rx.event.no_args_event_spec]

    def add_custom_code(self) -> list[str]:
        return [_TIMER]


class AfterBridge(Local):
    """Fires once, some seconds after it appeared or its `token` changed; not while its parent is pointed at or holds
    the keyboard. When what had the keyboard is gone, the parent's first button takes it, and the page at the end."""

    tag = "CcAfter"
    seconds: rx.Var[int]
    token: rx.Var[str]
    on_end: rx.EventHandler[rx.event.no_args_event_spec]

    def add_custom_code(self) -> list[str]:
        return [_AFTER]


class FocusBridge(Local):
    """Moves the keyboard to the first of `targets` (ids) that is there, each time `turn` changes and what had the
    keyboard is gone. Somebody who has gone on meanwhile is left alone."""

    tag = "CcFocus"
    targets: rx.Var[list[str]]
    turn: rx.Var[int]

    def add_custom_code(self) -> list[str]:
        return [_FOCUS]


class HotKeyBridge(Local):
    """Ctrl/⌘ K opens and closes the dialog of that id, unless another one is open.

    On Apple's machines Ctrl+K inside a text field is the field's own (it deletes to the end of the line). When the page
    is left from within the dialog, the keyboard is at the start of the next one, and `on_leave` is called.
    """

    tag = "CcHotKey"
    dialog: rx.Var[str]
    on_leave: rx.EventHandler[rx.event.no_args_event_spec]

    def add_custom_code(self) -> list[str]:
        return [_HOT_KEY]


class CopyBridge(Local):
    """A button that copies a text and says so for two seconds."""

    tag = "CcCopy"
    text: rx.Var[str]
    words: rx.Var[dict[str, str]]

    def add_custom_code(self) -> list[str]:
        return [_COPY]


class MarkdownBridge(rx.Component):
    """react-markdown with everything active left out: no raw HTML, no images, links that give nothing away."""

    library = "react-markdown@10.1.0"
    tag = "ReactMarkdown"
    is_default = True
    skip_html: rx.Var[bool]
    disallowed_elements: rx.Var[list[str]]
    components: rx.Var[dict[str, Any]]

    @classmethod
    def create(cls, *children: Any, **props: Any) -> rx.Component:
        link = Var("{a: CcForeignLink}", _var_type=dict[str, Any])
        return super().create(*children, skip_html=True, disallowed_elements=["img"], components=link, **props)

    def add_imports(self) -> dict[str, Any]:
        return {"@emotion/react": [rx.ImportVar("jsx")]}

    def add_custom_code(self) -> list[str]:
        return [_FOREIGN_LINK]


def preference_follower() -> rx.Component:
    """Once per page, in the shell."""
    return PreferenceFollower.create()


_UPLOAD = """
function CcUpload({ action, accept, maxBytes, words, inputId, testId, onDone, children }) {
  const [state, setState] = useState({ at: "idle" });
  const [over, setOver] = useState(false);
  const request = useRef(null);
  const fail = (text) => setState({ at: "problem", text });
  const send = (file) => {
    if (!file || state.at === "sending") return;
    const ending = file.name.slice(file.name.lastIndexOf(".")).toLowerCase();
    if (!accept.split(",").includes(ending)) return fail(words.wrong_type);
    if (file.size > maxBytes) return fail(words.too_large);
    const body = new FormData();
    body.append("file", file);
    const xhr = new XMLHttpRequest();
    request.current = xhr;
    xhr.open("POST", action);
    xhr.responseType = "json";
    const sending = (percent) => setState({ at: "sending", percent, name: file.name });
    xhr.upload.onprogress = (event) => event.lengthComputable && sending(Math.round(event.loaded * 100 / event.total));
    xhr.onload = () => {
      if (xhr.status < 300) {
        setState({ at: "done", name: file.name });
        if (onDone) onDone(String(xhr.response?.id ?? ""));
      } else if (xhr.status === 401) location.assign("/login?next=" + location.pathname.replace(/\\/$/, ""));
      else fail(xhr.response?.title || words.failed);
    };
    xhr.onerror = () => fail(words.failed);
    xhr.onabort = () => setState({ at: "idle" });
    sending(0);
    xhr.send(body);
  };
  const busy = state.at === "sending";
  const drag = (value) => (event) => { event.preventDefault(); setOver(value && !busy) };
  const shown = busy ? [
    jsx("span", { className: "label", key: "name" }, words.sending + " " + state.name),
    jsx("span", { className: "bar w-full max-w-[320px]", key: "bar", role: "progressbar",
      "aria-label": words.sending, "aria-valuemin": 0, "aria-valuemax": 100, "aria-valuenow": state.percent },
      jsx("i", { style: { width: state.percent + "%" } })),
    jsx("button", { type: "button", key: "stop", className: "btn btn-ghost btn-sm",
      onClick: (event) => { event.preventDefault(); request.current?.abort() } }, words.cancel),
  ] : children;
  return jsx("div", { className: "flex flex-col gap-2", "data-testid": testId, "data-state": state.at },
    jsx("label", { className: "drop", htmlFor: inputId, "data-over": over, "aria-busy": busy,
      onDragOver: drag(true), onDragLeave: drag(false),
      onDrop: (event) => { drag(false)(event); send(event.dataTransfer.files[0]) } },
      shown,
      jsx("input", { id: inputId, type: "file", accept, className: "sr-only", disabled: busy, "aria-label": words.label,
        onChange: (event) => { send(event.target.files[0]); event.target.value = "" } })),
    jsx("div", { role: "status", className: "problem" + (state.at === "done" ? " !text-have" : "") },
      state.at === "problem" ? state.text : state.at === "done" ? words.done + " " + state.name : ""));
}
"""

_TIMER = """
function CcTimer({ seconds, running, up, onEnd }) {
  const [now, setNow] = useState(seconds);
  const fired = useRef(false);
  useEffect(() => {
    setNow(seconds);
    fired.current = false;
    if (!running) return;
    const start = Date.now();
    const tick = setInterval(() => {
      const gone = Math.floor((Date.now() - start) / 1000);
      const value = up ? seconds + gone : Math.max(0, seconds - gone);
      setNow(value);
      if (!up && value === 0 && !fired.current) { fired.current = true; clearInterval(tick); onEnd?.() }
    }, 250);
    return () => clearInterval(tick);
  }, [seconds, running, up]);
  return jsx("span", { role: "timer", className: "tabular-nums font-semibold" },
    Math.floor(now / 60) + ":" + String(now % 60).padStart(2, "0"));
}
"""

_AFTER = """
function CcAfter({ seconds, token, onEnd }) {
  const mark = useRef(null), had = useRef(false);
  const isLost = () => !document.activeElement || document.activeElement === document.body;
  useEffect(() => {
    const line = mark.current.parentElement;
    const look = () => line.matches(":hover, :has(:focus-visible)") ? (wait = setTimeout(look, 1000)) : onEnd?.();
    const reach = setTimeout(() => isLost() && line.querySelector("button")?.focus({ preventScroll: true }), 150);
    let wait = setTimeout(look, seconds * 1000);
    return () => { clearTimeout(wait); clearTimeout(reach) };
  }, [seconds, token]);
  useEffect(() => {
    const line = mark.current.parentElement, note = (event) => { had.current = line.contains(event.target) };
    const leave = () => had.current && isLost() && document.getElementById("content")?.focus({ preventScroll: true });
    document.addEventListener("focusin", note);
    return () => { document.removeEventListener("focusin", note); setTimeout(leave, 150) };
  }, []);
  return jsx("span", { ref: mark, hidden: true });
}
"""

_FOCUS = """
function CcFocus({ targets, turn }) {
  const seen = useRef(turn);
  useEffect(() => {
    if (seen.current === turn) return;
    seen.current = turn;
    const frame = requestAnimationFrame(() => {
      if (document.activeElement && document.activeElement !== document.body) return;
      targets.map((id) => document.getElementById(id)).find(Boolean)?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [turn]);
  return null;
}
"""

# One page listens until the next one does: both happen before a key can be pressed in between.
_HOT_KEY = """
function CcHotKey({ dialog, onLeave }) {
  useLayoutEffect(() => {
    const frame = document.getElementById(dialog), isApple = /^(Mac|iP)/.test(navigator.platform);
    const pressed = (event) => {
      const isK = event.key?.toLowerCase() === "k" || (event.code === "KeyK" && !/^[a-z]$/i.test(event.key));
      const isInField = event.target.closest?.("input, textarea, [contenteditable]");
      const isOurs = isApple ? event.metaKey || (event.ctrlKey && !isInField) : event.ctrlKey;
      if (!isK || !isOurs || event.shiftKey || event.altKey || event.repeat || event.defaultPrevented) return;
      event.preventDefault();
      if (frame.open) return frame.close();
      if (document.querySelector("dialog[open], .dialog[data-state=open]")) return;
      document.activeElement?.closest("[popover]")?.hidePopover();
      frame.showModal();
    };
    const isLost = () => document.activeElement === document.body;
    const arrive = () => isLost() && document.getElementById("content")?.focus({ preventScroll: true });
    document.documentElement.dataset.keys = isApple ? "apple" : "other";
    document.addEventListener("keydown", pressed);
    return () => {
      document.removeEventListener("keydown", pressed);
      if (!frame.open) return;
      setTimeout(arrive, 50);
      onLeave?.();
    };
  }, []);
  return null;
}
"""

_COPY = """
function CcCopy({ text, words }) {
  const [done, setDone] = useState(false);
  useEffect(() => {
    const wait = done && setTimeout(() => setDone(false), 2000);
    return () => clearTimeout(wait);
  }, [done]);
  const copy = () => navigator.clipboard?.writeText(text).then(() => setDone(true));
  return jsx("button", { type: "button", className: "btn btn-secondary btn-sm", onClick: copy },
    jsx("span", { "aria-live": "polite" }, done ? words.done : words.copy));
}
"""

_FOREIGN_LINK = """
function CcForeignLink({ node, ...props }) {
  if (!/^(https?:|mailto:)/i.test(props.href ?? "")) return jsx("span", {}, props.children);
  return jsx("a", { ...props, target: "_blank", rel: "noopener noreferrer nofollow" });
}
"""
