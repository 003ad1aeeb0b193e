package fr.appui.audit;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jboss.logging.Logger;

/**
 * Says every day, outside the database, where the log ends: who owns the database may rewrite the whole chain, but not what is
 * kept here, nor in the syslog that takes the service's log. Harmless on several nodes.
 */
@Singleton
final class KeptElsewhere {

    private static final Logger LOG = Logger.getLogger(KeptElsewhere.class);

    private final AuditLog log;
    private final AuditSettings settings;
    private final Clock clock;

    KeptElsewhere(AuditLog log, AuditSettings settings, Clock clock) {
        this.log = log;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(cron = "0 10 3 * * ?", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() {
        AuditLog.Head head = log.head();
        LOG.infof("audit log ends at %d %s", head.sequence(), head.hash());
        settings.headFile().ifPresent(file -> write(file, head));
    }

    private void write(Path file, AuditLog.Head head) {
        String line =
                clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + head.sequence() + " " + head.hash() + "\n";
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            LOG.errorf(unwritable, "appui.audit.head-file: %s cannot be written", file);
        }
    }
}
