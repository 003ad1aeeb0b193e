package fr.appui.outreach.notice;

import fr.appui.directory.notice.ServerProbe;
import fr.appui.sms.SmsSettings;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the gateway for text messages answers, where there is one. */
@Wellness
@ApplicationScoped
class SmsHealth implements HealthCheck {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final Optional<ServerProbe> gateway;

    SmsHealth(SmsSettings settings, Clock clock) {
        this.gateway = settings.url().map(url -> probe(url, clock));
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("SMS")
                .up()
                .withData(
                        "passerelle",
                        gateway.map(ServerProbe::address).orElse("aucune : les alertes partent par courrier"));
        gateway.flatMap(ServerProbe::trouble).ifPresent(trouble -> answer.withData("attention", trouble));
        return answer.build();
    }

    /** The address up to its first placeholder: what follows is written for each message. */
    static ServerProbe probe(String url, Clock clock) {
        URI address = URI.create(url.replaceFirst("[?{].*$", ""));
        int port = address.getPort() >= 0 ? address.getPort() : "http".equals(address.getScheme()) ? HTTP : HTTPS;
        return new ServerProbe(Optional.ofNullable(address.getHost()).orElse(url), port, clock);
    }
}
