package fr.appui.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A real mail server and a real HTTP gateway for text messages, and what they received. */
final class Inbox implements AutoCloseable {

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final HttpServer gateway;
    private final List<String> messages = new CopyOnWriteArrayList<>();

    Inbox() throws IOException {
        mail.start();
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            messages.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            exchange.sendResponseHeaders(202, -1);
            exchange.close();
        });
        gateway.start();
    }

    Map<String, String> settings() {
        return Map.of(
                "quarkus.mailer.host",
                "127.0.0.1",
                "quarkus.mailer.port",
                Integer.toString(mail.getSmtp().getPort()),
                "quarkus.mailer.from",
                "appui@example.org",
                "appui.outreach.sms.url",
                "http://127.0.0.1:" + gateway.getAddress().getPort() + "/");
    }

    /** Bodies of the text messages sent to this number. */
    List<String> smsTo(String e164) {
        return messages.stream()
                .filter(message -> message.contains("\"to\":\"" + e164 + "\""))
                .toList();
    }

    /** Texts of the mails sent to this address. */
    List<String> mailTo(String address) {
        return Stream.of(mail.getReceivedMessages())
                .filter(message -> GreenMailUtil.getHeaders(message).contains(address))
                .map(Inbox::text)
                .toList();
    }

    /** As it is read, not as it travels. */
    private static String text(MimeMessage message) {
        try {
            return message.getContent().toString();
        } catch (IOException | MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Override
    public void close() {
        mail.stop();
        gateway.stop(0);
    }
}
