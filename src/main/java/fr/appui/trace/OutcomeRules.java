package fr.appui.trace;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an outcome must satisfy, as a list of refusals that each name the field and the remedy; empty when it may be kept.
 * What is written must be valid even in a draft; only a final outcome must be complete.
 */
public final class OutcomeRules {

    public static final int LONGEST_NOTE = 1000;
    /** Of one kind; more says no more than « all of it ». */
    public static final int MOST_CODES = 20;

    private static final int LONGEST_HOURS = 4;

    /** Of a sheet and of a call that is declared. */
    public static final Duration LONGEST_CALL = Duration.ofHours(LONGEST_HOURS);

    static final String DURATION = "indiquer une durée de plus de 0 et d’au plus " + LONGEST_HOURS + " heures";

    private final Nomenclature nomenclature;
    private final boolean noteAllowed;
    private final LocalDate today;

    /** @param noteAllowed whether the coordinator enabled the free text; @param today the day it is written */
    public OutcomeRules(Nomenclature nomenclature, boolean noteAllowed, LocalDate today) {
        this.nomenclature = nomenclature;
        this.noteAllowed = noteAllowed;
        this.today = today;
    }

    /** @param field as in the API; @param message French */
    public record Refusal(String field, String message) {}

    public List<Refusal> check(Outcome outcome, OutcomeStatus status) {
        List<Refusal> refusals = new ArrayList<>();
        knownCodes(outcome, refusals);
        information(outcome, refusals);
        duration(outcome, refusals);
        note(outcome, refusals);
        if (status == OutcomeStatus.FINAL) {
            complete(outcome, refusals);
        }
        return List.copyOf(refusals);
    }

    private void knownCodes(Outcome outcome, List<Refusal> refusals) {
        outcome.callerProfile().ifPresent(code -> known("callerProfile", TermKind.CALLER_PROFILE, code, refusals));
        few("motives", outcome.motives(), refusals);
        few("orientations", outcome.orientations(), refusals);
        outcome.motives().forEach(code -> known("motives", TermKind.MOTIVE, code, refusals));
        outcome.orientations().forEach(code -> known("orientations", TermKind.ORIENTATION, code, refusals));
        outcome.placeOfCare().ifPresent(code -> known("placeOfCare", TermKind.PLACE_OF_CARE, code, refusals));
    }

    private static void few(String field, List<String> codes, List<Refusal> refusals) {
        if (codes.size() > MOST_CODES) {
            refusals.add(new Refusal(
                    field, codes.size() + " valeurs choisies : en garder " + MOST_CODES + " au plus, les principales"));
        }
    }

    private void known(String field, TermKind kind, String code, List<Refusal> refusals) {
        if (nomenclature.term(kind, code).isEmpty()) {
            refusals.add(new Refusal(
                    field,
                    "« " + code + " » n’est pas dans la nomenclature " + nomenclature.version()
                            + " ; choisir une valeur de la liste"));
        }
    }

    private static void information(Outcome outcome, List<Refusal> refusals) {
        if (outcome.information().contains(InformationAtHand.NONE)
                && outcome.information().size() > 1) {
            refusals.add(new Refusal("information", "« aucune » exclut les autres : garder l’un ou les autres"));
        }
    }

    private static void duration(Outcome outcome, List<Refusal> refusals) {
        outcome.duration()
                .filter(duration -> !isACalls(duration))
                .ifPresent(outOfBounds -> refusals.add(new Refusal("duration", DURATION)));
    }

    static boolean isACalls(Duration duration) {
        return duration.isPositive() && duration.compareTo(LONGEST_CALL) <= 0;
    }

    private void note(Outcome outcome, List<Refusal> refusals) {
        outcome.note().ifPresent(text -> {
            if (!noteAllowed) {
                refusals.add(
                        new Refusal("note", "le texte libre n’est pas ouvert pour ce territoire ; le laisser vide"));
            } else if (text.length() > LONGEST_NOTE) {
                refusals.add(new Refusal("note", "note : au plus " + LONGEST_NOTE + " caractères"));
            }
            IdentifyingData.find(text, today).forEach(found -> refusals.add(new Refusal("note", found.sentence())));
        });
    }

    private void complete(Outcome outcome, List<Refusal> refusals) {
        required("callerProfile", "qui appelait : choisir le profil de l’appelant", outcome.callerProfile(), refusals);
        required("duration", "durée : l’indiquer, en minutes", outcome.duration(), refusals);
        if (isFromSomeoneNotEligible(outcome)) {
            return;
        }
        required(
                "motives",
                "motifs de l’appel : en choisir au moins un",
                outcome.motives().stream().findFirst(),
                refusals);
        required(
                "orientations",
                "réponse apportée : choisir au moins une orientation",
                outcome.orientations().stream().findFirst(),
                refusals);
        required("placeOfCare", "lieu de soins : en choisir un, ou « non connu »", outcome.placeOfCare(), refusals);
    }

    /** A patient or a relative gets no medical advice: there is no motive to code. */
    private boolean isFromSomeoneNotEligible(Outcome outcome) {
        return outcome.callerProfile()
                .filter(code -> nomenclature.countsAs(TermKind.CALLER_PROFILE, code, Meaning.NOT_ELIGIBLE))
                .isPresent();
    }

    private static void required(String field, String message, Optional<?> value, List<Refusal> refusals) {
        if (value.isEmpty()) {
            refusals.add(new Refusal(field, message));
        }
    }
}
