package fr.appui.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.push.PushSender.Answer;
import fr.appui.push.PushSender.Shown;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Against a real HTTP server that opens what it gets with a browser's key. */
@ResourceLock("fr.appui.push.PushServer")
class PushSenderTest {

    private static final Shown SHOWN = new Shown(UUID.randomUUID(), "Vos astreintes – Oise", "/mes-astreintes");

    /** As long as one, and a point of no curve. */
    private static final String OFF_CURVE = offCurve();

    private final PushServer server = new PushServer();

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void theBrowserAndNobodyElseReadsWhatWasSent() {
        assertThat(sender(Map.of()).send(device("/lu"), SHOWN)).isInstanceOf(Answer.Accepted.class);
        PushServer.Got got = PushServer.got("/lu").getFirst();
        assertThat(got.message().path("id").asText()).isEqualTo(SHOWN.id().toString());
        assertThat(got.message().path("text").asText()).isEqualTo("Vos astreintes – Oise");
        assertThat(got.message().path("address").asText()).isEqualTo("/mes-astreintes");
        assertThat(got.headers())
                .containsEntry("content-encoding", "aes128gcm")
                .containsEntry("ttl", "43200")
                .containsEntry("urgency", "high");
    }

    @Test
    void aBrowserThatIsGoneIsToldFromOneThatIsNotTakenForNow() {
        PushServer.answer("/parti", 410);
        PushServer.answer("/inconnu", 404);
        PushServer.answer("/trop", 429);
        assertThat(sender(Map.of()).send(device("/parti"), SHOWN)).isInstanceOf(Answer.Gone.class);
        assertThat(sender(Map.of()).send(device("/inconnu"), SHOWN)).isInstanceOf(Answer.Gone.class);
        assertThat(sender(Map.of()).send(device("/trop"), SHOWN))
                .isEqualTo(new Answer.Refused("le service de notification répond 429"));
    }

    @Test
    void whatIsWrongWithOurKeysOrOneMessageEndsNoDevice() {
        for (int status : new int[] {401, 403}) {
            PushServer.answer("/autre-cle", status);
            assertThat(sender(Map.of()).send(device("/autre-cle"), SHOWN))
                    .isInstanceOfSatisfying(
                            Answer.Refused.class,
                            refused -> assertThat(refused.why())
                                    .contains("n’admet pas nos clés", "(" + status + ")", "appui.push"));
        }
        for (int status : new int[] {400, 413}) {
            PushServer.answer("/message", status);
            assertThat(sender(Map.of()).send(device("/message"), SHOWN)).isInstanceOf(Answer.Rejected.class);
        }
        Map<String, String> said = PushServer.subscription("/hors-courbe");
        var kept = new PushDevice(URI.create(said.get("adresse")), OFF_CURVE, said.get("secret"));
        assertThat(sender(Map.of()).send(kept, SHOWN)).isInstanceOf(Answer.Rejected.class);
    }

    @Test
    @Timeout(60)
    void anAnswerWithoutEndHoldsUpNobody() {
        PushServer.answerWithoutEnd("/sans-fin");
        assertThat(sender(Map.of()).send(device("/sans-fin"), SHOWN)).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void nobodySendsUsElsewhere() {
        PushServer.answer("/detour", 307);
        assertThat(sender(Map.of()).send(device("/detour"), SHOWN))
                .isEqualTo(new Answer.Refused("le service de notification répond 307"));
        assertThat(PushServer.got("/ailleurs")).isEmpty();
        assertThat(sender(Map.of("hosts", "fcm.googleapis.com")).send(device("/hors-liste"), SHOWN))
                .isInstanceOf(Answer.Refused.class);
        assertThat(PushServer.got("/hors-liste")).isEmpty();
    }

    @Test
    void aPushServiceThatIsAwayIsSaid() {
        PushDevice device = device("/absent");
        PushSender sender = sender(Map.of());
        server.stop();
        assertThat(sender.send(device, SHOWN))
                .isEqualTo(new Answer.Refused("le service de notification ne répond pas"));
        server.start();
    }

    @Test
    void onlyPushServicesOfTheListAreWrittenTo() {
        var hosts = new PushHosts(List.of("fcm.googleapis.com", "*.notify.windows.com"));
        assertThat(hosts.allow(URI.create("https://fcm.googleapis.com/fcm/send/a")))
                .isTrue();
        assertThat(hosts.allow(URI.create("https://db5.notify.windows.com/w/?token=a")))
                .isTrue();
        assertThat(hosts.allow(URI.create("https://notify.windows.com.evil.example/")))
                .isFalse();
        assertThat(hosts.allow(URI.create("https://evilnotify.windows.com/"))).isFalse();
        assertThat(hosts.allow(URI.create("http://fcm.googleapis.com/"))).isFalse();
        assertThat(hosts.allow(URI.create("https://fcm.googleapis.com:8443/"))).isFalse();
        assertThat(hosts.allow(URI.create("https://fcm.googleapis.com@127.0.0.1/")))
                .isFalse();
        assertThat(hosts.allow(URI.create("https://169.254.169.254/"))).isFalse();
    }

    @Test
    void withoutAPairOfKeysThereAreNoMessages() {
        assertThat(sender(Map.of()).publicKey()).isPresent();
        assertThat(sender(Map.of("private-key", "")).publicKey()).isEmpty();
        assertThat(sender(Map.of("private-key", "AAAA")).publicKey()).isEmpty();
        assertThat(sender(Map.of("private-key", "AAAA")).send(device("/sans"), SHOWN))
                .isInstanceOf(Answer.Refused.class);
    }

    @Test
    void whatNoBrowserSaysIsRefusedByItsField() {
        Map<String, String> said = PushServer.subscription("/a");
        assertThatThrownBy(() -> PushDevice.of(said.get("adresse"), "AAAA", said.get("secret")))
                .hasMessageStartingWith("cle : ");
        assertThatThrownBy(() -> PushDevice.of(said.get("adresse"), OFF_CURVE, said.get("secret")))
                .hasMessageStartingWith("cle : ")
                .hasMessageContaining("P-256");
        assertThatThrownBy(() -> PushDevice.of(said.get("adresse"), said.get("cle"), "é"))
                .hasMessageStartingWith("secret : ");
        assertThatThrownBy(() -> PushDevice.of("pas une adresse", said.get("cle"), said.get("secret")))
                .hasMessageStartingWith("adresse : ");
    }

    private static String offCurve() {
        var point = new byte[65];
        point[0] = 4;
        point[64] = 1;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(point);
    }

    private static PushDevice device(String path) {
        Map<String, String> said = PushServer.subscription(path);
        return PushDevice.of(said.get("adresse"), said.get("cle"), said.get("secret"));
    }

    private static PushSender sender(Map<String, String> other) {
        return PushServer.sender(other);
    }
}
