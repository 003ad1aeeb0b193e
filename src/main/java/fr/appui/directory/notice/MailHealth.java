package fr.appui.directory.notice;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Whether both mail servers, the ordinary one and that of secure health mail, are set and answer. What waits for them is sent later. */
@Wellness
@ApplicationScoped
class MailHealth implements HealthCheck {

    private static final int USUAL_PORT = 25;
    /** Whatever a site writes, in a file or the environment, comes from a source that goes before; Quarkus' « localhost » does not. */
    private static final int OF_DEFAULTS = 0;

    private final Config config;
    private final ServerProbe ordinary;
    private final ServerProbe secure;

    MailHealth(Config config, Clock clock) {
        this.config = config;
        this.ordinary = probe("quarkus.mailer", clock);
        this.secure = probe("quarkus.mailer." + TimeLimited.SECURE, clock);
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("messagerie").up();
        tell(answer, "courrier", ordinary, "quarkus.mailer", "aucun avis ni rappel ne part");
        tell(
                answer,
                "mssanté",
                secure,
                "quarkus.mailer." + TimeLimited.SECURE,
                "aucune fiche n’est transmise (docs/secure-mail.md)");
        return answer.build();
    }

    /** Quarkus sets « localhost » where nobody else does. */
    private ServerProbe probe(String prefix, Clock clock) {
        return new ServerProbe(
                config.getOptionalValue(prefix + ".host", String.class).orElse("localhost"),
                config.getOptionalValue(prefix + ".port", Integer.class).orElse(USUAL_PORT),
                clock);
    }

    private void tell(
            HealthCheckResponseBuilder answer, String name, ServerProbe server, String prefix, String consequence) {
        boolean isSet = config.getConfigValue(prefix + ".host").getSourceOrdinal() > OF_DEFAULTS;
        answer.withData(name, server.address());
        server.trouble()
                .map(trouble -> isSet ? trouble : prefix + ".host n’est pas réglé")
                .ifPresent(trouble -> answer.withData("attention." + name, trouble + " : " + consequence));
    }
}
