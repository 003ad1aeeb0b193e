package fr.appui.outreach;

import java.util.UUID;

/** Fired when a check of a line is over. @param confirmed whether a human pressed 1 */
public record LineAnswer(UUID check, boolean confirmed) {}
