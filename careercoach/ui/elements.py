"""Elements by React alone, in place of the style engine that Reflex brings along.

Every element that Reflex compiles is made by Emotion, which can parse nested selectors and write style sheets in the
browser. Our looks are classes; what a page computes (how long a bar is, how a line ends) are plain declarations, and
React writes those itself. Without Emotion a first visit is seven kilobytes lighter and every element is made by one
call instead of three.
"""

from pathlib import Path
from typing import Any, cast

import reflex as rx
from reflex_base.constants import ReactRouter
from reflex_base.plugins.base import PreCompileContext

FILE = "utils/elements.js"
_ELEMENTS = """\
import { createElement } from "react";

export function jsx(type, props, ...children) {
  if (props?.css === undefined) return createElement(type, props, ...children);
  const { css, style, ...others } = props;
  return createElement(type, { ...others, style: { ...css, ...style } }, ...children);
}
"""
_PLACE = "    alias: ["
_ALIAS = f"""
      {{
        find: "@emotion/react",
        replacement: fileURLToPath(new URL("./{FILE}", import.meta.url)),
      }},"""


class PlainElements(rx.plugins.Plugin):
    """Takes Emotion's place in the compiled pages. Raises when Reflex names its modules differently."""

    def get_static_assets(self, **context: Any) -> list[tuple[Path, str | bytes]]:
        """The module that makes the elements."""
        return [(Path(FILE), _ELEMENTS)]

    def pre_compile(self, **context: Any) -> None:
        """Have every import of Emotion lead to that module."""
        cast(PreCompileContext, context)["add_modify_task"](ReactRouter.VITE_CONFIG_FILE, _without_emotion)


def _without_emotion(config: str) -> str:
    if _ALIAS in config:
        return config
    if _PLACE not in config:
        raise RuntimeError(f"{ReactRouter.VITE_CONFIG_FILE} has no list of aliases any more: see ui.elements.")
    return config.replace(_PLACE, _PLACE + _ALIAS, 1)
