package fr.appui.trace.notice;

import fr.appui.directory.Directory;
import fr.appui.directory.Patients;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.notice.MailRefusals;
import fr.appui.directory.notice.TimeLimited;
import fr.appui.nodes.JobLease;
import fr.appui.trace.LoggableCall;
import fr.appui.trace.Names;
import fr.appui.trace.Nomenclature;
import fr.appui.trace.NomenclatureShelf;
import fr.appui.trace.OutcomeRevision;
import fr.appui.trace.OutcomeSettings;
import fr.appui.trace.Outcomes;
import fr.appui.trace.Transmissions;
import fr.appui.trace.Transmissions.Transmission;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Empties the queue of transmissions, on one node at a time. What cannot be sent is tried again later; what is of a territory without a
 * mailbox waits for one, however long.
 */
@ApplicationScoped
class TransmissionSender {

    private static final Logger LOG = Logger.getLogger(TransmissionSender.class);
    private static final int MOST_AT_ONCE = 20;
    private static final Duration LONGEST_RUN = Duration.ofMinutes(10);

    private final Transmissions transmissions;
    private final Outcomes outcomes;
    private final NomenclatureShelf nomenclatures;
    private final Directory directory;
    private final Names names;
    private final OutcomeSettings settings;
    private final Mailer mailer;
    private final JobLease lease;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters") // what a transmission is made of
    TransmissionSender(
            Transmissions transmissions,
            Outcomes outcomes,
            NomenclatureShelf nomenclatures,
            Directory directory,
            Names names,
            OutcomeSettings settings,
            @TimeLimited(TimeLimited.SECURE) Mailer mailer,
            JobLease lease,
            Clock clock) {
        this.transmissions = transmissions;
        this.outcomes = outcomes;
        this.nomenclatures = nomenclatures;
        this.directory = directory;
        this.names = names;
        this.settings = settings;
        this.mailer = mailer;
        this.lease = lease;
        this.clock = clock;
    }

    @Scheduled(
            every = "${appui.outcome.transmission.every:30s}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        if (settings.transmission().mailbox().isEmpty()) {
            return;
        }
        lease.run("trace.transmissions", LONGEST_RUN, this::sendWhatIsDue);
    }

    void sendWhatIsDue() {
        Instant latest = clock.instant().plus(LONGEST_RUN).minus(TimeLimited.LONGEST_SEND);
        Map<TerritoryCode, String> mailboxes = mailboxes();
        for (Transmission due : transmissions.due(mailboxes.keySet(), clock.instant(), MOST_AT_ONCE)) {
            if (clock.instant().isAfter(latest)) {
                return; // another node may begin before the next is sent
            }
            send(due, Objects.requireNonNull(mailboxes.get(due.territory())));
        }
    }

    private Map<TerritoryCode, String> mailboxes() {
        return settings.transmission().mailbox().entrySet().stream()
                .flatMap(set ->
                        TerritoryCode.tryParse(set.getKey()).map(code -> Map.entry(code, set.getValue())).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void send(Transmission due, String mailbox) {
        try {
            mailer.send(mail(due, mailbox));
            transmissions.sent(due.id(), mailbox, clock.instant());
        } catch (RuntimeException failed) {
            LOG.warnf("transmission %d of call %s failed: %s", due.id(), due.call(), MailRefusals.kindOf(failed));
            transmissions.failed(due.id(), String.valueOf(failed.getMessage()), clock.instant());
        }
    }

    private Mail mail(Transmission due, String mailbox) {
        LoggableCall call = outcomes.call(due.call()).orElseThrow();
        OutcomeRevision revision = outcomes.history(due.call()).stream()
                .filter(kept -> kept.number() == due.revision())
                .findFirst()
                .orElseThrow();
        Nomenclature nomenclature = nomenclatures
                .all()
                .version(revision.nomenclature())
                .orElseThrow(
                        () -> new IllegalStateException("nomenclature " + revision.nomenclature() + " is unknown"));
        Optional<Territory> territory = directory.territory(due.territory());
        String name = territory.map(Territory::name).orElse(due.territory().value());
        var text = new TransmissionText(call, revision, nomenclature);
        Mail mail = Mail.withText(
                mailbox,
                text.subject(name),
                text.body(
                        name,
                        territory.map(known -> known.rules().patients()).orElse(Patients.ADULTS),
                        names.physician(call.physician()).orElse("non connu"),
                        directory.zoneOf(due.territory())));
        settings.transmission().from().ifPresent(mail::setFrom);
        return mail;
    }
}
