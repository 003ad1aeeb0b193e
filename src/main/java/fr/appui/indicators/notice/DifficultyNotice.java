package fr.appui.indicators.notice;

import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.notice.MailRefusals;
import fr.appui.directory.notice.TimeLimited;
import fr.appui.french.FrenchDate;
import fr.appui.indicators.IndicatorsSettings;
import fr.appui.indicators.report.Difficulty;
import fr.appui.indicators.report.DifficultyLog;
import fr.appui.nodes.JobLease;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tells the ARS of each difficulty when it is noted (doc 001 §4 and §7). What could not be sent is sent at a later turn; where no
 * address is set, the ARS reads the log on its page.
 */
@ApplicationScoped
class DifficultyNotice {

    private static final Logger LOG = Logger.getLogger(DifficultyNotice.class);
    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final int MOST_AT_ONCE = 20;

    private final DifficultyLog log;
    private final Directory directory;
    private final IndicatorsSettings settings;
    private final Mailer mailer;
    private final JobLease lease;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters") // what is told, to whom and how
    DifficultyNotice(
            DifficultyLog log,
            Directory directory,
            IndicatorsSettings settings,
            @TimeLimited Mailer mailer,
            JobLease lease,
            Clock clock) {
        this.log = log;
        this.directory = directory;
        this.settings = settings;
        this.mailer = mailer;
        this.lease = lease;
        this.clock = clock;
    }

    @Scheduled(every = "60s", delayed = "60s")
    void run() {
        lease.runOnce("indicators.difficulty-notice", QUIET, this::tell);
    }

    void tell() {
        log.toTell(MOST_AT_ONCE)
                .forEach(difficulty -> address(difficulty.territory()).ifPresent(mail -> send(difficulty, mail)));
    }

    /** The territory's own before its region's. */
    private Optional<String> address(TerritoryCode territory) {
        String code = territory.value();
        int region = code.indexOf('-');
        return Optional.ofNullable(settings.arsMail().get(code))
                .or(() -> region < 0
                        ? Optional.empty()
                        : Optional.ofNullable(settings.arsMail().get(code.substring(0, region))));
    }

    private void send(Difficulty difficulty, String address) {
        String name = directory
                .territory(difficulty.territory())
                .map(Territory::name)
                .orElse(difficulty.territory().value());
        try {
            mailer.send(Mail.withText(
                    address,
                    "Appui " + name + " : difficulté du " + FrenchDate.of(difficulty.date()),
                    difficulty.category().label() + "\r\n\r\n" + difficulty.text() + "\r\n\r\n"
                            + difficulty
                                    .answer()
                                    .map(answer -> "Réponse apportée : " + answer + "\r\n\r\n")
                                    .orElse("")
                            + "Cette difficulté se lit et se suit dans Appui, rubrique Difficultés.\r\n"));
            log.told(difficulty.id(), clock.instant());
        } catch (RuntimeException failed) {
            LOG.warnf("the ARS was not told of difficulty %d: %s", difficulty.id(), MailRefusals.kindOf(failed));
        }
    }
}
