"""What a chart says without its picture: alt text where the author wrote none, and its data as a table of text."""

from __future__ import annotations

from dataclasses import dataclass

from aibrief_report.charts.periods import period_text
from aibrief_report.charts.values import decimal
from aibrief_report.charts.wording import Wording, number_text
from aibrief_report.model.charts import Chart, ChartKind, Point, Series
