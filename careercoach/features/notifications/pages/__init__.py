"""The pages of the room, a module each: who only unsubscribes loads nothing of the history."""

from careercoach.features.notifications.pages import history, unsubscribe

__all__ = ["history", "unsubscribe"]
