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
class TimeLimitedMailers {

    /** Where a mail server answers when no port is set. */
    private static final Set<Integer> USUAL = Set.of(25, 465, 587);

    private final Context loop;
    private final Optional<Integer> port;
    private final Optional<Integer> securePort;

    TimeLimitedMailers(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.mailer.port") Optional<Integer> port,
            @ConfigProperty(name = "quarkus.mailer." + TimeLimited.SECURE + ".port") Optional<Integer> securePort) {
        this.loop = vertx.getOrCreateContext();
        this.port = port;
        this.securePort = securePort;
    }

    @Produces
    @TimeLimited
    @ApplicationScoped
    Mailer ordinary(ReactiveMailer mailer) {
        return limited(mailer, port);
    }

    @Produces
    @TimeLimited(TimeLimited.SECURE)
    @ApplicationScoped
    Mailer secure(@MailerName(TimeLimited.SECURE) ReactiveMailer mailer) {
        return limited(mailer, securePort);
    }

    private Mailer limited(ReactiveMailer mailer, Optional<Integer> port) {
        return new TimeLimitedMailer(
                mailer,
                loop,
                port.map(Set::of).orElse(USUAL),
                TimeLimitedMailer.LONGEST_WAIT,
                TimeLimitedMailer.LONGEST_CONNECTING);
    }
}
