package fr.appui.trace;

/** What a term counts as in the indicators, whatever a region calls it. Fixed: the indicators are defined over these. */
public enum Meaning {
    PHYSICIAN,
    NURSE,
    EMERGENCY_SERVICES,
    OTHER_PROFESSIONAL,
    NOT_ELIGIBLE,
    SYMPTOM,
    OUT_OF_SCOPE,
    STAYS_IN_PLACE,
    HOSPITALISATION,
    EMERGENCY
}
