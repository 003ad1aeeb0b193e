package fr.appui.outreach.notice;

import fr.appui.outreach.Alert;
import fr.appui.outreach.Messenger;
import fr.appui.sms.SmsGateway;
import fr.appui.trace.AlertChannel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** By text message. What the gateway says afterwards of an alert is kept nowhere: it is told as accepted, and no more. */
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
    public void send(String to, Alert.Content content) throws NotSent {
        var message =
                new SmsGateway.Message(to, content.text(), UUID.randomUUID().toString());
        if (gateway.send(message) instanceof SmsGateway.Answer.Refused refused) {
            throw new NotSent(refused.why());
        }
    }
}
