package fr.appui.trace.outbox;

import fr.appui.trace.WireEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Without a broker the consumers of this process are fed from the outbox itself. */
@ApplicationScoped
class LocalWire implements EventWire {

    private final Consumers consumers;

    LocalWire(Consumers consumers) {
        this.consumers = consumers;
    }

    @Override
    public void send(WireEvent event) {
        consumers.deliver(List.of(event));
    }

    @Override
    public int sendTogether(List<WireEvent> events) {
        List<WireEvent> ofOneCall = events.stream()
                .takeWhile(event -> event.call().equals(events.getFirst().call()))
                .toList();
        consumers.deliver(ofOneCall);
        return ofOneCall.size();
    }
}
