package fr.appui.sms;

import fr.appui.sms.SmsReceipts.Receipt;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** What the gateway says of the text messages it was given, told to all who sent any. */
@ApplicationScoped
public class SmsDeliveries {

    private final List<SentMessages> sent;
    private final Clock clock;

    SmsDeliveries(@All List<SentMessages> sent, Clock clock) {
        this.sent = sent;
        this.clock = clock;
    }

    /** Of a message that nobody sent nothing changes, nor is it said. */
    public void told(Receipt receipt) {
        switch (receipt.state()) {
            case DELIVERED -> sent.forEach(one -> one.receipt(receipt.message(), true, clock.instant()));
            case FAILED -> sent.forEach(one -> one.receipt(receipt.message(), false, clock.instant()));
            case NOTHING_YET -> {}
        }
    }
}
