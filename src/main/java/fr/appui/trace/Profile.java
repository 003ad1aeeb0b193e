package fr.appui.trace;

/** Who calls, as far as the menu can tell. The outcome refines it afterwards (domain §7). */
public enum Profile {
    PHYSICIAN,
    NURSE,
    EMERGENCY_SERVICES,
    PATIENT_OR_FAMILY,
    UNKNOWN
}
