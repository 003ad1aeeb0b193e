package fr.appui.planning.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A real SMTP server on a free loopback port. Timers are off: a test relays and looks when it says so. */
@QuarkusTestResource(MailServer.class)
public final class MailServer implements QuarkusTestResourceLifecycleManager {

    private static final GreenMail SERVER = new GreenMail(patient(ServerSetup.PROTOCOL_SMTP));
    private static int port;

    @Override
    public Map<String, String> start() {
        SERVER.start();
        port = SERVER.getSmtp().getPort();
        return Map.of(
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", String.valueOf(port),
                "appui.planning.notices-every", "off",
                "appui.indicators.diffusion-every", "off",
                "appui.planning.alerts-every", "off");
    }

    @Override
    public void stop() {
        SERVER.stop();
    }

    /** On a free loopback port. The library's two seconds to start are short on a machine under load. */
    public static ServerSetup patient(String protocol) {
        var setup = new ServerSetup(0, "127.0.0.1", protocol);
        setup.setServerStartupTimeout(60_000);
        return setup;
    }

    /** What arrived for an address. */
    public static List<MimeMessage> inbox(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(message -> isFor(message, address))
                .toList();
    }

    private static boolean isFor(MimeMessage message, String address) {
        try {
            return Arrays.stream(message.getAllRecipients())
                    .anyMatch(recipient -> recipient.toString().equals(address));
        } catch (jakarta.mail.MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
