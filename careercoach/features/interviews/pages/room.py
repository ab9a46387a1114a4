"""The interview room."""

import reflex as rx

from careercoach.features.interviews.components.room import room, waiting
from careercoach.features.interviews.state import RoomState
from careercoach.ui.components.states import loading
from careercoach.ui.page import page
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t


@page(
    "/interviews/[iid]",
    title="interviews.room.title",
    description="interviews.room.description",
    on_load=RoomState.load,
)
def room_page() -> rx.Component:
    return page_frame(
        loading(RoomState.is_ready, room(), waiting=waiting(), label=t("interviews.loading")), active="interviews"
    )
