package fr.appui.trace.notice;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real SMTP server over TLS on a free loopback port, for every Quarkus test of the run. */
@QuarkusTestResource(SmtpResource.class)
public final class SmtpResource implements QuarkusTestResourceLifecycleManager {

    static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));

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
}
