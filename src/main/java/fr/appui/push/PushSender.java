package fr.appui.push;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.interaso.webpush.VapidKeys;
import com.interaso.webpush.WebPush;
import com.interaso.webpush.WebPush.Urgency;
import fr.appui.french.WholeCharacters;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** Writes to devices. One POST a message, to a host from the list, that follows no redirect and waits for a bounded time. */
@ApplicationScoped
public class PushSender {

    private static final Logger LOG = Logger.getLogger(PushSender.class);
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TOO_LARGE = 413;

    /** RFC 8292 wants one; Apple's service answers 403 to a host without a dot. */
    private static final String CONTACT = "mailto:[^@\\s]+@[^@\\s]+\\.[^@\\s.]+|https://[^/\\s]+\\.[^/\\s.]+.*";

    /** What push services take is 4 096 bytes, sealed (RFC 8291). */
    private static final int LONGEST_TEXT = 400;

    private final PushSettings settings;
    private final PushHosts hosts;
    private final Optional<WebPush> keys;
    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper();

    PushSender(PushSettings settings) {
        this.settings = settings;
        this.hosts = new PushHosts(settings.hosts());
        this.keys = keys(settings);
        this.http = HttpClient.newBuilder()
                .connectTimeout(settings.patience())
                .followRedirects(Redirect.NEVER)
                .build();
    }

    /**
     * What a device shows.
     *
     * @param id names it in the device's receipt; shown again, it replaces the first
     * @param text a line that holds no number and nothing of a patient or caller: it stands on a locked screen
     * @param address of ours, that a tap opens
     */
    public record Shown(UUID id, String text, String address) {}

    public sealed interface Answer {
        /** The push service has it; whether the device showed it, the device says. */
        record Accepted() implements Answer {}

        /**
         * The push service says that it has no such browser (404, 410: RFC 8030), and nobody else's word ends a device: what is
         * wrong with our keys, our contact or one message is ours to mend. @param why in French
         */
        record Gone(String why) implements Answer {}

        /** This message will never be taken; another may. @param why in French */
        record Rejected(String why) implements Answer {}

        /** Not for now, and likely not for another device of the same push service. @param why in French */
        record Refused(String why) implements Answer {}
    }

    /** What a browser subscribes with; empty where this installation sends none. */
    public Optional<String> publicKey() {
        return keys.flatMap(known -> settings.publicKey());
    }

    /** Whether messages may go there at all. */
    public boolean reaches(PushDevice device) {
        return hosts.allow(device.endpoint());
    }

    /** What {@link #send} never exceeds. */
    public Duration longestSend() {
        return settings.patience().multipliedBy(2);
    }

    public Answer send(PushDevice device, Shown shown) {
        if (keys.isEmpty()) {
            return new Answer.Refused("les notifications ne sont pas réglées (appui.push)");
        }
        if (!reaches(device)) {
            return new Answer.Refused("le service de notification n’est pas dans la liste (appui.push.hosts)");
        }
        HttpRequest request;
        try {
            request = request(device, shown, keys.get());
        } catch (IOException unusable) {
            return new Answer.Rejected(
                    "ce message n’a pas pu être scellé pour cet appareil ; y redemander les notifications");
        }
        var asked = http.sendAsync(request, BodyHandlers.ofInputStream());
        try {
            HttpResponse<InputStream> response = asked.get(longestSend().toMillis(), TimeUnit.MILLISECONDS);
            try (var unread = response.body()) { // which may never end
                return answer(response.statusCode());
            }
        } catch (IOException | ExecutionException | TimeoutException away) {
            asked.cancel(true);
            return new Answer.Refused("le service de notification ne répond pas");
        } catch (InterruptedException interrupted) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.Refused("envoi interrompu");
        }
    }

    private static Answer answer(int status) {
        return switch (status) {
            case NOT_FOUND, GONE -> new Answer.Gone("ce navigateur n’existe plus");
            case UNAUTHORIZED, FORBIDDEN ->
                new Answer.Refused(
                        "le service de notification n’admet pas nos clés ou notre adresse de contact (" + status
                                + ") : les vérifier (appui.push) ; si elles ont changé, redemander les notifications sur l’appareil");
            case BAD_REQUEST, TOO_LARGE ->
                new Answer.Rejected("le service de notification rejette ce message (" + status + ")");
            default ->
                status / 100 == 2
                        ? new Answer.Accepted()
                        : new Answer.Refused("le service de notification répond " + status);
        };
    }

    private HttpRequest request(PushDevice device, Shown shown, WebPush keys) throws IOException {
        int seconds = Math.toIntExact(settings.useful().toSeconds());
        var request = HttpRequest.newBuilder(device.endpoint())
                .timeout(settings.patience())
                .POST(BodyPublishers.ofByteArray(sealed(device, shown, keys)));
        keys.getHeaders(device.endpoint().toString(), seconds, null, Urgency.High)
                .forEach(request::header);
        return request.build();
    }

    private byte[] sealed(PushDevice device, Shown shown, WebPush keys) throws IOException {
        byte[] plain = json.writeValueAsBytes(
                new Shown(shown.id(), WholeCharacters.first(LONGEST_TEXT, shown.text()), shown.address()));
        try {
            return keys.getBody(plain, device.keyBytes(), device.secretBytes());
        } catch (Exception unusable) { // Kotlin throws checked ones without saying so
            throw new IOException("the device's key is none", unusable);
        }
    }

    /** Keys that are none must not keep a node from answering calls: there are no messages, and the log says why. */
    private static Optional<WebPush> keys(PushSettings settings) {
        if (settings.publicKey().isEmpty() && settings.privateKey().isEmpty()) {
            return Optional.empty();
        }
        if (!settings.contact().matches(CONTACT)) {
            LOG.warn(
                    "appui.push.contact names nobody who can be written to (mailto:name@hospital.example): some push services"
                            + " refuse every message for that");
        }
        try {
            return Optional.of(new WebPush(
                    settings.contact(),
                    VapidKeys.fromUncompressedBytes(
                            settings.publicKey().orElse(""),
                            settings.privateKey().orElse(""))));
        } catch (Exception unusable) { // Kotlin throws checked ones without saying so
            LOG.error("appui.push.public-key and appui.push.private-key are no pair: no device gets messages");
            return Optional.empty();
        }
    }
}
