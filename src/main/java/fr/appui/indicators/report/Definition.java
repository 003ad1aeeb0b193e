package fr.appui.indicators.report;

/** What an indicator means, as {@code docs/fr/indicateurs.md} and the report's annex print it. All French but the code. */
public record Definition(String code, String label, String formula, String source, String example, String excludes) {}
