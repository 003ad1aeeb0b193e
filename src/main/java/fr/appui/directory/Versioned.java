package fr.appui.directory;

/** A value as it was read, with the number that says whether somebody changed it since. */
public record Versioned<T>(T value, int version) {}
