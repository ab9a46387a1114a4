"""Times on the reader's own clock."""

import reflex as rx

from careercoach.core.moments import Moment
from careercoach.ui.texts import t_var


def when(moment: rx.Var[Moment], class_name: str = "whitespace-nowrap") -> rx.Component:
    """A time on the reader's own clock; pointing at it tells the exact one."""
    return rx.el.time(t_var(moment), date_time=moment.exact, title=moment.exact, class_name=class_name)
