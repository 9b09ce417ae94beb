"""Bars, standing or lying: from zero, with their values at their ends where these fit."""

from __future__ import annotations

