package fr.appui.trace;

/** Another line to which a caller is put through. */
public enum Destination {
    DAYTIME_CONTACT,
    FALLBACK_LINE,
    SAMU
}
