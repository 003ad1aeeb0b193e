package fr.appui.directory;

/**
 * The database answers and is up to date. Told when that is first so, at the start or, when it was away then, later: whoever
 * puts something there for a fresh installation waits for this and not for the start. Told again to all as long as one fails,
 * and on every node, maybe at the same moment: what is done then may be done twice.
 */
public record StorageReady() {}
