"""All building blocks in every state: the place to judge them."""

import reflex as rx

from careercoach.features.admin.components import admin_frame
from careercoach.features.admin.state import HealthState
from careercoach.ui.gallery import gallery
from careercoach.ui.page import page


@page("/admin/gallery", title="admin.gallery", description="admin.purpose", on_load=HealthState.load)
def gallery_page() -> rx.Component:
    return admin_frame("gallery", gallery())
