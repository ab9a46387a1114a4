"""The pages of the room, a module each: what strangers load holds nothing of the settings."""

from careercoach.features.accounts.pages import entrance, security

__all__ = ["entrance", "security"]
