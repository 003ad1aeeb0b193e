package fr.appui.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.appui.sms.SmsGateway.Answer;
import fr.appui.sms.SmsGateway.Message;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Against a real HTTP server. */
class SmsGatewayTest {

    private static final Answer TAKEN = new Answer.Accepted(Optional.empty(), Optional.empty());
    private static final Message MESSAGE = new Message(
            "+33612345678", "Rappel demandé à 03 h 12 : \"voir\" la page & l’appel {to} {reference}", "ref-1");

    private final SmsServer server = new SmsServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theUsualGatewayTakesJson() throws Exception {
        assertThat(server.gateway(Map.of("auth-value", "Bearer s3cret")).send(MESSAGE))
                .isEqualTo(TAKEN);
        SmsServer.Got got = server.got().getFirst();
        assertThat(got.method()).isEqualTo("POST");
        assertThat(got.headers())
                .containsEntry("Content-type", "application/json")
                .containsEntry("Authorization", "Bearer s3cret");
        var json = new ObjectMapper().readTree(got.body());
        assertThat(json.get("to").asText()).isEqualTo("+33612345678");
        assertThat(json.get("text").asText()).isEqualTo(MESSAGE.text());
    }

    @Test
    void anotherTakesAFormWithOurReference() {
        server.gateway(Map.of(
                        "content-type", "application/x-www-form-urlencoded",
                        "body", "dest={to}&msg={text}&ref={reference}",
                        "auth-header", "X-Api-Key",
                        "auth-value", "k"))
                .send(MESSAGE);
        SmsServer.Got got = server.got().getFirst();
        assertThat(got.headers()).containsEntry("X-api-key", "k");
        assertThat(got.body())
                .startsWith("dest=%2B33612345678&msg=Rappel+demand%C3%A9")
                .contains("%7Bto%7D+%7Breference%7D")
                .endsWith("&ref=ref-1");
    }

    /** docs/fr/installation.md: a host whose machines reach the internet through it alone. */
    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void aGatewayIsReachedThroughTheHostsProxy() {
        var proxy = URI.create(server.url());
        System.setProperty("http.proxyHost", proxy.getHost());
        System.setProperty("http.proxyPort", Integer.toString(proxy.getPort()));
        try {
            var gateway = server.gateway(Map.of("url", "http://passerelle.invalid/sms"));
            assertThat(gateway.send(MESSAGE)).isEqualTo(TAKEN);
            assertThat(server.got().getFirst().address()).isEqualTo("http://passerelle.invalid/sms");
        } finally {
            System.clearProperty("http.proxyHost");
            System.clearProperty("http.proxyPort");
        }
    }

    @Test
    void yetAnotherTakesEverythingInTheAddress() {
        server.gateway(Map.of("method", "GET", "url", server.url() + "send?n={to}&t={text}"))
                .send(MESSAGE);
        SmsServer.Got got = server.got().getFirst();
        assertThat(got.method()).isEqualTo("GET");
        assertThat(got.address()).startsWith("/send?n=%2B33612345678&t=Rappel+");
        assertThat(got.body()).isEmpty();
    }

    @Test
    void theNameThatReceiptsWillSayIsInTheAnswer() {
        server.answers(201, "{\"sid\": \"SM42\", \"ids\": [7]}");
        assertThat(server.gateway(Map.of("answer-id", "/sid")).send(MESSAGE))
                .isEqualTo(new Answer.Accepted(Optional.of("SM42"), Optional.empty()));
        assertThat(server.gateway(Map.of("answer-id", "/ids/0")).send(MESSAGE))
                .isEqualTo(new Answer.Accepted(Optional.of("7"), Optional.empty()));
    }

    /** Sent again it would come every half hour, for twelve hours. */
    @Test
    void anAnswerWithoutThatNameIsTakenAndDoubted() {
        for (String answer : new String[] {"{\"invalidReceivers\": 1}", "busy", ""}) {
            server.answers(200, answer);
            assertThat(server.gateway(Map.of("answer-id", "/sid")).send(MESSAGE))
                    .isInstanceOfSatisfying(Answer.Accepted.class, taken -> {
                        assertThat(taken.id()).isEmpty();
                        assertThat(taken.doubt())
                                .hasValueSatisfying(doubt -> assertThat(doubt).contains("identifiant attendu"));
                    });
        }
    }

    @Test
    void aRefusalIsToldWithoutTheNumber() {
        server.answers(500, "");
        assertThat(server.gateway(Map.of()).send(MESSAGE))
                .isEqualTo(new Answer.Refused("la passerelle SMS répond 500"));
    }

    @Test
    void aGatewayThatIsAwayIsTold() {
        SmsGateway gateway = server.gateway(Map.of());
        server.close();
        assertThat(gateway.send(MESSAGE)).isEqualTo(new Answer.Refused("la passerelle SMS ne répond pas"));
    }

    @Test
    void oneThatIsSetWronglyIsTold() {
        assertThat(server.gateway(Map.of("url", "pas une adresse")).send(MESSAGE))
                .isEqualTo(new Answer.Refused("la passerelle SMS est mal réglée (appui.outreach.sms)"));
    }

    @Test
    void withoutAnAddressThereIsNoGateway() {
        var none = new SmsGateway(SmsServer.settings(Map.of()));
        assertThat(none.isConfigured()).isFalse();
        assertThat(none.send(MESSAGE)).isInstanceOf(Answer.Refused.class);
    }
}
