"""The goal after signup, and the settings."""

from careercoach.features.profiles.pages import onboarding, preferences

__all__ = ["onboarding", "preferences"]
