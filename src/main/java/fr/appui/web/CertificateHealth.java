package fr.appui.web;

import fr.appui.directory.notice.Believed;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * How long the certificate is good that people meet at the service's own address, asked every ten minutes at most; and those that the site
 * has in files, without which a trunk or the secure mail would fall silent one day.
 */
@Wellness
@ApplicationScoped
class CertificateHealth implements HealthCheck {

    static final Duration SOON = Duration.ofDays(21);

    private static final Duration BELIEVED = Duration.ofMinutes(10);
    private static final int PATIENCE_MS = 3_000;
    private static final int HTTPS = 443;

    private final Optional<URI> address;
    private final List<Path> files;
    private final Clock clock;

    /** Empty where none was seen. */
    private final Optional<Believed<Optional<Instant>>> met;

    CertificateHealth(WebSettings settings, Clock clock) {
        this.address = settings.address().filter(uri -> "https".equals(uri.getScheme()));
        this.files = settings.certificates().orElse(List.of());
        this.clock = clock;
        this.met = address.map(uri ->
                new Believed<>(() -> end(uri.getHost(), uri.getPort() < 0 ? HTTPS : uri.getPort()), BELIEVED, clock));
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("certificat").up();
        files.forEach(file -> tell(answer, file));
        if (address.isEmpty() || met.isEmpty()) {
            return answer.withData(
                            "attention",
                            "appui.web.address n’est pas une adresse https : l’y écrire, une fois le mandataire TLS devant")
                    .build();
        }
        answer.withData("adresse", address.get().toString());
        Optional<Instant> seen = met.get().get();
        seen.ifPresent(end -> answer.withData("fin", end.toString()));
        ending(seen, clock.instant()).ifPresent(attention -> answer.withData("attention", attention));
        return answer.build();
    }

    private void tell(HealthCheckResponseBuilder answer, Path file) {
        Optional<Instant> end = end(file);
        end.ifPresent(at -> answer.withData("fin." + file, at.toString()));
        Optional<String> attention = end.isEmpty()
                ? Optional.of("ne se lit pas : un fichier PEM, lisible du service")
                : ending(end, clock.instant());
        attention.ifPresent(what -> answer.withData("attention." + file, what));
    }

    /** The first end of a chain; empty where there is no certificate. */
    static Optional<Instant> end(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(certificate ->
                            ((X509Certificate) certificate).getNotAfter().toInstant())
                    .min(Comparator.naturalOrder());
        } catch (IOException | CertificateException unreadable) {
            return Optional.empty();
        }
    }

    /** In French; empty while it is good for long enough. */
    static Optional<String> ending(Optional<Instant> end, Instant now) {
        if (end.isEmpty()) {
            return Optional.of(
                    "aucun certificat reconnu à cette adresse : vérifier le mandataire, le nom et la chaîne ; une autorité propre à l’hôpital est à donner au JDK (docs/fr/connexion.md)");
        }
        long days = Duration.between(now, end.get()).toDays();
        return now.plus(SOON).isBefore(end.get())
                ? Optional.empty()
                : Optional.of(
                        end.get().isAfter(now)
                                ? "il finit dans " + days + " j : le renouveler"
                                : "il est fini : le renouveler");
    }

    private static Optional<Instant> end(String host, int port) {
        SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(host, port), PATIENCE_MS);
            plain.setSoTimeout(PATIENCE_MS);
            try (SSLSocket socket = (SSLSocket) tls.createSocket(plain, host, port, true)) {
                socket.startHandshake();
                Certificate shown = socket.getSession().getPeerCertificates()[0];
                return shown instanceof X509Certificate x509
                        ? Optional.of(x509.getNotAfter().toInstant())
                        : Optional.empty();
            }
        } catch (IOException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }
}
