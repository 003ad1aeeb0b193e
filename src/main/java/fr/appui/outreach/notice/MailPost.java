package fr.appui.outreach.notice;

import fr.appui.outreach.Alert;
import fr.appui.outreach.Messenger;
import fr.appui.trace.AlertChannel;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** By mail. */
@ApplicationScoped
class MailPost implements Messenger {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ReactiveMailer mailer;

    MailPost(ReactiveMailer mailer) {
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
    public void send(String to, Alert.Content content) throws NotSent {
        try {
            mailer.send(Mail.withText(to, content.subject(), content.text() + "\n"))
                    .await()
                    .atMost(PATIENCE);
        } catch (RuntimeException refused) {
            throw new NotSent(
                    "le serveur de courriel ne prend pas le message ("
                            + refused.getClass().getSimpleName() + ")",
                    refused);
        }
    }
}
