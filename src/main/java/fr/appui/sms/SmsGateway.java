package fr.appui.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Through whatever HTTP gateway the site has. Its answer's status tells whether it took the message; that it arrived, only a receipt. */
@ApplicationScoped
public class SmsGateway {

    private static final Pattern PLACE = Pattern.compile("\\{(to|text|reference)}");
    private static final int LONGEST_ID = 100;
    private static final String WITHOUT_ID =
            "la réponse de la passerelle SMS n’a pas l’identifiant attendu (appui.outreach.sms.answer-id)";
    private static final Logger LOG = Logger.getLogger(SmsGateway.class);

    private final SmsSettings settings;
    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper();
    private final AtomicBoolean doubtTold = new AtomicBoolean();

    SmsGateway(SmsSettings settings) {
        this.settings = settings;
        this.http = HttpClient.newBuilder().connectTimeout(settings.patience()).build();
    }

    /** @param to in E.164 @param reference our own name of the message, unguessable */
    public record Message(String to, String text, String reference) {

        public Message {
            text = SmsText.inItsAlphabet(text);
        }
    }

    public sealed interface Answer {
        /**
         * The gateway has it: it is not sent a second time.
         *
         * @param id how its receipts name it, where that is not our reference
         * @param doubt in French, where its answer is not what the settings say
         */
        record Accepted(Optional<String> id, Optional<String> doubt) implements Answer {}

        /** For now or for good. @param why in French, without the number */
        record Refused(String why) implements Answer {}
    }

    public boolean isConfigured() {
        return settings.url().isPresent();
    }

    /** What {@link #send} never exceeds. */
    public Duration longestSend() {
        return settings.patience().multipliedBy(2);
    }

    /** Bounded in time: an answer that never ends is none. */
    public Answer send(Message message) {
        HttpRequest request;
        try {
            request = request(message);
        } catch (IllegalArgumentException unusable) {
            return new Answer.Refused(
                    isConfigured()
                            ? "la passerelle SMS est mal réglée (appui.outreach.sms)"
                            : "aucune passerelle SMS n’est réglée");
        }
        var asked = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return answer(asked.get(longestSend().toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException away) {
            asked.cancel(true);
            return new Answer.Refused("la passerelle SMS ne répond pas");
        } catch (InterruptedException interrupted) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.Refused("envoi interrompu");
        }
    }

    private Answer answer(HttpResponse<byte[]> response) {
        if (response.statusCode() / 100 != 2) {
            return new Answer.Refused("la passerelle SMS répond " + response.statusCode());
        }
        if (settings.answerId().isEmpty()) {
            return new Answer.Accepted(Optional.empty(), Optional.empty());
        }
        try {
            String id =
                    json.readTree(response.body()).at(settings.answerId().get()).asText();
            if (id.isEmpty() || id.length() > LONGEST_ID) {
                return withoutId();
            }
            doubtTold.set(false);
            return new Answer.Accepted(Optional.of(id), Optional.empty());
        } catch (IOException | IllegalArgumentException unreadable) {
            return withoutId();
        }
    }

    /** Whether such a message left is not known. One that comes every half hour is worse than one that did not come. */
    private Answer withoutId() {
        if (!doubtTold.getAndSet(true)) {
            LOG.warn("the SMS gateway answers 2xx without the name that appui.outreach.sms.answer-id points at");
        }
        return new Answer.Accepted(Optional.empty(), Optional.of(WITHOUT_ID));
    }

    private HttpRequest request(Message message) {
        String url = settings.url().orElseThrow(IllegalArgumentException::new);
        boolean hasBody = !settings.method().equals("GET");
        var request = HttpRequest.newBuilder(URI.create(fill(url, message, SmsGateway::inAddress)))
                .timeout(settings.patience())
                .method(
                        settings.method(),
                        hasBody
                                ? BodyPublishers.ofString(fill(settings.body(), message, this::inBody))
                                : BodyPublishers.noBody());
        if (hasBody) {
            request.header("Content-Type", settings.contentType());
        }
        settings.authValue().ifPresent(value -> request.header(settings.authHeader(), value));
        return request.build();
    }

    /** In one pass: a message that speaks of {@code {to}} stays as it is. */
    private static String fill(String template, Message message, UnaryOperator<String> write) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(write.apply(
                        switch (place.group(1)) {
                            case "to" -> message.to();
                            case "text" -> message.text();
                            default -> message.reference();
                        })));
    }

    private String inBody(String value) {
        return settings.contentType().startsWith("application/x-www-form-urlencoded")
                ? inAddress(value)
                : new String(JsonStringEncoder.getInstance().quoteAsString(value));
    }

    private static String inAddress(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
