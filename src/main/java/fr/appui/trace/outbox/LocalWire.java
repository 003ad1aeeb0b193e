package fr.appui.trace.outbox;

import fr.appui.trace.WireEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

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
    public int sendTogether(WireEvent first, Stream<WireEvent> following) {
        List<WireEvent> ofOneCall = Stream.concat(
                        Stream.of(first),
                        following.takeWhile(event -> event.call().equals(first.call())))
                .toList();
        consumers.deliver(ofOneCall);
        return ofOneCall.size();
    }
}
