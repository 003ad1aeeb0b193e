package fr.appui.outreach;

import fr.appui.directory.Audit;
import fr.appui.directory.Dialling;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import fr.appui.directory.TerritoryCode;
import fr.appui.outreach.TrialLedger.State;
import fr.appui.outreach.TrialLedger.Trial;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.OnDuty;
import fr.appui.rota.RotaSnapshot;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Begins an « appel d'essai », whoever wants it: rings a line as a caller would, whatever the hour, for one test number that takes the
 * call by a 1. It goes the way of any call and is in the trace, marked by its first event ({@link fr.appui.trace.Origin#TRIAL}); nobody
 * on duty is rung, and nothing counts it.
 */
@ApplicationScoped
public class TrialCalls {

    /** Ring, message said twice, and the end: of what is older nothing will be heard. */
    static final Duration LONGEST = Duration.ofMinutes(3);

    private static final String UNHEARD =
            "personne n’a fait le 1 : le téléphone n’a pas sonné ou n’a pas été décroché, ou le son ou les touches ne passent"
                    + " pas (la page de l’appel le dit ; APPUI_DIAL_PHYSICIANS, pjsip, RTP)";
    private static final String NO_ROOM =
            "rien n’a sonné : le raccordement n’avait plus de place que pour les appelants, qui passent d’abord ; réessayer";
    private static final String SILENCE =
            "le commutateur n’a rien dit de l’appel d’essai : voir « téléphonie », et que sa configuration est de cette version";

    private final TrialLedger ledger;
    private final CurrentRota rota;
    private final Telephone telephone;
    private final Dialling site;
    private final Audit audit;
    private final Clock clock;

    TrialCalls(TrialLedger ledger, CurrentRota rota, Telephone telephone, Dialling site, Audit audit, Clock clock) {
        this.ledger = ledger;
        this.rota = rota;
        this.telephone = telephone;
        this.site = site;
        this.audit = audit;
        this.clock = clock;
    }

    /** What comes of wanting one. */
    public sealed interface Answer {
        record Ringing(Trial trial) implements Answer {}

        record NoLine() implements Answer {}

        /** @param why in French, with the remedy */
        record NotRung(String why) implements Answer {}

        /** Another rings on this line at this moment. */
        record UnderWay() implements Answer {}

        /** The switch does not take the order. @param why in French */
        record SwitchAway(String why) implements Answer {}
    }

    /** @param by the login of a person, or the program */
    public Answer begin(TerritoryCode territory, PhoneNumber number, String by) {
        return begin(territory, number, by, false);
    }

    /** @param scheduled whether the service does it by itself */
    Answer begin(TerritoryCode territory, PhoneNumber number, String by, boolean scheduled) {
        Optional<SupportLine> line = rota.current().lineOf(territory);
        if (line.isEmpty()) {
            return new Answer.NoLine();
        }
        Optional<String> refusal = refusal(line.get(), number);
        if (refusal.isPresent()) {
            return new Answer.NotRung(refusal.get());
        }
        Instant now = clock.instant();
        endSilent();
        var trial = new Trial(
                UUID.randomUUID(), territory, now, by, scheduled, State.RINGING, Optional.empty(), Optional.empty());
        return QuarkusTransaction.requiringNew().call(() -> note(trial))
                ? ring(trial, line.get(), number)
                : new Answer.UnderWay();
    }

    /** Of what is older than any call takes, nothing will be heard: it failed, and is in the way of no other. */
    private void endSilent() {
        Instant now = clock.instant();
        ledger.endThoseBegunBefore(now.minus(LONGEST), SILENCE, now);
    }

    /** Latest first; none of them rings for longer than a call takes. */
    public List<Trial> latest(TerritoryCode territory, int most) {
        endSilent();
        return ledger.latest(territory, most);
    }

    public Optional<Trial> find(UUID trial) {
        return ledger.find(trial);
    }

    void answered(@ObservesAsync LineAnswer answer) {
        ledger.end(
                answer.check(),
                answer.confirmed() ? State.CONFIRMED : State.FAILED,
                trouble(answer.outcome()),
                clock.instant());
    }

    private static Optional<String> trouble(LineAnswer.Outcome outcome) {
        return switch (outcome) {
            case CONFIRMED -> Optional.empty();
            case NO_ROOM -> Optional.of(NO_ROOM);
            case UNCONFIRMED, FAILED -> Optional.of(UNHEARD);
        };
    }

    private boolean note(Trial trial) {
        boolean begun = ledger.begin(trial);
        if (begun) {
            audit.record(
                    trial.begunBy(),
                    "trial-call.begun",
                    trial.territory().value(),
                    trial.scheduled() ? "Appel d’essai fait par le service." : "Appel d’essai vers un numéro d’essai.");
        }
        return begun;
    }

    private Answer ring(Trial trial, SupportLine line, PhoneNumber number) {
        Optional<String> trouble = telephone.trial(new TrialOrder(trial.id(), line, number));
        trouble.ifPresent(why -> ledger.end(trial.id(), State.FAILED, Optional.of(why), clock.instant()));
        return trouble.<Answer>map(Answer.SwitchAway::new).orElse(new Answer.Ringing(trial));
    }

    private Optional<String> refusal(SupportLine line, PhoneNumber number) {
        RotaSnapshot snapshot = rota.current();
        if (snapshot.line(number).isPresent()) {
            return Optional.of("c’est la ligne d’un appui ; donner un téléphone que l’on a sous la main");
        }
        if (snapshot.lines().stream().anyMatch(other -> isOnDuty(number, other, snapshot))) {
            return Optional.of(
                    "c’est le numéro d’un médecin d’astreinte en ce moment ; un essai ne dérange personne, donner un autre"
                            + " téléphone");
        }
        return site.of(line.settings().dialling()).refusal(Dialling.Whose.PHYSICIAN, "numéro d’essai", number);
    }

    private boolean isOnDuty(PhoneNumber number, SupportLine line, RotaSnapshot snapshot) {
        return snapshot.onDuty(line, clock.instant()) instanceof OnDuty.Open open
                && open.ladder().stream().anyMatch(rung -> rung.numbers().contains(number));
    }
}
