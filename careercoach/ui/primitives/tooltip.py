"""A short remark on something, on hover and on keyboard focus. Never the only place of a fact: phones have none."""

import reflex as rx

Words = str | rx.Var


class _Part(rx.Component):
    library = "@radix-ui/react-tooltip@1.4.1"


class TooltipProvider(_Part):
    tag = "Provider"
    alias = "TooltipProvider"
    delay_duration: rx.Var[int]


class TooltipRoot(_Part):
    tag = "Root"
    alias = "TooltipRoot"


class TooltipTrigger(_Part):
    tag = "Trigger"
    alias = "TooltipTrigger"
    as_child: rx.Var[bool]


class TooltipPortal(_Part):
    tag = "Portal"
    alias = "TooltipPortal"


class TooltipContent(_Part):
    tag = "Content"
    alias = "TooltipContent"
    side_offset: rx.Var[int]


def tooltip(control: rx.Component, words: Words) -> rx.Component:
    """`control` must be focusable: a button or a link."""
    return TooltipProvider.create(
        TooltipRoot.create(
            TooltipTrigger.create(control, as_child=True),
            TooltipPortal.create(TooltipContent.create(words, side_offset=6, class_name="tooltip")),
        ),
        delay_duration=300,
    )
