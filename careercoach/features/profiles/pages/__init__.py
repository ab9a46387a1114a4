"""The goal after signup, and the settings."""

from careercoach.features.profiles.pages import onboarding

__all__ = ["onboarding"]
