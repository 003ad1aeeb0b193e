package fr.appui.planning.feed;

/**
 * What is wrong with one line of an imported file.
 *
 * @param line as an editor counts, first line 1
 * @param column the column's name; empty where the whole line or file is meant
 * @param message in French, with the remedy
 */
public record LineProblem(int line, String column, String message) {}
