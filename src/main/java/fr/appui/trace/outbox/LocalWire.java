package fr.appui.trace.outbox;

import fr.appui.trace.WireEvent;
import jakarta.enterprise.context.ApplicationScoped;

/** Without a broker the consumers of this process are fed from the outbox itself. */
@ApplicationScoped
class LocalWire implements EventWire {

    private final Consumers consumers;

    LocalWire(Consumers consumers) {
        this.consumers = consumers;
    }

    @Override
    public void send(WireEvent event) {
        consumers.deliver(event);
    }
}
