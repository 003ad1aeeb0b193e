package fr.appui.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.TerritoryCode;
import fr.appui.trace.AlertChannel;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertsTest {

    private static final Alerts.About OISE = new Alerts.About(new TerritoryCode("HDF-OISE"), Optional.empty());

    private Instant now = Instant.parse("2026-11-14T21:00:00Z");
    private final List<String> queued = new ArrayList<>();
    private Instant last = Instant.EPOCH;

    /** A telephone that is forwarded all night was told at each ring: ten calls, twenty text messages. */
    @Test
    void what_is_so_of_each_call_is_told_once_an_hour() {
        var alerts = new Alerts(queue(), null, ((InstantSource) () -> now).withZone(ZoneOffset.UTC), List.of(mail()));
        alerts.toCoordinationHourly(OISE, new Alert.Content("renvoyé", "appel 1"));
        now = now.plusSeconds(3_599);
        alerts.toCoordinationHourly(OISE, new Alert.Content("renvoyé", "appel 2"));
        alerts.toCoordinationHourly(OISE, new Alert.Content("occupé", "appel 3"));
        now = now.plusSeconds(1);
        alerts.toCoordinationHourly(OISE, new Alert.Content("renvoyé", "appel 4"));
        assertThat(queued).containsExactly("appel 1", "appel 3", "appel 4");
    }

    private AlertQueue queue() {
        return as(AlertQueue.class, (method, given) -> {
            if (method.equals("wasQueued")) {
                return given[1].equals("renvoyé") && last.isAfter((Instant) given[2]);
            }
            for (Object one : (List<?>) given[0]) {
                Alert.Content content = ((Alert) one).content();
                queued.add(content.text());
                last = content.subject().equals("renvoyé") ? (Instant) given[1] : last;
            }
            return null;
        });
    }

    private static Messenger mail() {
        return as(Messenger.class, (method, given) -> method.equals("channel") ? AlertChannel.MAIL : true);
    }

    private interface Answer {
        Object to(String method, Object[] given);
    }

    private static <T> T as(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, given) -> answer.to(method.getName(), given)));
    }
}
