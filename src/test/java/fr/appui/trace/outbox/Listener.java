package fr.appui.trace.outbox;

import fr.appui.trace.CallEventConsumer;
import fr.appui.trace.WireEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A consumer that remembers, and that cannot stand calls whose id starts with {@code unbearable}. */
@ApplicationScoped
public class Listener implements CallEventConsumer {

    private final List<WireEvent> heard = new CopyOnWriteArrayList<>();

    @Override
    public String name() {
        return "listener";
    }

    @Override
    public void consume(WireEvent event) {
        if (event.id().startsWith("unbearable") && event.id().endsWith("/ladder")) {
            throw new IllegalStateException("not this one");
        }
        heard.add(event);
    }

    public List<String> heardOf(String call) {
        return heard.stream()
                .filter(event -> event.call().value().equals(call))
                .map(WireEvent::id)
                .toList();
    }
}
