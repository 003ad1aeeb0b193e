package fr.appui.directory.notice;

import io.quarkus.mailer.Mailer;
import io.quarkus.mailer.MailerName;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
class PatientMailers {

    /** Where a mail server answers when no port is set. */
    private static final Set<Integer> USUAL = Set.of(25, 465, 587);

    private final Context loop;
    private final Optional<Integer> port;
    private final Optional<Integer> securePort;

    PatientMailers(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.mailer.port") Optional<Integer> port,
            @ConfigProperty(name = "quarkus.mailer." + Patient.SECURE + ".port") Optional<Integer> securePort) {
        this.loop = vertx.getOrCreateContext();
        this.port = port;
        this.securePort = securePort;
    }

    @Produces
    @Patient
    @ApplicationScoped
    Mailer ordinary(ReactiveMailer mailer) {
        return new PatientMailer(mailer, loop, port.map(Set::of).orElse(USUAL), PatientMailer.PATIENCE);
    }

    @Produces
    @Patient(Patient.SECURE)
    @ApplicationScoped
    Mailer secure(@MailerName(Patient.SECURE) ReactiveMailer mailer) {
        return new PatientMailer(mailer, loop, securePort.map(Set::of).orElse(USUAL), PatientMailer.PATIENCE);
    }
}
