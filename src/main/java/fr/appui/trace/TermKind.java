package fr.appui.trace;

import static fr.appui.trace.Meaning.EMERGENCY;
import static fr.appui.trace.Meaning.EMERGENCY_SERVICES;
import static fr.appui.trace.Meaning.HOSPITALISATION;
import static fr.appui.trace.Meaning.NOT_ELIGIBLE;
import static fr.appui.trace.Meaning.NURSE;
import static fr.appui.trace.Meaning.OTHER_PROFESSIONAL;
import static fr.appui.trace.Meaning.OUT_OF_SCOPE;
import static fr.appui.trace.Meaning.PHYSICIAN;
import static fr.appui.trace.Meaning.STAYS_IN_PLACE;
import static fr.appui.trace.Meaning.SYMPTOM;

import java.util.Set;

/** The lists of a nomenclature, by their heading in its file. */
@SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
public enum TermKind {
    CALLER_PROFILE(
            "caller-profiles", Set.of(PHYSICIAN, NURSE, EMERGENCY_SERVICES, OTHER_PROFESSIONAL, NOT_ELIGIBLE), true),
    MOTIVE("motives", Set.of(SYMPTOM, OUT_OF_SCOPE), false),
    ORIENTATION("orientations", Set.of(STAYS_IN_PLACE, HOSPITALISATION, EMERGENCY, OUT_OF_SCOPE), false),
    PLACE_OF_CARE("places-of-care", Set.of(), false);

    private final String heading;
    private final Set<Meaning> meanings;
    private final boolean meaningRequired;

    TermKind(String heading, Set<Meaning> meanings, boolean meaningRequired) {
        this.heading = heading;
        this.meanings = meanings;
        this.meaningRequired = meaningRequired;
    }

    public String heading() {
        return heading;
    }

    boolean allows(Meaning meaning) {
        return meanings.contains(meaning);
    }

    /** A caller profile always says which family it belongs to: the report's totals by family must equal the volume. */
    boolean requiresMeaning() {
        return meaningRequired;
    }
}
