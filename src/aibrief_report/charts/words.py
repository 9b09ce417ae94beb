"""What charts, their data tables and alt texts say, in the languages that have words of their own.

A row is a word, a column a language, as in the words of documents. English stands in `wording.Wording`.
"""

from __future__ import annotations

LANGUAGES = ("fr", "de", "zh")

WORDS: tuple[tuple[str, str, str, str], ...] = (
    ("missing", "n. d.", "k. A.", "无数据"),
    ("no_value", "pas de valeur", "kein Wert", "没有数值"),
    ("no_value_for", "pas de valeur pour {names}", "kein Wert für {names}", "{names}没有数值"),
    # How good a value is: as in the annex of numbers.
    ("forecast", "Prévision", "Prognose", "预测值"),
    ("target", "Objectif", "Zielwert", "目标值"),
    ("untraced", "Origine non retrouvée", "Ursprung nicht auffindbar", "未能溯源"),
    ("estimated", "Estimé", "Geschätzt", "估计值"),
    ("provisional", "Provisoire", "Vorläufig", "初步值"),
    ("derived", "Calculé", "Berechnet", "计算所得"),
    # Headings of data tables and sheets.
    ("series", "Série", "Reihe", "系列"),
    ("name", "Nom", "Name", "名称"),
    ("category", "Catégorie", "Kategorie", "类别"),
    ("period", "Période", "Zeitraum", "时期"),
    ("event", "Événement", "Ereignis", "事件"),
    ("source", "Source", "Quelle", "来源"),
    ("value", "Valeur", "Wert", "数值"),
    ("until", "Jusqu’à", "Bis", "至"),
    ("status", "Statut", "Status", "状态"),
    ("note", "Note", "Anmerkung", "注"),
    ("row", "Ligne", "Zeile", "数据行"),
    ("axis", "Sur l’axe", "An der Achse", "坐标轴标签"),
    ("label", "Étiquette", "Beschriftung", "标签"),
    ("unit", "Unité", "Einheit", "单位"),
    ("panel", "Volet", "Teilbild", "分图"),
    ("place", "Position", "Lage", "位置"),
    ("data_sheet", "Données", "Daten", "数据"),
    ("places_sheet", "Positions", "Lagen", "位置"),
    ("rows_sheet", "Lignes", "Zeilen", "数据行"),
    ("about_sheet", "À propos", "Über", "说明"),
    ("title", "Titre", "Titel", "标题"),
    ("measured", "Ce qui est mesuré", "Was gemessen wird", "测量内容"),
    # Alt text.
    ("bar", "Diagramme à barres", "Balkendiagramm", "条形图"),
    ("grouped_bar", "Diagramme à barres groupées", "Gruppiertes Balkendiagramm", "分组条形图"),
    ("stacked_bar", "Diagramme à barres empilées", "Gestapeltes Balkendiagramm", "堆积条形图"),
    ("line", "Courbe", "Liniendiagramm", "折线图"),
    ("area", "Diagramme en aires", "Flächendiagramm", "面积图"),
    ("scatter", "Nuage de points", "Streudiagramm", "散点图"),
    ("range_dot", "Fourchette des chiffres par source", "Spanne der Angaben nach Quelle", "各来源数值范围"),
    ("dots", "Diagramme à points", "Punktdiagramm", "点图"),
    ("timeline", "Frise chronologique", "Zeitleiste", "时间线"),
    ("chart", "Graphique", "Diagramm", "图表"),
    ("panels", "{kind} en volets", "{kind} in Teilbildern", "{kind}（分图）"),
    ("at", "{value} en {x}", "{value} ({x})", "{x} {value}"),
    (
        "run",
        "de {first} à {last}, minimum {low}, maximum {high}",
        "von {first} bis {last}, niedrigster Wert {low}, höchster {high}",
        "从{first}到{last}，最低{low}，最高{high}",
    ),
    ("gaps", "{count} manquants", "{count} ohne Wert", "缺{count}个值"),
    ("pair", "{x} et {y}", "{x} und {y}", "{x}和{y}"),
    ("marked", "Repères\u00a0: {notes}", "Markiert: {notes}", "标注：{notes}"),
    # Punctuation.
    ("comma", ", ", ", ", "，"),
    ("semicolon", "\u202f; ", "; ", "；"),
    ("colon", "\u00a0: ", ": ", "："),
    ("stop", ". ", ". ", "。"),
)
