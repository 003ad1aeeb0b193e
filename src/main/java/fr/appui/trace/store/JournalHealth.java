package fr.appui.trace.store;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * How the journal fares. A wellness check: a database that is away must not take the service out of rotation, since calls
 * are still answered.
 */
@Wellness
@ApplicationScoped
class JournalHealth implements HealthCheck {

    private static final double NEARLY_FULL = 0.8;

    private final Spool spool;
    private final Supplier<Duration> age;
    private final Supplier<Optional<String>> trouble;

    @Inject
    JournalHealth(DurableJournal journal) {
        this(journal.spool(), journal::age, journal::trouble);
    }

    JournalHealth(Spool spool, Supplier<Duration> age, Supplier<Optional<String>> trouble) {
        this.spool = spool;
        this.age = age;
        this.trouble = trouble;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("journal")
                .up()
                .withData("en attente", spool.depth())
                .withData("depuis", age.get().toSeconds() + " s")
                .withData("mis de côté", spool.parked());
        trouble.get().ifPresent(why -> answer.withData("retenu par", "la base : " + why));
        if (spool.parked() > 0) {
            answer.down()
                    .withData(
                            "attention.mis de côté",
                            "événements que la base refuse, gardés sur le disque : " + spool.parked()
                                    + " ; lesquels et pourquoi : journalctl -u appui | grep 'is set aside'");
        }
        if (spool.fill() >= NEARLY_FULL) {
            answer.down()
                    .withData(
                            "attention.tampon",
                            "presque plein (%.0f %%) : remettre la base en marche ; au-delà, ce qui arrive est perdu, et les appels ne reviennent que des fichiers CEL"
                                    .formatted(spool.fill() * 100));
        }
        if (!spool.durable()) {
            answer.down()
                    .withData(
                            "attention.disque",
                            "le tampon ne s’écrit pas (appui.trace.spool) : ce qui attend n’est qu’en mémoire ; rendre la place et les droits au dossier, sans arrêter le service tant que des événements attendent");
        }
        return answer.build();
    }
}
