package fr.appui.directory;

/**
 * Fired with each change that a person makes to the directory, for whatever was made from it; read again once committed.
 *
 * @param where the territories of what was changed, before and after; everywhere where that is not known
 */
public record DirectoryChanged(Reach where) {}
