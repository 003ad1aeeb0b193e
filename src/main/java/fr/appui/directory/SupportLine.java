package fr.appui.directory;

/** The one number that a territory publishes, and how its calls are treated. */
public record SupportLine(PhoneNumber number, TerritoryCode territory, LineSettings settings) {}
