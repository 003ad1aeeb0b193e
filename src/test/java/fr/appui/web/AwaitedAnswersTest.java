package fr.appui.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that ends what is idle after a fifth of a second; each reader waits for its end. */
class AwaitedAnswersTest {

    private static final Duration IDLE = Duration.ofMillis(200);

    private final Vertx vertx = Vertx.vertx();
    private HttpServer server;

    @BeforeEach
    void serverOfShortPatience() {
        Router router = Router.router(vertx);
        router.route().handler(AwaitedAnswers::await);
        router.get("/at-once").handler(context -> context.end("here"));
        router.get("/later").handler(context -> vertx.setTimer(IDLE.toMillis() * 4, made -> context.end("here")));
        router.get("/begun").handler(AwaitedAnswersTest::begin);
        router.get("/never").handler(context -> {});
        var options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(0)
                .setIdleTimeout((int) IDLE.toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
        server = vertx.createHttpServer(options)
                .requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void end() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void anAnswerThatIsStillBeingMadeArrivesAndTheConnectionEndsOnceNothingHappens() throws IOException {
        assertThat(allThatComes("/later")).startsWith("HTTP/1.1 200").endsWith("here");
    }

    @Test
    void soDoesOneThatFollowsAnotherOnItsConnection() throws IOException {
        assertThat(allThatComes("/at-once", "/later", "/later")).containsPattern("(?s)(HTTP/1.1 200.*?here){3}");
    }

    @Test
    void whoSaysNothingIsNotWaitedFor() throws IOException {
        assertThat(allThatComes()).isEmpty();
    }

    @Test
    void anAnswerThatHasBegunAndStopsIsNotWaitedFor() throws IOException {
        assertThat(allThatComes("/begun")).contains("half").doesNotContain("\r\n0\r\n");
    }

    @Test
    void oneThatNeverComesIsNotWaitedForForEver() throws IOException {
        assertThat(allThatComes("/never")).isEmpty();
    }

    @Test
    void theProxyInFrontWaitsAsLong() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/application.properties")))
                .contains("\nquarkus.http.idle-timeout=60s\n");
        assertThat(Files.readString(Path.of("deploy/nginx-appui.conf")))
                .contains("proxy_read_timeout " + 60 * AwaitedAnswers.MOST + "s;");
    }

    private static void begin(RoutingContext context) {
        context.response().setChunked(true).write("half");
    }

    private String allThatComes(String... asked) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
            socket.setSoTimeout(60_000);
            for (String path : asked) {
                socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: here\r\n\r\n").getBytes(US_ASCII));
            }
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
