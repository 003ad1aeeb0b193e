package fr.appui.outreach.notice;

import fr.appui.directory.Directory;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.notice.MailRefusals;
import fr.appui.directory.notice.TimeLimited;
import fr.appui.french.InvalidInput;
import fr.appui.nodes.JobLease;
import fr.appui.outreach.Alert;
import fr.appui.outreach.ContinuitySheet;
import fr.appui.outreach.OutreachSettings;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.IndexedRota;
import fr.appui.rota.LadderPeriod;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Mails each territory's {@link ContinuitySheet} once a day to the roles that the site named, and again until it is taken. */
@ApplicationScoped
class ContinuityPost {

    private static final Logger LOG = Logger.getLogger(ContinuityPost.class);
    private static final Pattern ROLE_AND_ADDRESS = Pattern.compile("\\s*([^<>]*?)\\s*<([^<>]+)>\\s*");

    /** Shorter than a day by more than any delay of the one before; nodes that come later the same day find it sent. */
    private static final Duration ONCE_A_DAY = Duration.ofHours(16);

    private final OutreachSettings.Continuity settings;
    private final Directory directory;
    private final CurrentRota rota;
    private final Mailer mailer;
    private final JobLease lease;
    private final Clock clock;

    ContinuityPost(
            OutreachSettings settings,
            Directory directory,
            CurrentRota rota,
            @TimeLimited Mailer mailer,
            JobLease lease,
            Clock clock) {
        this.settings = settings.continuity();
        this.directory = directory;
        this.rota = rota;
        this.mailer = mailer;
        this.lease = lease;
        this.clock = clock;
    }

    /** @param role as the site calls it */
    record Recipient(String role, MailAddress address) {}

    @Scheduled(every = "${appui.outreach.continuity.every:10m}", concurrentExecution = ConcurrentExecution.SKIP)
    void send() {
        settings.recipients().forEach((code, written) -> {
            try {
                List<Recipient> recipients = recipients(code, written);
                directory
                        .territory(new TerritoryCode(code))
                        .filter(this::isTime)
                        .ifPresent(territory -> lease.runOnce(
                                "continuity." + territory.code(), ONCE_A_DAY, () -> send(territory, recipients)));
            } catch (RuntimeException failed) {
                LOG.errorf(
                        "the continuity sheet of %s is not sent, it is tried again: %s",
                        code, MailRefusals.kindOf(failed));
            }
        });
    }

    /** One that a server does not take keeps the others from nobody, and has the whole sent again. */
    private void send(Territory territory, List<Recipient> recipients) {
        Alert.Content sheet = ContinuitySheet.of(territory, periods(territory), this::name, clock.instant());
        List<String> refused = recipients.stream()
                .filter(recipient -> !isTaken(recipient, sheet))
                .map(Recipient::role)
                .toList();
        if (!refused.isEmpty()) {
            throw new IllegalStateException("not taken for " + String.join(", ", refused));
        }
    }

    private boolean isTaken(Recipient recipient, Alert.Content sheet) {
        try {
            mailer.send(Mail.withText(
                    recipient.address().value(),
                    sheet.subject(),
                    "Pour : " + recipient.role() + "\n\n" + sheet.text()));
            return true;
        } catch (RuntimeException refused) {
            LOG.debug("a continuity sheet was not taken", refused);
            return false;
        }
    }

    private boolean isTime(Territory territory) {
        return !LocalTime.ofInstant(clock.instant(), territory.timeZone()).isBefore(settings.at());
    }

    private List<LadderPeriod> periods(Territory territory) {
        IndexedRota now = rota.current();
        return territory
                .line()
                .map(line -> now.windowsFrom(line, clock.instant(), 1))
                .orElse(List.of());
    }

    private String name(PhysicianId id) {
        return directory
                .physician(id)
                .map(known -> "Dr " + known.name().full())
                .orElse("médecin inconnu de l’annuaire");
    }

    static List<Recipient> recipients(String territory, String written) {
        return Stream.of(written.split(","))
                .map(part -> recipient(territory, part))
                .toList();
    }

    private static Recipient recipient(String territory, String written) {
        Matcher parts = ROLE_AND_ADDRESS.matcher(written);
        if (!parts.matches() || parts.group(1).isEmpty()) {
            throw new InvalidInput("appui.outreach.continuity.recipients.\"" + territory
                    + "\" : écrire « rôle <adresse> », par exemple" + " cadre de garde <cadre@hopital.example>");
        }
        return new Recipient(parts.group(1), new MailAddress(parts.group(2)));
    }
}
