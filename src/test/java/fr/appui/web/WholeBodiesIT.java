package fr.appui.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Forms whose end never comes. */
@QuarkusTest
class WholeBodiesIT {

    private static final int MORE_THAN_THREADS = 230;

    @TestHTTPResource("/connexion")
    URI signIn;

    @Test
    void halfSentFormsStopNoPage() throws Exception {
        List<Socket> halves = new ArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int at = 0; at < MORE_THAN_THREADS; at++) {
                halves.add(half());
            }
            var page = HttpRequest.newBuilder(signIn).GET().build();
            assertThat(client.send(page, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(200);
            assertThat(statusOf(halves.getLast()))
                    .as("an address has a few on the way at once")
                    .contains(" 429 ");
        } finally {
            for (Socket half : halves) {
                half.close();
            }
        }
        try (Socket whole = half()) {
            whole.getOutputStream().write("x".repeat(90).getBytes(StandardCharsets.US_ASCII));
            assertThat(statusOf(whole)).doesNotContain(" 429 ").doesNotContain(" 408 ");
        }
    }

    private Socket half() throws IOException {
        var socket = new Socket(signIn.getHost(), signIn.getPort());
        String head = "POST /connexion HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nlogin=abcd";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String statusOf(Socket socket) throws IOException {
        InputStream answer = socket.getInputStream();
        byte[] line = answer.readNBytes(32);
        return new String(line, StandardCharsets.US_ASCII);
    }
}
