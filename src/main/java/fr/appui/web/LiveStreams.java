package fr.appui.web;

import fr.appui.access.Person;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Pages that follow something live hold a connection each: a bounded number, and of one visitor a few. */
@ApplicationScoped
public class LiveStreams {

    private static final int MOST = 100;

    private final WebSettings settings;
    private final Map<String, Integer> open = new ConcurrentHashMap<>();

    LiveStreams(WebSettings settings) {
        this.settings = settings;
    }

    /** @throws Problem.Refused when as many are followed already */
    public <T> Multi<T> follow(Person who, Multi<T> news) {
        String login = who.login();
        boolean crowded = open.values().stream().mapToInt(Integer::intValue).sum() >= MOST;
        if (crowded || open.merge(login, 1, Integer::sum) > settings.streamsPerVisitor()) {
            if (!crowded) {
                close(login);
            }
            throw Problem.unavailable(
                    crowded
                            ? "Trop de pages suivent déjà des nouvelles en direct ; recharger la page à la main."
                            : "Vous suivez déjà " + settings.streamsPerVisitor()
                                    + " pages en direct ; en fermer une, ou recharger celle-ci à la main.");
        }
        var closed = new AtomicBoolean();
        return news.onTermination().invoke(() -> {
            if (closed.compareAndSet(false, true)) {
                close(login);
            }
        });
    }

    /** News as server-sent events. @throws Problem.Refused when as many are followed already */
    public Multi<OutboundSseEvent> follow(Person who, LiveNews news, Sse sse) {
        return follow(who, news.beats())
                .map(beat -> sse.newEventBuilder()
                        .name(beat.name())
                        .id(beat.mark())
                        .data(beat.mark())
                        .build());
    }

    private void close(String login) {
        open.computeIfPresent(login, (known, count) -> count == 1 ? null : count - 1);
    }
}
