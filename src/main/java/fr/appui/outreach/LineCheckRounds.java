package fr.appui.outreach;

import fr.appui.directory.Directory;
import fr.appui.directory.SupportLine;
import fr.appui.directory.TerritoryCode;
import fr.appui.outreach.LineCheckLedger.State;
import fr.appui.outreach.LineCheckLedger.Way;
import fr.appui.outreach.OpenLineCheck.Trouble;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.Rung;
import fr.appui.trace.AttemptResult;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Checks the lines of the duties that are about to start. */
@ApplicationScoped
class LineCheckRounds {

    private static final Logger LOG = Logger.getLogger(LineCheckRounds.class);
    private final Watch watch = new Watch(LOG, "checks of lines");
    private static final String NOT_TAKEN = "notre commutateur n’a pas pris l’appel";
    private static final Set<AttemptResult> FORWARDED = EnumSet.of(AttemptResult.DIVERTED, AttemptResult.LOOP);

    private final LineCheckLedger ledger;
    private final CurrentRota rota;
    private final Telephone telephone;
    private final BackUp backUp;
    private final Directory directory;
    private final Clock clock;
    private final OutreachSettings.LineCheck settings;
    private final LineCheckPlan.Limits limits;

    LineCheckRounds(
            LineCheckLedger ledger,
            CurrentRota rota,
            Telephone telephone,
            BackUp backUp,
            Directory directory,
            Clock clock,
            OutreachSettings settings) {
        this.ledger = ledger;
        this.rota = rota;
        this.telephone = telephone;
        this.backUp = backUp;
        this.directory = directory;
        this.clock = clock;
        this.settings = settings.lineCheck();
        this.limits = new LineCheckPlan.Limits(this.settings.attempts(), this.settings.pause());
    }

    @Scheduled(every = "${appui.outreach.line-check.every:10s}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread // rings people: never waits for a thread that pages hold
    void round() {
        if (!settings.enabled()) {
            return;
        }
        watch.run(() -> {
            StartingDuties.within(settings.ahead(), clock.instant(), rota.current())
                    .forEach(duty -> ledger.open(OpenLineCheck.of(duty)));
            ledger.allOpen().forEach(this::lookAfter);
        });
    }

    void answered(@ObservesAsync LineAnswer answer) {
        switch (answer.outcome()) {
            case CONFIRMED -> backUp.confirmed(answer.check(), Way.TELEPHONE);
            case UNCONFIRMED ->
                ledger.note(
                        answer.check(),
                        answer.result().filter(FORWARDED::contains).map(result -> "téléphone " + result.label()));
            case NO_ROOM -> ledger.giveBack(answer.check());
            case FAILED ->
                failed(answer.check(), answer.result().map(AttemptResult::label).orElse(NOT_TAKEN), answer.result());
        }
    }

    /** Whatever failed, it was not the physician: the attempt is none. */
    private void failed(UUID check, String why, Optional<AttemptResult> result) {
        ledger.failed(check, why, clock.instant().plus(LineCheckPlan.pauseAfter(result, limits)));
    }

    private void lookAfter(OpenLineCheck check) {
        try {
            Optional<SupportLine> line = line(check.duty().territory());
            List<Rung> ladder = line.map(known -> StartingDuties.ladderAt(check.duty(), known, rota.current()))
                    .orElse(List.of());
            lookAfter(check, ladder, line);
        } catch (RuntimeException bug) {
            LOG.errorf(
                    bug,
                    "the line of the duty of %s is not checked",
                    check.duty().date());
        }
    }

    private void lookAfter(OpenLineCheck check, List<Rung> ladder, Optional<SupportLine> line) {
        Optional<Rung> first = ladder.stream().findFirst();
        Optional<String> why = check.trouble().map(Trouble::why);
        switch (LineCheckPlan.next(check, first.map(Rung::physician), clock.instant(), limits)) {
            case WAIT -> {}
            case RING -> ring(check, first.orElseThrow(), line.orElseThrow());
            case GIVE_UP -> giveUp(check, ladder, why);
            case NOT_CHECKED -> notChecked(check, why);
            case DROP -> ledger.close(check.id(), State.REPLACED, clock.instant());
        }
    }

    private void ring(OpenLineCheck check, Rung rung, SupportLine line) {
        if (ledger.begin(check, clock.instant())) {
            int failures = check.trouble().map(Trouble::failures).orElse(0);
            var number = rung.numbers()
                    .get((check.attempts() + failures) % rung.numbers().size());
            telephone
                    .check(new LineCheckOrder(check.id(), line, new Callee(rung.physician(), number)))
                    .ifPresent(why -> {
                        LOG.warnf(
                                "the line of the duty of %s was not rung: %s",
                                check.duty().date(), why);
                        failed(check.id(), NOT_TAKEN, Optional.empty());
                    });
        }
    }

    private void notChecked(OpenLineCheck check, Optional<String> why) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (ledger.close(check.id(), State.NOT_CHECKED, clock.instant())) {
                backUp.notChecked(check.duty(), why);
            }
        });
    }

    private void giveUp(OpenLineCheck check, List<Rung> ladder, Optional<String> why) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (ledger.close(check.id(), State.UNCONFIRMED, clock.instant())) {
                backUp.moveUp(check.duty(), ladder, why);
            }
        });
    }

    private Optional<SupportLine> line(TerritoryCode territory) {
        return directory.territory(territory).flatMap(known -> known.line());
    }
}
