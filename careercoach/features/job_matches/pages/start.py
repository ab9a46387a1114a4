"""What to compare one's record with."""

import reflex as rx

from careercoach.features.job_matches.components.start import how_it_reads, start
from careercoach.features.job_matches.state.start import StartState
from careercoach.ui.components.buttons import link_button
from careercoach.ui.page import page
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t


@page("/jobs/match", title="job_matches.page.title", description="job_matches.page.purpose", on_load=StartState.load)
def start_page() -> rx.Component:
    return page_frame(
        start(),
        how_it_reads(),
        title=t("job_matches.page.title"),
        purpose=t("job_matches.page.purpose"),
        actions=[link_button(t("job_matches.page.all"), href="/jobs/matches", variant="secondary", icon="list")],
        active="job_match",
    )
