package fr.appui.directory;

/** Fired with each change that a person makes to the directory, for whatever was made from it; read again once committed. */
public record DirectoryChanged() {}
