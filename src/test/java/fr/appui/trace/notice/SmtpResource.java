package fr.appui.trace.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.appui.calls.Ports;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real SMTP server over TLS on a free loopback port, for every Quarkus test of the run. */
@QuarkusTestResource(SmtpResource.class)
public final class SmtpResource implements QuarkusTestResourceLifecycleManager {

    private static final long LONGEST_START_MILLIS = 60_000;
    private static final int MOST_TRIES = 5;
    private static GreenMail server;

    static GreenMail server() {
        return server;
    }

    @Override
    public Map<String, String> start() {
        server = started(MOST_TRIES);
        return Map.of(
                "quarkus.mailer.mssante.host", "127.0.0.1",
                "quarkus.mailer.mssante.port", String.valueOf(server.getSmtps().getPort()),
                "appui.outcome.transmission.mailbox.\"HDF-OUTCOME\"", "appui@ch-exemple.mssante.fr",
                "appui.outcome.transmission.from", "ligne@ch-exemple.mssante.fr",
                "appui.outcome.transmission.every", "off",
                "appui.outcome.reminders-every", "off");
    }

    @Override
    public void stop() {
        server.stop();
    }

    /** On another port where somebody took the one that was free a moment ago. */
    private static GreenMail started(int tries) {
        GreenMail mail = new GreenMail(setup());
        try {
            mail.start();
            return mail;
        } catch (RuntimeException taken) {
            if (tries == 1) {
                throw taken;
            }
            return started(tries - 1);
        }
    }

    /** The port stays, so that a test may stop the server and start it again. */
    private static ServerSetup setup() {
        ServerSetup setup = new ServerSetup(Ports.tcp(), "127.0.0.1", ServerSetup.PROTOCOL_SMTPS);
        setup.setServerStartupTimeout(LONGEST_START_MILLIS);
        return setup;
    }
}
