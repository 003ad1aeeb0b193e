package fr.appui.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway on loopback that takes what is sent and answers as it is told. */
public final class SmsServer implements AutoCloseable {

    private final HttpServer server;
    private final List<Got> got = new CopyOnWriteArrayList<>();
    private volatile int status = 202;
    private volatile String answer = "";

    /** @param headers the first of each */
    public record Got(String method, String address, String body, Map<String, String> headers) {}

    public SmsServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        server.createContext("/", exchange -> {
            var headers = new HashMap<String, String>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            got.add(new Got(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8),
                    headers));
            byte[] body = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    public void answers(int code, String body) {
        status = code;
        answer = body;
    }

    public List<Got> got() {
        return List.copyOf(got);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** @param other beside the address, by their names under {@code appui.outreach.sms} */
    public SmsGateway gateway(Map<String, String> other) {
        var all = new HashMap<>(Map.of("url", url()));
        all.putAll(other);
        return new SmsGateway(settings(all));
    }

    public static SmsReceipts receipts(Map<String, String> settings) {
        return new SmsReceipts(settings(settings));
    }

    public static SmsSettings settings(Map<String, String> sms) {
        var builder = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(SmsSettings.class);
        sms.forEach((name, value) -> builder.withDefaultValue("appui.outreach.sms." + name, value));
        return builder.build().getConfigMapping(SmsSettings.class);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
