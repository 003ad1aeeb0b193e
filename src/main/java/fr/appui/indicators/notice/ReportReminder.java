package fr.appui.indicators.notice;

import fr.appui.calendar.DutyCalendars;
import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.directory.notice.MailRefusals;
import fr.appui.directory.notice.TimeLimited;
import fr.appui.indicators.report.Reports;
import fr.appui.nodes.JobLease;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jboss.logging.Logger;

/**
 * Every Monday from January to March, tells the coordinators whose report of the past year is not submitted yet (doc 001 §6:
 * « un bilan annuel transmis à l'ARS en mars de l'année N+1 »).
 */
@ApplicationScoped
class ReportReminder {

    private static final Logger LOG = Logger.getLogger(ReportReminder.class);
    /** Every node wakes at the hour, by its own clock: whoever is first sends. */
    private static final Duration QUIET = Duration.ofHours(1);

    private final Directory directory;
    private final DutyCalendars calendars;
    private final Reports reports;
    private final Mailer mailer;
    private final JobLease lease;
    private final Clock clock;

    ReportReminder(
            Directory directory,
            DutyCalendars calendars,
            Reports reports,
            @TimeLimited Mailer mailer,
            JobLease lease,
            Clock clock) {
        this.directory = directory;
        this.calendars = calendars;
        this.reports = reports;
        this.mailer = mailer;
        this.lease = lease;
        this.clock = clock;
    }

    @Scheduled(cron = "${appui.indicators.report-reminder:0 0 9 ? 1-3 MON}")
    void run() {
        lease.runOnce("indicators.report-reminder", QUIET, this::remind);
    }

    void remind() {
        directory.territories().forEach(territory -> {
            int year =
                    LocalDate.ofInstant(clock.instant(), territory.timeZone()).getYear() - 1;
            if (isOwed(territory, year) && !reports.isSubmitted(territory.code().value(), year)) {
                territory.contact().alerts().ifPresent(mail -> send(territory, year, mail.value()));
            }
        });
    }

    private boolean isOwed(Territory territory, int year) {
        return calendars
                .of(territory.code())
                .filter(hours -> Reports.isOwed(hours, year))
                .isPresent();
    }

    private void send(Territory territory, int year, String address) {
        try {
            mailer.send(Mail.withText(
                    address,
                    "Bilan annuel " + year + " de l’appui " + territory.name() + " : à transmettre à l’ARS en mars",
                    "Le bilan " + year
                            + " n’est pas encore transmis. Sa version de travail est prête à relire, à compléter"
                            + " (difficultés, dépenses) puis à transmettre.\r\n"));
        } catch (RuntimeException failed) {
            LOG.warnf(
                    "reminder of the %d report of %s failed: %s", year, territory.code(), MailRefusals.kindOf(failed));
        }
    }
}
