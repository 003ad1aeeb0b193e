package fr.appui.outreach.notice;

import fr.appui.outreach.Alert;
import fr.appui.outreach.Messenger;
import fr.appui.sms.SmsGateway;
import fr.appui.trace.AlertChannel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** By text message: the alert's own id is our reference at the gateway. */
@ApplicationScoped
class SmsMessenger implements Messenger {

    private final SmsGateway gateway;

    SmsMessenger(SmsGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public AlertChannel channel() {
        return AlertChannel.SMS;
    }

    @Override
    public boolean isConfigured() {
        return gateway.isConfigured();
    }

    @Override
    public Duration longestSend() {
        return gateway.longestSend();
    }

    @Override
    public Taken send(String to, Alert alert) throws NotSent {
        var message =
                new SmsGateway.Message(to, alert.content().text(), alert.id().toString());
        return switch (gateway.send(message)) {
            case SmsGateway.Answer.Accepted accepted -> new Taken(accepted.id(), accepted.doubt());
            case SmsGateway.Answer.Refused refused -> throw new NotSent(refused.why());
        };
    }
}
