"""All that was compared so far."""

import reflex as rx

from careercoach.features.job_matches.components.listing import listing
from careercoach.features.job_matches.state.listing import MatchesState
from careercoach.ui.components.buttons import link_button
from careercoach.ui.page import page
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t


@page(
    "/jobs/matches",
    title="job_matches.page.all",
    description="job_matches.page.all_purpose",
    on_load=MatchesState.load,
)
def analyses_page() -> rx.Component:
    return page_frame(
        listing(),
        title=t("job_matches.page.all"),
        purpose=t("job_matches.page.all_purpose"),
        actions=[link_button(t("job_matches.page.new"), href="/jobs/match", icon="plus")],
        active="job_match",
    )
