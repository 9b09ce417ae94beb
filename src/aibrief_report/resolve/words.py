"""The fixed words of a document in its language: what no analyst writes and every renderer prints.

A row is a word, a column a language, so that a word cannot be added to one language and forgotten in
another. Templates name their parts in braces: `page-of-pages` holds `{page}` and `{pages}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

LANGUAGES = ("en", "fr", "de", "zh")
"""The primary subtags (BCP 47) that have words of their own; every other language is told in English."""

_WORDS: tuple[tuple[str, str, str, str, str], ...] = (
    # What is numbered, and the parts of a brief.
    ("figure", "Figure", "Figure", "Abbildung", "图"),
    ("table", "Table", "Tableau", "Tabelle", "表"),
    ("box", "Box", "Encadré", "Kasten", "专栏"),
    ("figures", "Figures", "Figures", "Abbildungen", "图目录"),
    ("tables", "Tables", "Tableaux", "Tabellen", "表目录"),
    ("section", "Section", "Section", "Abschnitt", "章节"),
    ("genre", "Policy brief", "Note d’orientation", "Policy Brief", "政策简报"),
    ("contents", "Contents", "Sommaire", "Inhalt", "目录"),
    ("key-findings", "Key findings", "Points clés", "Kernaussagen", "主要发现"),
    ("key-figures", "Key figures", "Chiffres clés", "Kennzahlen", "关键数据"),
    ("method", "Method", "Méthode", "Methode", "方法"),
    ("about", "About this brief", "À propos de cette note", "Zu diesem Papier", "关于本简报"),
    ("references", "References", "Références", "Literatur", "参考文献"),
    (
        "numbers",
        "Where each number comes from",
        "D’où vient chaque chiffre",
        "Woher jede Zahl stammt",
        "数据来源明细",
    ),
    ("footnotes", "Notes", "Notes", "Anmerkungen", "注释"),
    ("footnote", "Note", "Note", "Anmerkung", "注"),
    ("back-to-text", "Back to the text", "Retour au texte", "Zurück zum Text", "返回正文"),
    ("appearance", "Appearance", "Apparence", "Darstellung", "外观"),
    ("appearance-auto", "Auto", "Auto", "Auto", "自动"),
    ("appearance-light", "Light", "Clair", "Hell", "浅色"),
    ("appearance-dark", "Dark", "Sombre", "Dunkel", "深色"),
    ("skip-to-text", "Skip to the text", "Aller au texte", "Zum Text springen", "跳至正文"),
    # The title block and the running foot.
    ("authors", "Authors", "Auteurs", "Autoren", "作者"),
    ("date", "Date", "Date", "Datum", "日期"),
    ("number-sign", "No. {number}", "nº {number}", "Nr. {number}", "第{number}期"),
    ("publisher", "Publisher", "Éditeur", "Herausgeber", "出版者"),
    ("licence", "Licence", "Licence", "Lizenz", "许可"),
    ("keywords", "Keywords", "Mots-clés", "Schlagwörter", "关键词"),
    ("version", "Version", "Version", "Fassung", "版本"),
    ("edition", "Edition", "Édition", "Ausgabe", "版次"),
    ("replaces", "Replaces", "Remplace", "Ersetzt", "替代"),
    ("corrections", "Corrections", "Corrections", "Berichtigungen", "更正"),
    ("status-draft", "draft", "projet", "Entwurf", "草稿"),
    ("status-final", "final", "définitif", "endgültig", "定稿"),
    ("status-corrected", "corrected", "corrigé", "berichtigt", "已更正"),
    ("status-withdrawn", "withdrawn", "retiré", "zurückgezogen", "已撤回"),
    ("page", "page", "page", "Seite", "页"),
    ("of", "of", "sur", "von", "共"),
    (
        "page-of-pages",
        "page {page} of {pages}",
        "page {page} sur {pages}",
        "Seite {page} von {pages}",
        "第{page}页，共{pages}页",
    ),
    (
        "on-the-page",
        " on page\u00a0{page}",
        " à la page\u00a0{page}",
        " auf Seite\u00a0{page}",
        "（第{page}页）",
    ),
    ("on-page", "p.\u00a0{page}", "p.\u00a0{page}", "S.\u00a0{page}", "第{page}页"),
    ("how-to-cite", "How to cite", "Pour citer cette note", "Zitiervorschlag", "引用方式"),
    # Beneath figures and tables.
    ("source", "Source", "Source", "Quelle", "来源"),
    ("sources", "Sources", "Sources", "Quellen", "来源"),
    ("note", "Note", "Note", "Anmerkung", "注"),
    ("show-data", "Show the data", "Afficher les données", "Daten anzeigen", "显示数据"),
    ("download", "Download", "Télécharger", "Herunterladen", "下载"),
    ("explore", "Explore", "Explorer", "Erkunden", "交互查看"),
    ("sort-by", "Sort by {heading}", "Trier par {heading}", "Sortieren nach {heading}", "按{heading}排序"),
    (
        "chart-values",
        "Values of the chart, by arrow keys",
        "Valeurs du graphique, avec les touches fléchées",
        "Werte der Abbildung, mit den Pfeiltasten",
        "图中数值，用方向键查看",
    ),
    (
        "whole-entry",
        "All about this number",
        "Tout sur ce chiffre",
        "Alles zu dieser Zahl",
        "该数据的完整说明",
    ),
    ("series", "Series", "Série", "Reihe", "系列"),
    ("deprecated", "Set aside", "Écarté", "Verworfen", "已弃用"),
    ("missing", "no value", "pas de valeur", "kein Wert", "无数据"),
    # The annex of numbers.
    (
        "annex-note",
        "Every number printed in this brief, in the order in which it first appears.",
        "Tous les chiffres imprimés dans cette note, dans l’ordre de leur première apparition.",
        "Alle in diesem Papier gedruckten Zahlen, in der Reihenfolge ihres ersten Auftretens.",
        "本简报中出现的全部数据，按首次出现的顺序排列。",
    ),
    ("number", "Number", "Chiffre", "Zahl", "数据"),
    ("measures", "Measures", "Mesure", "Misst", "指标"),
    ("area", "Area", "Territoire", "Gebiet", "地区"),
    ("period", "Period", "Période", "Zeitraum", "时期"),
    ("value", "Value as published", "Valeur publiée", "Veröffentlichter Wert", "公布值"),
    ("value-computed", "Value as computed", "Valeur calculée", "Berechneter Wert", "计算值"),
    ("unit", "Unit", "Unité", "Einheit", "单位"),
    ("range", "Range", "Fourchette", "Spanne", "区间"),
    ("at-least", "at least {low}", "au moins {low}", "mindestens {low}", "至少{low}"),
    ("at-most", "at most {high}", "au plus {high}", "höchstens {high}", "至多{high}"),
    ("formula", "Computed as", "Calcul", "Berechnet als", "计算方式"),
    ("row", "Row", "Ligne", "Zeile", "数据行"),
    ("rows", "Rows", "Lignes", "Zeilen", "数据行"),
    ("rivals", "Other sources say", "D’autres sources indiquent", "Andere Quellen nennen", "其他来源"),
    ("spanned", "Spans", "Recouvre", "Umfasst", "涵盖"),
    ("contest", "Contest", "Controverse", "Streitfall", "争议"),
    ("contests", "Contests", "Controverses", "Streitfälle", "争议"),
    ("printed-in", "Printed in", "Imprimé dans", "Gedruckt in", "出现于"),
    ("status", "Status", "Statut", "Status", "状态"),
    ("reading", "Reading", "Lecture", "Lesart", "读取方式"),
    (
        "as-cited-in",
        "{origin}, as cited in {source}",
        "{origin}, cité dans {source}",
        "{origin}, zitiert nach {source}",
        "{origin}，转引自{source}",
    ),
    (
        "credited-to",
        "credited there to {credited}",
        "attribué à {credited} par cette source",
        "dort {credited} zugeschrieben",
        "该来源归于{credited}",
    ),
    # How good a value is.
    ("contested", "Contested", "Contesté", "Umstritten", "有争议"),
    ("preferred", "Preferred", "Retenu", "Bevorzugt", "采用值"),
    ("derived", "Computed", "Calculé", "Berechnet", "计算所得"),
    ("estimated", "Estimated", "Estimé", "Geschätzt", "估计值"),
    ("provisional", "Provisional", "Provisoire", "Vorläufig", "初步值"),
    ("forecast", "Forecast", "Prévision", "Prognose", "预测值"),
    ("target", "Target", "Objectif", "Zielwert", "目标值"),
    ("primary", "read at its origin", "lu à l’origine", "an der Quelle gelesen", "读自原始来源"),
    (
        "quotes-primary",
        "quotes its origin",
        "cite l’origine",
        "zitiert die Quelle",
        "引用原始来源",
    ),
    ("copy", "a copy", "une copie", "eine Abschrift", "转录"),
    (
        "untraced",
        "origin not traced",
        "origine non retrouvée",
        "Ursprung nicht auffindbar",
        "未能溯源",
    ),
    # What comments in a Word file say of contests and contested claims.
    (
        "sources-differ",
        "Sources differ",
        "Les sources divergent",
        "Die Quellen weichen voneinander ab",
        "各来源不一致",
    ),
    ("contested-claim", "Contested claim", "Affirmation contestée", "Umstrittene Aussage", "有争议的论断"),
    ("holds-with", "It holds with", "Elle se vérifie avec", "Sie gilt mit", "依据以下数据成立"),
    (
        "fails-with",
        "It does not hold with",
        "Elle ne se vérifie pas avec",
        "Sie gilt nicht mit",
        "依据以下数据不成立",
    ),
    (
        "open-with",
        "It rests on figures that their sources give only roughly",
        "Elle repose sur des chiffres que leurs sources ne donnent qu’à peu près",
        "Sie beruht auf Zahlen, die ihre Quellen nur ungefähr angeben",
        "所依据的数字在来源中仅为约数",
    ),
    (
        "would-turn",
        "It would turn if {value} became {turning}.",
        "Elle basculerait si {value} devenait {turning}.",
        "Sie kippte, wenn aus {value} {turning} würde.",
        "若{value}变为{turning}，结论即会改变。",
    ),
    # Marks of authors and dates where a reference is named in short.
    ("et-al", "{author} et al.", "{author} et al.", "{author} u. a.", "{author}等"),
    ("and", "{first} and {second}", "{first} et {second}", "{first} und {second}", "{first}和{second}"),
    ("no-date", "n.d.", "s. d.", "o. J.", "无日期"),
    # Punctuation: French sets a space before the colon, Chinese full-width marks.
    ("colon", ": ", "\u00a0: ", ": ", "："),
    ("comma", ", ", ", ", ", ", "，"),
    ("semicolon", "; ", "\u202f; ", "; ", "；"),
    ("stop", ". ", ". ", ". ", "。"),
)

_BY_LANGUAGE: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        language: MappingProxyType({row[0]: row[place] for row in _WORDS})
        for place, language in enumerate(LANGUAGES, start=1)
    }
)


def words_for(language: str) -> Mapping[str, str]:
    """Return the fixed words for a BCP 47 tag by its primary subtag ("fr-CA" is told in French).

    A language that has no words of its own is told in English, as its readers expect of a hybrid page.
    """
    primary = language.replace("_", "-").split("-")[0].lower()
    return _BY_LANGUAGE.get(primary, _BY_LANGUAGE["en"])
