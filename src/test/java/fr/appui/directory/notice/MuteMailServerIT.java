package fr.appui.directory.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A mail server that takes connections and says nothing, and later finds its voice again; or that nobody reaches. */
@Execution(ExecutionMode.CONCURRENT)
class MuteMailServerIT {

    private static final int CONNECTIONS = 2;

    private final Vertx vertx = Vertx.vertx();
    private final List<Socket> taken = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private ServerSocket server;
    private volatile boolean speaks;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket caller = server.accept();
                    taken.add(caller);
                    Thread.ofVirtual().start(() -> serve(caller));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void eachTryLetsGoOfItsConnection() {
        ReactiveMailer reactive =
                reactive(new MailConfig("127.0.0.1", server.getLocalPort()).setMaxPoolSize(CONNECTIONS));
        var mailer = limited(reactive, Duration.ofMillis(400));
        for (int mail = 0; mail < 2 * CONNECTIONS + 1; mail++) {
            assertThatThrownBy(() -> mailer.send(Mail.withText("dr@exemple.fr", "muet", ".")))
                    .isInstanceOf(MailUnheard.class)
                    .hasMessageContaining("said nothing");
        }
        await("every connection was hung up")
                .until(() ->
                        taken.size() == 2 * CONNECTIONS + 1 && taken.stream().allMatch(Socket::isClosed));
        speaks = true;
        limited(reactive, TimeLimitedMailer.LONGEST_WAIT).send(Mail.withText("dr@exemple.fr", "entendu", "."));
        assertThat(mails).singleElement().asString().contains("Subject: entendu");
    }

    @Test
    void aServerThatIsNotReachedTookNothing() throws IOException {
        var waiting = new ArrayList<Socket>();
        try (var full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            while (connects(full, waiting)) {
                assertThat(waiting).as("a queue of one that takes everybody").hasSizeLessThan(50);
            }
            var mailer = limited(
                    reactive(new MailConfig("127.0.0.1", full.getLocalPort()).setConnectTimeout(6_000)),
                    Duration.ofSeconds(2)); // of which the event loop has as much to say whether it is connected
            assertThatThrownBy(() -> mailer.send(Mail.withText("dr@exemple.fr", "injoignable", ".")))
                    .isInstanceOf(IllegalStateException.class)
                    .isNotInstanceOf(MailUnheard.class);
        } finally {
            for (Socket one : waiting) {
                one.close();
            }
        }
    }

    private static boolean connects(ServerSocket full, List<Socket> waiting) throws IOException {
        var one = new Socket();
        waiting.add(one);
        try {
            one.connect(full.getLocalSocketAddress(), 300);
            return true;
        } catch (SocketTimeoutException queued) {
            return false;
        }
    }

    @Test
    void aServerThatDoesNotSpeakTheAgreedLanguageTookNothing() {
        speaks = true;
        var mailer = limited(
                reactive(new MailConfig("127.0.0.1", server.getLocalPort())
                        .setSsl(true)
                        .setTrustAll(true)),
                TimeLimitedMailer.LONGEST_WAIT);
        assertThatThrownBy(() -> mailer.send(Mail.withText("dr@exemple.fr", "en clair", ".")))
                .isInstanceOf(IllegalStateException.class)
                .isNotInstanceOf(MailUnheard.class);
        assertThat(mails).isEmpty();
    }

    private TimeLimitedMailer limited(ReactiveMailer reactive, Duration patience) {
        return new TimeLimitedMailer(
                reactive,
                vertx.getOrCreateContext(),
                Set.of(server.getLocalPort()),
                patience,
                TimeLimitedMailer.LONGEST_CONNECTING);
    }

    private ReactiveMailer reactive(MailConfig config) {
        MailClient client = MailClient.create(vertx, config.setKeepAlive(false));
        return mails -> Uni.createFrom()
                .completionStage(() -> client.sendMail(new MailMessage()
                                .setFrom("appui@exemple.fr")
                                .setTo(mails[0].getTo())
                                .setSubject(mails[0].getSubject())
                                .setText("."))
                        .toCompletionStage())
                .replaceWithVoid();
    }

    private void serve(Socket caller) {
        try (caller) {
            var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
            if (speaks) {
                talk(caller, in);
            } else {
                in.read(); // until they hang up
            }
        } catch (IOException gone) {
            // they did
        }
    }

    private void talk(Socket caller, BufferedReader in) throws IOException {
        say(caller, "220 exemple.fr ESMTP");
        var text = new StringBuilder();
        boolean inText = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (inText) {
                inText = !line.equals(".");
                text.append(line).append('\n');
                if (!inText) {
                    mails.add(text.toString());
                    say(caller, "250 taken");
                }
            } else if (line.startsWith("DATA")) {
                inText = true;
                say(caller, "354 go on");
            } else if (line.startsWith("QUIT")) {
                say(caller, "221 bye");
                return;
            } else {
                say(caller, "250 well");
            }
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        caller.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
