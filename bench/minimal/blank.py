"""A Reflex app with one page and nothing else."""

import reflex as rx


def index() -> rx.Component:
    return rx.el.main(rx.el.h1("Hello", class_name="text-2xl font-bold"), class_name="p-8")


app = rx.App()
app.add_page(index, route="/")
