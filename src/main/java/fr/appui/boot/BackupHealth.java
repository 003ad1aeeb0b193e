package fr.appui.boot;

import fr.appui.french.FrenchDuration;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether a backup was made since yesterday, on the node that makes them. */
@Wellness
@ApplicationScoped
class BackupHealth implements HealthCheck {

    /** A day, and the time that one may take longer than the one before. */
    private static final Duration OLDEST = Duration.ofHours(28);

    private final BackupSettings settings;
    private final Clock clock;

    BackupHealth(BackupSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("sauvegarde").up();
        if (!settings.here()) {
            return answer.withData("faite", "par un autre nœud (appui.backup.here=false)")
                    .build();
        }
        Optional<Instant> last = madeAt(settings.marker());
        last.ifPresent(at -> answer.withData("dernière", at.toString()));
        late(last, clock.instant()).ifPresent(attention -> answer.withData("attention", attention));
        return answer.build();
    }

    /** In French; empty while the last one is of today or yesterday. */
    static Optional<String> late(Optional<Instant> last, Instant now) {
        if (last.isEmpty()) {
            return Optional.of(
                    "aucune n’a été faite sur cette machine : mettre une clé dans /etc/appui/backup.pub, puis « appui backup » ;"
                            + " si un autre nœud les fait : appui.backup.here=false");
        }
        Duration age = Duration.between(last.get(), now);
        return age.compareTo(OLDEST) <= 0
                ? Optional.empty()
                : Optional.of("la dernière a " + FrenchDuration.hours(age)
                        + " : journalctl -u appui-backup, systemctl list-timers appui-backup.timer");
    }

    private static Optional<Instant> madeAt(Path marker) {
        try {
            return Optional.of(Files.getLastModifiedTime(marker).toInstant());
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
