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

/** Whether a backup was made since yesterday, on the node that makes them, and whether the last one that was begun was made. */
@Wellness
@ApplicationScoped
class BackupHealth implements HealthCheck {

    /** A day, and the time that one may take longer than the one before. */
    private static final Duration OLDEST = Duration.ofHours(28);

    /** What a clock that is set right may go back by. */
    private static final Duration AHEAD = Duration.ofMinutes(-10);

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
        Optional<Instant> last = touchedAt(settings.marker());
        last.ifPresent(at -> answer.withData("dernière", at.toString()));
        Optional<Instant> failed = touchedAt(failureOf(settings.marker()));
        trouble(last, failed, clock.instant()).ifPresent(attention -> answer.withData("attention", attention));
        return answer.build();
    }

    /** What {@code appui backup} leaves beside the marker when it ends without a backup; the next that is whole takes it away. */
    private static Path failureOf(Path marker) {
        return marker.resolveSibling(marker.getFileName() + ".failed");
    }

    /** In French; empty while the last one is of today or yesterday, and none failed since. */
    static Optional<String> trouble(Optional<Instant> last, Optional<Instant> failed, Instant now) {
        if (failed.isPresent()
                && failed.filter(at -> last.isPresent() && at.isBefore(last.get()))
                        .isEmpty()) {
            return Optional.of(
                    "celle qui a été tentée en dernier a échoué, les précédentes restent : « appui backup » dit pourquoi"
                            + " (de nuit : journalctl -u appui-backup -n 20)");
        }
        if (last.isEmpty()) {
            return Optional.of(
                    "aucune n’a été faite sur cette machine : mettre une clé dans /etc/appui/backup.pub, puis « appui backup » ;"
                            + " si un autre nœud les fait : appui.backup.here=false");
        }
        Duration age = Duration.between(last.get(), now);
        if (age.compareTo(AHEAD) < 0) {
            return Optional.of(
                    "la dernière est datée d’après l’heure qu’il est : mettre la machine à l’heure (timedatectl),"
                            + " puis « appui backup »");
        }
        return age.compareTo(OLDEST) <= 0
                ? Optional.empty()
                : Optional.of("la dernière a " + FrenchDuration.hours(age)
                        + " : journalctl -u appui-backup, systemctl list-timers appui-backup.timer");
    }

    private static Optional<Instant> touchedAt(Path marker) {
        try {
            return Optional.of(Files.getLastModifiedTime(marker).toInstant());
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
