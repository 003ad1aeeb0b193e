package fr.appui.trace;

import fr.appui.directory.PhysicianId;
import fr.appui.french.FrenchDate;
import fr.appui.french.FrenchDuration;
import fr.appui.trace.Receipts.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells a call in French, in the territory's own time. */
public final class Narrator {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.FRENCH);
    private static final String COLON = "\u00a0: ";

    /** What the dialplan states of a number that it refuses (extensions-outreach.conf). */
    private static final int NOT_DIALLED = 57;

    private final Names names;
    private final Receipts receipts;
    private final ZoneId zone;

    public Narrator(Names names, Receipts receipts, ZoneId zone) {
        this.names = names;
        this.receipts = receipts;
        this.zone = zone;
    }

    /** One line of a story. @param time local, {@code 03:12:04} @param turn whether two people begin to hear each other, or nobody could be reached */
    public record Line(Instant at, String time, String text, boolean turn) {}

    public List<Line> tell(CallStory story) {
        Map<String, Receipt> known = receipts.of(story.events().stream()
                .flatMap(event ->
                        event instanceof CallEvent.Alerted alerted ? Stream.of(alerted.alert()) : Stream.empty())
                .toList());
        return story.events().stream()
                .flatMap(event -> sentence(event, story, known).map(text -> line(event, text)).stream())
                .toList();
    }

    private Line line(CallEvent event, String text) {
        return new Line(
                event.at(),
                TIME.format(event.at().atZone(zone)),
                text,
                event instanceof CallEvent.Bridged || event instanceof CallEvent.NobodyReached);
    }

    private Optional<String> sentence(CallEvent event, CallStory story, Map<String, Receipt> known) {
        return switch (event) {
            case CallEvent.Received e -> Optional.of(received(e));
            case CallEvent.ProfileChosen e ->
                Optional.of("Appelant" + COLON + e.profile().label());
            case CallEvent.FoundClosed e -> Optional.of(closed(e));
            case CallEvent.LadderOpened e -> Optional.of(story.counts() ? ladder(e) : "Appel du numéro d’essai");
            case CallEvent.AttemptStarted e -> Optional.of(rung(attempt(e, story)));
            case CallEvent.AttemptEnded e -> Optional.empty();
            case CallEvent.Bridged e -> Optional.of("En relation");
            case CallEvent.Unbridged e -> Optional.of("Fin de la conversation, " + FrenchDuration.of(story.talkOf(e)));
            case CallEvent.ReliefCalled e ->
                Optional.of("Relais par l’astreinte du territoire " + names.territory(e.territory()));
            case CallEvent.Transferred e -> Optional.of(transferred(e));
            case CallEvent.SamuAsked e -> Optional.of("Le médecin appelle le SAMU");
            case CallEvent.SamuJoined e -> Optional.of("Le SAMU entre dans la conversation");
            case CallEvent.SamuLeft e -> Optional.of(samuLeft(e, story));
            case CallEvent.NobodyReached e ->
                Optional.of(story.counts() ? "Aucun médecin n’a pu être joint" : "Personne n’a pris l’appel d’essai");
            case CallEvent.PutThrough e ->
                Optional.of("Transfert vers " + e.destination().label());
            case CallEvent.PutThroughEnded e -> Optional.of(putThroughEnded(e));
            case CallEvent.CallBackAsked e -> Optional.of("L’appelant demande à être rappelé");
            case CallEvent.CallBackStarted e -> Optional.of(calledBack(e));
            case CallEvent.CallBackJoined e -> Optional.of("Rappel" + COLON + "en relation");
            case CallEvent.CallBackEnded e -> Optional.of(callBackEnded(e, story));
            case CallEvent.CallBackClosed e ->
                Optional.of("Rappel terminé" + COLON + e.closing().label());
            case CallEvent.Alerted e -> Optional.of(alerted(e, Optional.ofNullable(known.get(e.alert()))));
            case CallEvent.Degraded e -> Optional.of("Incident technique" + COLON + Incident.inFrench(e.problem()));
            case CallEvent.Ended e -> Optional.of(ended(e, story));
        };
    }

    private String received(CallEvent.Received event) {
        String line = event.territory()
                .map(territory -> "Appel reçu sur la ligne " + names.territory(territory))
                .orElse("Appel reçu sur un numéro inconnu");
        return switch (event.origin()) {
            case PUBLIC -> line;
            case SAMU, SAS -> line + ", venant du " + event.origin().label();
            case TRIAL -> line.replaceFirst("Appel", "Appel d’essai");
        };
    }

    private String closed(CallEvent.FoundClosed event) {
        return "Ligne fermée"
                + event.nextOpening()
                        .map(next -> ", prochaine ouverture " + FrenchDate.dayAndTime(next.atZone(zone)))
                        .orElse("");
    }

    private static String ladder(CallEvent.LadderOpened event) {
        return event.rungs() == 0
                ? "Personne n’est d’astreinte" + COLON + event.reason()
                : "Recherche du médecin d’astreinte" + COLON + event.reason();
    }

    private String rung(Attempt attempt) {
        return "Sonnerie " + of(attempt.physician()) + " (rang\u00a0" + attempt.rung() + ")"
                + attempt.result()
                        .map(result -> ", " + FrenchDuration.of(attempt.rang()) + COLON + result(attempt, result))
                        .orElse("…");
    }

    private static String result(Attempt attempt, AttemptResult result) {
        return switch (result) {
            case UNREACHABLE, REFUSED, OPERATOR, NO_TRUNK ->
                attempt.cause() == 0
                        ? result.label()
                        : result.label() + " (" + HangUpCause.inFrench(attempt.cause()) + ")";
            case ACCEPTED,
                    PASSED,
                    NOT_CONFIRMED,
                    NO_ANSWER,
                    BUSY,
                    BUSY_ELSEWHERE,
                    CALLER_GONE,
                    CUT_OFF,
                    DIVERTED,
                    LOOP,
                    IS_CALLING,
                    FORBIDDEN -> result.label();
        };
    }

    private static String transferred(CallEvent.Transferred event) {
        return "L’appelant est confié au médecin, " + event.kind().label()
                + event.consultation()
                        .map(call -> " ; l’annonce au médecin est l’appel " + call)
                        .orElse("");
    }

    private static String samuLeft(CallEvent.SamuLeft event, CallStory story) {
        return story.events().stream()
                        .anyMatch(one -> one instanceof CallEvent.SamuJoined joined
                                && joined.leg().equals(event.leg()))
                ? "Le SAMU quitte la conversation"
                : "Le SAMU n’a pas pu être joint (" + HangUpCause.inFrench(event.cause()) + ")";
    }

    private static String putThroughEnded(CallEvent.PutThroughEnded event) {
        String who = event.destination().label();
        return event.answered()
                ? "Fin de la mise en relation avec " + who
                : "Pas de réponse" + COLON + who + " (" + HangUpCause.inFrench(event.cause()) + ")";
    }

    private String calledBack(CallEvent.CallBackStarted event) {
        return "Rappel n°\u00a0" + event.attempt() + COLON + "sonnerie " + of(event.physician());
    }

    private static String callBackEnded(CallEvent.CallBackEnded event, CallStory story) {
        return story.events().stream()
                .filter(one -> one instanceof CallEvent.CallBackJoined joined && joined.attempt() == event.attempt())
                .findFirst()
                .map(joined ->
                        "Fin de la conversation, " + FrenchDuration.of(Duration.between(joined.at(), event.at())))
                .orElse("Rappel n°\u00a0" + event.attempt() + COLON + outcome(event));
    }

    private static String outcome(CallEvent.CallBackEnded event) {
        String label = event.result().label();
        if (event.result() != CallBackResult.FAILED || event.cause() == 0) {
            return label;
        }
        return label + " ("
                + (event.cause() == NOT_DIALLED ? AttemptResult.FORBIDDEN.label() : HangUpCause.inFrench(event.cause()))
                + ")";
    }

    private String alerted(CallEvent.Alerted event, Optional<Receipt> receipt) {
        String whom = event.physician()
                .map(physician ->
                        names.physician(physician).map(name -> "au " + name).orElse("au médecin"))
                .orElse("à la coordination");
        return (event.sent() ? "Alerte " : "Alerte impossible ") + whom + " "
                + event.channel().label() + (event.sent() ? ", acceptée" + became(event, receipt) : "");
    }

    private String became(CallEvent.Alerted event, Optional<Receipt> receipt) {
        return receipt.map(known -> switch (known) {
                    case Receipt.None none -> " sans accusé de réception";
                    case Receipt.Delivered(Instant at) -> ", remise au téléphone" + said(at, event.at());
                    case Receipt.Undelivered(Instant at) -> ", pas remise au téléphone" + said(at, event.at());
                })
                .orElse("");
    }

    private String said(Instant at, Instant told) {
        return ", dit la passerelle " + moment(at, told);
    }

    private String moment(Instant at, Instant told) {
        ZonedDateTime local = at.atZone(zone);
        return local.toLocalDate().equals(told.atZone(zone).toLocalDate())
                ? "à " + TIME.format(local)
                : "le " + FrenchDate.andTime(local);
    }

    private String of(PhysicianId physician) {
        return names.physician(physician).map(name -> "du " + name).orElse("du médecin");
    }

    private static String ended(CallEvent.Ended event, CallStory story) {
        return "Fin de l’appel" + COLON + event.ending().label(story.counts()) + " ("
                + HangUpCause.inFrench(event.cause()) + "), durée totale "
                + FrenchDuration.of(story.phases().total());
    }

    private static Attempt attempt(CallEvent.AttemptStarted started, CallStory story) {
        return story.attempts().stream()
                .filter(attempt -> attempt.number() == started.attempt())
                .findFirst()
                .orElseThrow();
    }
}
