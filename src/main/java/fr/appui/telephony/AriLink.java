package fr.appui.telephony;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** One Asterisk's REST interface, of which the service needs one thing: to begin a channel in the dialplan. */
final class AriLink {

    /** Beyond any ring and whisper of the dialplan, which ends them itself. */
    private static final int LONGEST_RING_SECONDS = 180;

    private final String name;
    private final TelephonySettings.Ari settings;
    private final ObjectMapper json;
    private final HttpClient http;

    AriLink(String name, TelephonySettings.Ari settings, ObjectMapper json) {
        this.name = name;
        this.settings = settings;
        this.json = json;
        this.http = HttpClient.newBuilder().connectTimeout(settings.patience()).build();
    }

    /** @param context in which the call is made; @param then in which it goes on once somebody accepted */
    record Origination(String context, String then, Map<String, String> variables) {}

    sealed interface Answer {
        record Begun() implements Answer {}

        /** Certainly not begun. @param why in French */
        record Unreachable(String why) implements Answer {}

        /** Not begun, or so it seems. @param why in French */
        record Refused(String why) implements Answer {}
    }

    String name() {
        return name;
    }

    boolean isConfigured() {
        return settings.password().isPresent();
    }

    Answer originate(Origination origination) {
        try {
            HttpResponse<String> response = http.send(request(origination), BodyHandlers.ofString());
            return response.statusCode() == 200
                    ? new Answer.Begun()
                    : new Answer.Refused("le commutateur « " + name + " » répond " + response.statusCode());
        } catch (ConnectException | HttpConnectTimeoutException absent) {
            return new Answer.Unreachable("le commutateur « " + name + " » ne répond pas (ARI)");
        } catch (IOException late) {
            return new Answer.Refused("le commutateur « " + name + " » n’a pas répondu à temps (ARI)");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Answer.Refused("arrêt du service");
        }
    }

    /** What the switch tells under this address. */
    JsonNode get(String address) throws IOException {
        try {
            HttpResponse<String> response = http.send(to(address).GET().build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("ARI : " + response.statusCode());
            }
            return json.readTree(response.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private HttpRequest.Builder to(String address) {
        String account = settings.user() + ":" + settings.password().orElse("");
        return HttpRequest.newBuilder(URI.create("http://" + settings.host() + ":" + settings.port() + address))
                .timeout(settings.patience())
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(account.getBytes(UTF_8)));
    }

    private HttpRequest request(Origination origination) throws JsonProcessingException {
        Map<String, String> query = Map.of(
                "endpoint",
                "Local/s@" + origination.context() + "/n",
                "context",
                origination.then(),
                "extension",
                "s",
                "priority",
                "1",
                "formats",
                "alaw",
                "timeout",
                Integer.toString(LONGEST_RING_SECONDS));
        String address = query.entrySet().stream()
                .map(part -> part.getKey() + "=" + URLEncoder.encode(part.getValue(), UTF_8))
                .collect(Collectors.joining("&", "/ari/channels?", ""));
        return to(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.writeValueAsString(Map.of("variables", origination.variables()))))
                .build();
    }
}
