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
    static final GreenMail SERVER = new GreenMail(setup());

    @Override
    public Map<String, String> start() {
        SERVER.start();
        return Map.of(
                "quarkus.mailer.mssante.host", "127.0.0.1",
                "quarkus.mailer.mssante.port", String.valueOf(SERVER.getSmtps().getPort()),
                "appui.outcome.transmission.mailbox.\"HDF-OUTCOME\"", "appui@ch-exemple.mssante.fr",
                "appui.outcome.transmission.from", "ligne@ch-exemple.mssante.fr",
                "appui.outcome.transmission.every", "off",
                "appui.outcome.reminders-every", "off");
    }

    @Override
    public void stop() {
        SERVER.stop();
    }

    /** The port is chosen once, so that a test may stop the server and start it again. */
    private static ServerSetup setup() {
        ServerSetup setup = new ServerSetup(Ports.tcp(), "127.0.0.1", ServerSetup.PROTOCOL_SMTPS);
        setup.setServerStartupTimeout(LONGEST_START_MILLIS);
        return setup;
    }
}
