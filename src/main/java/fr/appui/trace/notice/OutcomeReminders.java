package fr.appui.trace.notice;

import fr.appui.directory.Directory;
import fr.appui.directory.MailAddress;
import fr.appui.directory.Physician;
import fr.appui.directory.notice.TimeLimited;
import fr.appui.french.FrenchDate;
import fr.appui.nodes.JobLease;
import fr.appui.push.PhysicianMessages;
import fr.appui.trace.LoggableCall;
import fr.appui.trace.OutcomesAwaited;
import fr.appui.trace.OutcomesAwaited.Awaited;
import fr.appui.trace.ReminderStage;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Reminds the physician of an outcome that is missing, half an hour after the call and the next morning, then the
 * coordinator. The mail names the call by its time and identifier only.
 */
@ApplicationScoped
class OutcomeReminders {

    private static final Logger LOG = Logger.getLogger(OutcomeReminders.class);
    private static final Duration LOOKED_BACK = Duration.ofDays(14);
    private static final Duration LONGEST_RUN = Duration.ofMinutes(10);
    private static final int MOST_AT_ONCE = 100;

    private final OutcomesAwaited awaited;
    private final Directory directory;
    private final Mailer mailer;
    private final PhysicianMessages devices;
    private final JobLease lease;
    private final Clock clock;

    OutcomeReminders(
            OutcomesAwaited awaited,
            Directory directory,
            @TimeLimited Mailer mailer,
            PhysicianMessages devices,
            JobLease lease,
            Clock clock) {
        this.awaited = awaited;
        this.directory = directory;
        this.mailer = mailer;
        this.devices = devices;
        this.lease = lease;
        this.clock = clock;
    }

    @Scheduled(
            every = "${appui.outcome.reminders-every:5m}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        lease.run("trace.reminders", LONGEST_RUN, () -> remindAt(clock.instant()));
    }

    void remindAt(Instant now) {
        Instant lastSend = clock.instant().plus(LONGEST_RUN).minus(TimeLimited.LONGEST_SEND);
        Instant latest = now.minus(ReminderStage.AFTER_CALL_DELAY);
        Instant from = now.minus(LOOKED_BACK);
        for (List<Awaited> some = awaited.between(from, latest, MOST_AT_ONCE);
                !some.isEmpty();
                some = awaited.between(from, latest, MOST_AT_ONCE)) {
            for (Awaited call : some) {
                if (clock.instant().isAfter(lastSend)) {
                    return; // another node may begin before the next is sent
                }
                due(call, now).ifPresent(stage -> remind(call.call(), stage, now));
            }
            from = after(some.getLast(), from);
        }
    }

    /** Where to read on: those that wait for their next stage hold up nobody behind them. */
    private static Instant after(Awaited last, Instant from) {
        Instant ended = last.call().ended();
        return (ended.isBefore(from) ? from : ended).plusMillis(1);
    }

    /** Later stages include the earlier ones: what was missed during an outage is not sent any more. */
    private Optional<ReminderStage> due(Awaited call, Instant now) {
        return ReminderStage.due(
                        call.call().ended(), directory.zoneOf(call.call().territory()), now)
                .filter(stage -> call.reminded().stream().noneMatch(sent -> sent.compareTo(stage) >= 0));
    }

    private void remind(LoggableCall call, ReminderStage stage, Instant now) {
        Optional<MailAddress> to = recipient(call, stage);
        if (to.isEmpty()) {
            LOG.warnf("nobody to remind of the outcome of call %s (%s)", call.call(), stage);
            awaited.reminded(call.call(), stage, now);
            return;
        }
        try {
            mailer.send(Mail.withText(to.get().value(), subject(call, stage), body(call, stage)));
            if (stage != ReminderStage.COORDINATOR) {
                devices.show(
                        call.physician().value(),
                        call.territory().value(),
                        subject(call, stage),
                        "/mes-appels/" + call.call(),
                        now);
            }
            awaited.reminded(call.call(), stage, now); // last: whoever dies before reminds twice rather than never
        } catch (RuntimeException failed) {
            LOG.warnf(
                    "reminder of call %s failed, tried again later: %s",
                    call.call(), failed.getClass().getSimpleName());
        }
    }

    private Optional<MailAddress> recipient(LoggableCall call, ReminderStage stage) {
        return switch (stage) {
            case AFTER_CALL, NEXT_MORNING ->
                directory.physician(call.physician()).map(Physician::mail);
            case COORDINATOR ->
                directory
                        .territory(call.territory())
                        .flatMap(territory -> territory.contact().alerts());
        };
    }

    private String subject(LoggableCall call, ReminderStage stage) {
        String moment = FrenchDate.dayAndTime(call.received().atZone(directory.zoneOf(call.territory())));
        return switch (stage) {
            case AFTER_CALL, NEXT_MORNING -> "Appel du " + moment + " : fiche à compléter";
            case COORDINATOR -> "Appel du " + moment + " : toujours sans fiche";
        };
    }

    private static String body(LoggableCall call, ReminderStage stage) {
        String ask = switch (stage) {
            case AFTER_CALL, NEXT_MORNING ->
                "Merci de tracer le motif et la réponse de cet appel dans l’application, page « Mes astreintes » : une minute"
                        + " suffit.";
            case COORDINATOR ->
                "Le médecin a été relancé deux fois sans réponse ; merci de voir avec lui. La page « Appels » de l’application montre l’appel.";
        };
        return ask + "\r\n\r\nAppel " + call.call() + "\r\n";
    }
}
