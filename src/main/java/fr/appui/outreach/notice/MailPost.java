package fr.appui.outreach.notice;

import fr.appui.directory.notice.TimeLimited;
import fr.appui.outreach.Alert;
import fr.appui.outreach.Messenger;
import fr.appui.trace.AlertChannel;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** By mail. */
@ApplicationScoped
class MailPost implements Messenger {

    private final Mailer mailer;

    MailPost(@TimeLimited Mailer mailer) {
        this.mailer = mailer;
    }

    @Override
    public AlertChannel channel() {
        return AlertChannel.MAIL;
    }

    @Override
    public boolean isConfigured() {
        return true;
    }

    @Override
    public Duration longestSend() {
        return TimeLimited.LONGEST_SEND;
    }

    @Override
    public Taken send(String to, Alert alert) throws NotSent {
        try {
            mailer.send(
                    Mail.withText(to, alert.content().subject(), alert.content().text() + "\n"));
            return Taken.WITHOUT_A_WORD;
        } catch (RuntimeException refused) {
            throw new NotSent(
                    "le serveur de courriel ne prend pas le message ("
                            + refused.getClass().getSimpleName() + ")",
                    refused);
        }
    }
}
