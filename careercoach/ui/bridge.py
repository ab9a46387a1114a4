"""The few lines of JavaScript that Reflex has no words for, all in this file.

Each class here is a fragment whose hooks run in the browser. They touch only our own page and our own routes, and
need no eval, so the content security policy stays strict.
"""

from typing import Any

import reflex as rx
from reflex.components.base.fragment import Fragment
from reflex_base.vars import VarData
from reflex_base.vars.base import Var

from careercoach.ui.session import SessionState


def _hook(script: str, *used: Any) -> Var:
    """A hook with the imports and hooks of the vars that its text uses."""
    data = [value._get_all_var_data() for value in used if isinstance(value, Var)]
    return Var(script, _var_data=VarData.merge(*data))


class PreferenceFollower(Fragment):
    """Makes <html> follow the reader: its language, and the colour mode kept on the account."""

    def add_imports(self) -> dict[str, Any]:
        return {"react": [rx.ImportVar("useEffect"), rx.ImportVar("useContext")],
                "$/utils/context": [rx.ImportVar("ColorModeContext")]}  # fmt: skip

    def add_hooks(self) -> list[str | Var]:
        language, theme = SessionState.language, SessionState.theme
        return [
            _hook(
                f"""useEffect(() => {{
                  const root = document.documentElement;
                  root.lang = {language!s};
                  let kept = null;
                  try {{ kept = localStorage.getItem("cc_language") }} catch (e) {{}}
                  if (!kept || kept === {language!s}) root.classList.remove("language-pending");
                }}, [{language!s}]);""",
                language,
            ),
            _hook(
                f"""const {{ rawColorMode: ccMode, setColorMode: ccSetMode }} = useContext(ColorModeContext);
                useEffect(() => {{
                  let asked = null;
                  try {{ asked = localStorage.getItem("cc_theme") }} catch (e) {{}}
                  if (asked && asked === {theme!s} && ccMode !== asked) ccSetMode(asked);
                }}, [{theme!s}]);""",
                theme,
            ),
        ]


def preference_follower() -> rx.Component:
    """Once per page, in the shell."""
    return PreferenceFollower.create()
