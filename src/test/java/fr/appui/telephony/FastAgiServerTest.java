package fr.appui.telephony;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import fr.appui.calls.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FastAgiServerTest {

    private final AtomicInteger questions = new AtomicInteger();
    private FastAgiServer server;
    private int port;

    @BeforeEach
    void aServer() throws IOException {
        port = Ports.tcp();
        server = new FastAgiServer("127.0.0.1", port, (request, channel) -> questions.incrementAndGet());
        server.start();
    }

    @AfterEach
    void noServer() {
        server.stop();
    }

    @Test
    void aQuestionIsReadToItsEnd() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            String question = "agi_network: yes\nagi_network_script: decide\nagi_request: agi://x/decide\nagi_arg_1: "
                    + "a".repeat(2_000) + "\n\n";
            socket.getOutputStream().write(question.getBytes(UTF_8));
            await().untilAtomic(questions, equalTo(1));
        }
    }

    /** Whatever else the switch is asked for, or waits to hear, is a round trip of the caller's. That it was delivered is known all the same. */
    @Test
    void theAnswerIsAllThatIsSent() throws IOException {
        server.answerBy((request, channel) -> {
            channel.setVariable("APPUI_ANSWER", "yes");
            questions.incrementAndGet();
        });
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(9_000);
            OutputStream out = socket.getOutputStream();
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            out.write("agi_network: yes\nagi_network_script: decide\nagi_request: agi://x/decide\n\n".getBytes(UTF_8));
            assertThat(in.readLine()).isEqualTo("SET VARIABLE \"APPUI_ANSWER\" \"yes\"");
            assertThat(in.readLine()).isNull();
            out.write("200 result=1\n".getBytes(UTF_8));
            await().untilAtomic(questions, equalTo(1));
        }
    }

    /** Who keeps the door answers, too: as many who say nothing as there are keepers, and more, keep nobody else waiting. */
    @Test
    void whoSaysNothingKeepsNobodyWaiting() throws IOException {
        try (var silent = new Parties()) {
            for (int i = 0; i < 10; i++) {
                silent.add(new Socket(InetAddress.getLoopbackAddress(), port));
            }
            aQuestionIsReadToItsEnd();
        }
    }

    private static final class Parties implements AutoCloseable {

        private final List<Socket> sockets = new ArrayList<>();

        void add(Socket socket) {
            sockets.add(socket);
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void aLineWithoutEndIsCut() throws IOException {
        assertThat(ended("agi_network: " + "a".repeat(5_000))).isTrue();
        assertThat(questions).hasValue(0);
    }

    @Test
    void aHeaderWithoutEndIsCut() throws IOException {
        assertThat(ended("agi_arg_1: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n".repeat(2_000)))
                .isTrue();
        assertThat(questions).hasValue(0);
    }

    /** Whether the server ended the connection; what it did not read resets it. */
    private boolean ended(String sent) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(9_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            try {
                out.write(sent.getBytes(UTF_8));
                out.flush();
                return in.read() < 0;
            } catch (java.net.SocketTimeoutException open) {
                return false;
            } catch (IOException reset) {
                return true;
            }
        }
    }
}
