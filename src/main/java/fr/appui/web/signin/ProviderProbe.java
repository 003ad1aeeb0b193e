package fr.appui.web.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.appui.directory.notice.Believed;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Whether people could be sent to the provider, and what it signs be believed: its description, its clock, its keys. */
final class ProviderProbe {

    static final Duration BELIEVED = Duration.ofSeconds(30);
    /** What a provider signs holds for a minute at least; the header tells whole seconds. */
    static final Duration MOST = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int OK = 200;
    private static final String KEYS = "jwks_uri";

    private final HttpClient http;
    private final URI description;
    private final Optional<String> algorithm;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();
    private final Believed<Optional<String>> trouble;

    /** What keeps the provider from being of use, in French. */
    private static final class Trouble extends Exception {
        private static final long serialVersionUID = 1L;

        private final String sentence;

        Trouble(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }
    }

    private record Answer(JsonNode said, Optional<Instant> date) {}

    /**
     * @param http as the service itself would reach the provider
     * @param algorithm by which it must sign; empty: any
     */
    ProviderProbe(HttpClient http, URI description, Optional<String> algorithm, Clock clock) {
        this.http = http;
        this.description = description;
        this.algorithm = algorithm;
        this.clock = clock;
        this.trouble = new Believed<>(this::look, BELIEVED, clock);
    }

    /** In French, with what to do; empty where it is as it should be. */
    Optional<String> trouble() {
        return trouble.get();
    }

    private Optional<String> look() {
        try {
            Answer described = ask(description, "quarkus.oidc.auth-server-url");
            for (String needed : new String[] {"issuer", "authorization_endpoint", "token_endpoint", KEYS}) {
                if (described.said().path(needed).asText().isEmpty()) {
                    throw new Trouble(description + " ne décrit pas un fournisseur (« " + needed
                            + " » manque) : vérifier quarkus.oidc.auth-server-url");
                }
            }
            URI keys = URI.create(described.said().path(KEYS).asText());
            if (!signs(ask(keys, "le fournisseur").said())) {
                throw new Trouble(keys + " n’a pas de clé pour vérifier ce qu’il signe"
                        + algorithm.map(name -> " en " + name).orElse("")
                        + " : vérifier quarkus.oidc.token.signature-algorithm et le fournisseur");
            }
            return described.date().flatMap(this::apart);
        } catch (Trouble found) {
            return Optional.of(found.sentence);
        } catch (IllegalArgumentException noAddress) {
            return Optional.of(
                    description + " donne pour ses clés une adresse qui n’en est pas une : voir le fournisseur");
        }
    }

    private Answer ask(URI what, String remedy) throws Trouble {
        var asked = http.sendAsync(HttpRequest.newBuilder(what).build(), BodyHandlers.ofString());
        try {
            HttpResponse<String> answer = asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != OK) {
                throw new Trouble(what + " répond " + answer.statusCode() + " : vérifier " + remedy);
            }
            return new Answer(
                    json.readTree(answer.body()),
                    answer.headers().firstValue("Date").flatMap(ProviderProbe::date));
        } catch (JsonProcessingException foreign) {
            throw new Trouble(what + " répond autre chose qu’un fournisseur d’identité : vérifier " + remedy);
        } catch (ExecutionException failed) {
            throw new Trouble(what + away(failed.getCause()));
        } catch (TimeoutException late) {
            throw new Trouble(what + away(late));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new Trouble(what + away(ended));
        } finally {
            asked.cancel(true);
        }
    }

    private static String away(@Nullable Throwable why) {
        return why instanceof SSLException
                ? " : certificat non reconnu ; une autorité propre à l’hôpital est à donner au JDK (docs/fr/connexion.md)"
                : " ne répond pas : vérifier l’adresse (quarkus.oidc.auth-server-url), le pare-feu, le proxy et le fournisseur";
    }

    private boolean signs(JsonNode keys) {
        return StreamSupport.stream(keys.path("keys").spliterator(), false)
                .filter(key -> "sig".equals(key.path("use").asText("sig")))
                .anyMatch(key -> algorithm
                        .map(name -> name.equals(key.path("alg").asText(name)))
                        .orElse(true));
    }

    private Optional<String> apart(Instant its) {
        Duration apart = Duration.between(its, clock.instant()).abs();
        return apart.compareTo(MOST) <= 0
                ? Optional.empty()
                : Optional.of(
                        "son horloge et celle de ce nœud diffèrent de " + apart.toSeconds()
                                + " s, et ce qu’il signe ne vaut qu’un moment : les mettre à l’heure (systemd-timesyncd ou chrony)");
    }

    private static Optional<Instant> date(String header) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
