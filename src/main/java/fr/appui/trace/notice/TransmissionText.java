package fr.appui.trace.notice;

import fr.appui.directory.Patients;
import fr.appui.french.FrenchDate;
import fr.appui.trace.AdviceNature;
import fr.appui.trace.EligibilityAnswer;
import fr.appui.trace.HandOver;
import fr.appui.trace.InformationAtHand;
import fr.appui.trace.LoggableCall;
import fr.appui.trace.Nomenclature;
import fr.appui.trace.Outcome;
import fr.appui.trace.OutcomeRevision;
import fr.appui.trace.TermKind;
import fr.appui.trace.WithoutAdvice;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** The transmission of one call as the hospital reads it. It holds no identity of a patient and no phone number. */
final class TransmissionText {

    private final LoggableCall call;
    private final OutcomeRevision revision;
    private final Nomenclature nomenclature;

    TransmissionText(LoggableCall call, OutcomeRevision revision, Nomenclature nomenclature) {
        this.call = call;
        this.revision = revision;
        this.nomenclature = nomenclature;
    }

    String subject(String territory) {
        String kind = revision.number() > 1 ? "rectificatif (version " + revision.number() + ")" : "transmission";
        return "Appui soins palliatifs " + territory + " – " + kind + " – appel " + call.call();
    }

    String body(String territory, Patients patients, String physician, ZoneId zone) {
        Outcome outcome = revision.outcome();
        return String.join(
                "\r\n",
                "Appui territorial de soins palliatifs – " + territory,
                "Appel " + call.call() + (call.declared() ? " (hors ligne, déclaré)" : ""),
                "Reçu le " + FrenchDate.andTime(call.received().atZone(zone)),
                "Médecin : " + physician,
                "",
                "Appelant : "
                        + labels(
                                TermKind.CALLER_PROFILE,
                                outcome.callerProfile().stream().toList()),
                "Motifs : " + labels(TermKind.MOTIVE, outcome.motives()),
                "Orientations : " + labels(TermKind.ORIENTATION, outcome.orientations()),
                "Lieu de prise en charge : "
                        + labels(
                                TermKind.PLACE_OF_CARE,
                                outcome.placeOfCare().stream().toList()),
                "Durée : "
                        + outcome.duration()
                                .map(duration -> duration.toMinutes() + " min")
                                .orElse("non précisée"),
                "Patient " + patients.one() + " : " + word(outcome.eligibility().adult()),
                "À domicile ou en EMS : " + word(outcome.eligibility().atHome()),
                "Connu d’une équipe de soins palliatifs : "
                        + word(outcome.eligibility().knownToTeam()),
                "Évaluation ou décision palliative tracée : "
                        + word(outcome.eligibility().evaluated()),
                "Sans cet avis, l’appelant aurait choisi : "
                        + outcome.withoutAdvice().map(WithoutAdvice::label).orElse(WithoutAdvice.NOT_ASKED.label()),
                "Nature du conseil : "
                        + outcome.nature().map(AdviceNature::label).orElse("non précisée"),
                "Informations disponibles : "
                        + (outcome.information().isEmpty()
                                ? "non précisé"
                                : outcome.information().stream()
                                        .map(InformationAtHand::label)
                                        .collect(Collectors.joining(", "))),
                "Suite à donner : " + outcome.handOver().map(HandOver::sentence).orElse("aucune"),
                outcome.note().map(note -> "\r\nPrécisions : " + note).orElse(""));
    }

    private String labels(TermKind kind, List<String> codes) {
        return codes.isEmpty()
                ? "non précisé"
                : codes.stream().map(code -> nomenclature.label(kind, code)).collect(Collectors.joining(", "));
    }

    private static String word(EligibilityAnswer answer) {
        return switch (answer) {
            case YES -> "oui";
            case NO -> "non";
            case NOT_KNOWN -> "non connu";
        };
    }
}
