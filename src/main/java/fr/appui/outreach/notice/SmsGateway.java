package fr.appui.outreach.notice;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import fr.appui.outreach.Alert;
import fr.appui.outreach.Messenger;
import fr.appui.outreach.OutreachSettings;
import fr.appui.trace.AlertChannel;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.function.UnaryOperator;

/** By text message, through whatever HTTP gateway the site has. Its answer's status tells whether it took the message. */
@ApplicationScoped
class SmsGateway implements Messenger {

    private final OutreachSettings.Sms settings;
    private final HttpClient http;

    SmsGateway(OutreachSettings settings) {
        this.settings = settings.sms();
        this.http =
                HttpClient.newBuilder().connectTimeout(this.settings.patience()).build();
    }

    @Override
    public AlertChannel channel() {
        return AlertChannel.SMS;
    }

    @Override
    public boolean isConfigured() {
        return settings.url().isPresent();
    }

    @Override
    public void send(String to, Alert.Content content) throws NotSent {
        try {
            int status = http.send(request(to, content.text()), BodyHandlers.discarding())
                    .statusCode();
            if (status / 100 != 2) {
                throw new NotSent("la passerelle SMS répond " + status);
            }
        } catch (IOException away) {
            throw new NotSent("la passerelle SMS ne répond pas", away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotSent("envoi interrompu", interrupted);
        } catch (IllegalArgumentException unusable) {
            throw new NotSent("la passerelle SMS est mal réglée (appui.outreach.sms)", unusable);
        }
    }

    private HttpRequest request(String to, String text) throws NotSent {
        String url = settings.url().orElseThrow(() -> new NotSent("aucune passerelle SMS n'est réglée"));
        boolean hasBody = !settings.method().equals("GET");
        var request = HttpRequest.newBuilder(URI.create(fill(url, to, text, SmsGateway::inAddress)))
                .timeout(settings.patience())
                .method(
                        settings.method(),
                        hasBody
                                ? BodyPublishers.ofString(fill(settings.body(), to, text, this::inBody))
                                : BodyPublishers.noBody());
        if (hasBody) {
            request.header("Content-Type", settings.contentType());
        }
        settings.authValue().ifPresent(value -> request.header(settings.authHeader(), value));
        return request.build();
    }

    /** The number first: a message that speaks of {@code {to}} stays as it is. */
    private static String fill(String template, String to, String text, UnaryOperator<String> write) {
        String[] around = template.split("\\{text}", -1);
        for (int i = 0; i < around.length; i++) {
            around[i] = around[i].replace("{to}", write.apply(to));
        }
        return String.join(write.apply(text), around);
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
