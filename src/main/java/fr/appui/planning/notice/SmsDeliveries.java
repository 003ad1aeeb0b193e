package fr.appui.planning.notice;

import fr.appui.sms.SmsReceipts.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** What the gateway says of the text messages it was given. */
@ApplicationScoped
public class SmsDeliveries {

    private final SmsQueue queue;
    private final Clock clock;

    SmsDeliveries(SmsQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /** Of a message that nobody sent nothing changes, nor is it said. */
    public void told(Receipt receipt) {
        switch (receipt.state()) {
            case DELIVERED -> queue.receipt(receipt.message(), true, clock.instant());
            case FAILED -> queue.receipt(receipt.message(), false, clock.instant());
            case NOTHING_YET -> {}
        }
    }
}
