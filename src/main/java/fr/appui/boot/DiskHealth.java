package fr.appui.boot;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** How much room is left where this node keeps calls that the database has not taken yet. */
@Wellness
@ApplicationScoped
class DiskHealth implements HealthCheck {

    private static final long ENOUGH = 2L << 30;
    private static final double SHARE = 0.1;

    private final Path home;

    DiskHealth(@ConfigProperty(name = "appui.home", defaultValue = "data") Path home) {
        this.home = home;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("disque").up().withData("dossier", home.toString());
        try {
            FileStore store = Files.getFileStore(existing(home.toAbsolutePath()));
            answer.withData("libre", (store.getUsableSpace() >> 20) + " Mo");
            scarce(store.getUsableSpace(), store.getTotalSpace())
                    .ifPresent(attention -> answer.withData("attention", attention));
        } catch (IOException unreadable) {
            answer.withData("attention", home + " ne se lit pas : vérifier le dossier et ses droits (appui.home)");
        }
        StartMistakes.ofHome(home).ifPresent(closed -> answer.withData("attention.droits", closed));
        return answer.build();
    }

    /** In French; empty while there is enough. */
    static Optional<String> scarce(long usable, long total) {
        return usable >= ENOUGH || usable >= total * SHARE
                ? Optional.empty()
                : Optional.of("il reste " + (usable >> 20) + " Mo : faire de la place, ou agrandir le disque");
    }

    private static Path existing(Path path) {
        return Files.exists(path) || path.getParent() == null ? path : existing(path.getParent());
    }
}
