"""The least that a Reflex app can be and still tick a task: no accounts, no checks, one short write a click."""

import reflex as rx
from database import begin, text


class DayState(rx.State):
    """The tasks of one person."""

    states: dict[str, str] = {}
    _user: str = ""

    @rx.event
    async def load(self, user: str = ""):
        self._user = user
        async with begin() as session:
            found = await session.execute(
                text("select id, state from plan_tasks where user_id = :user order by due, position limit 6"),
                {"user": user},
            )
            self.states = {row.id: row.state for row in found}

    @rx.event
    async def toggle(self, task: str):
        state = "open" if self.states.get(task) == "done" else "done"
        async with begin() as session:
            await session.execute(
                text("update plan_tasks set state = :state where id = :task and user_id = :user"),
                {"state": state, "task": task, "user": self._user},
            )
        self.states = {**self.states, task: state}


def index() -> rx.Component:
    return rx.el.main(
        rx.el.h1("Today", class_name="text-2xl font-bold"),
        rx.foreach(DayState.states, lambda pair: rx.el.button(pair[0], pair[1], on_click=DayState.toggle(pair[0]))),
        class_name="p-8",
    )


app = rx.App()
app.add_page(index, route="/", on_load=DayState.load)
