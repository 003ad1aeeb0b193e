package fr.appui.trace;

/** By which trunk a call came. SAMU and SAS skip the menus (domain §6.3). */
public enum Origin {
    PUBLIC,
    SAMU,
    SAS
}
