package fr.appui.trace.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import fr.appui.trace.CallEvent;
import fr.appui.trace.CallEventConsumer;
import fr.appui.trace.Calls;
import fr.appui.trace.Journal;
import fr.appui.trace.WireEvent;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without a broker: from the journal through the outbox to a consumer of this process. */
@QuarkusTest
class ConsumersIT {

    @Inject
    Journal journal;

    @Inject
    Listener listener;

    @Inject
    Consumers consumers;

    @Inject
    ConsumedEvents consumed;

    @Test
    void a_consumer_hears_every_event_once_and_in_order() {
        List<CallEvent> events = Calls.answeredBySecond("heard-1");
        journal.append(events);
        await().until(() -> listener.heardOf("heard-1").size() == events.size());
        consumers.deliver(List.of(WireEvent.of(events.getFirst())));
        assertThat(listener.heardOf("heard-1"))
                .isEqualTo(
                        events.stream().map(event -> "heard-1/" + event.key()).toList());
    }

    @Test
    void an_event_a_consumer_cannot_stand_is_set_aside_and_visible_and_the_others_go_on() {
        List<CallEvent> events = Calls.answeredBySecond("unbearable-1");
        journal.append(events);
        await().until(() -> listener.heardOf("unbearable-1").size() == events.size() - 1);
        assertThat(listener.heardOf("unbearable-1")).endsWith("unbearable-1/ended");
        given().get("/api/events/parked")
                .then()
                .statusCode(200)
                .body("items.eventId", hasItem("unbearable-1/ladder"))
                .body("items.consumer", hasItem("listener"))
                .body("items.problem", hasItem("IllegalStateException: not this one"));
    }

    @Test
    void whoIsContentWithTheLastIsGivenItOnceAndWhatIsNotWantedIsNotNoted() {
        List<WireEvent> events =
                Calls.answeredBySecond("together-1").stream().map(WireEvent::of).toList();
        WireEvent last = events.get(events.size() - 2);
        var folds = new Folds("folds");
        var all = new Consumers(List.of(folds), consumed);
        all.deliver(events);
        all.deliver(events);
        assertThat(folds.given).containsExactly(last);
        assertThat(isNoted(folds, events.getFirst())).isTrue();
        assertThat(isNoted(folds, events.getLast())).as("the end, not wanted").isFalse();
    }

    @Test
    void whoHasHadSomeOfThemIsGivenTheOthers() {
        List<WireEvent> events =
                Calls.answeredBySecond("together-2").stream().map(WireEvent::of).toList();
        var folds = new Folds("folds-some");
        var all = new Consumers(List.of(folds), consumed);
        all.deliver(List.of(events.get(1)));
        all.deliver(events);
        assertThat(folds.given)
                .containsExactlyInAnyOrderElementsOf(events.subList(0, events.size() - 1))
                .startsWith(events.get(1), events.getFirst());
    }

    private boolean isNoted(CallEventConsumer consumer, WireEvent event) {
        return !QuarkusTransaction.requiringNew().call(() -> consumed.note(consumer.name(), List.of(event)));
    }

    /** Wants everything but the end of a call. */
    private static final class Folds implements CallEventConsumer {

        private final String name;
        private final List<WireEvent> given = new ArrayList<>();

        Folds(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean wants(WireEvent event) {
            return !event.id().endsWith("/ended");
        }

        @Override
        public boolean isContentWithTheLast() {
            return true;
        }

        @Override
        public void consume(WireEvent event) {
            given.add(event);
        }
    }

    @Test
    void aStopIsNoRefusal() {
        WireEvent event = WireEvent.of(Calls.answeredBySecond("stopped-1").getFirst());
        var leaving = new Consumers(List.of(new Gone()), consumed);
        leaving.stop(new ShutdownEvent());
        assertThatThrownBy(() -> leaving.deliver(List.of(event))).isInstanceOf(Consumers.ServiceStops.class);
        given().get("/api/events/parked?size=100").then().body("items.eventId", not(hasItem(event.id())));
    }

    /** What a consumer meets once its storage is taken away. */
    private static final class Gone implements CallEventConsumer {

        @Override
        public String name() {
            return "gone";
        }

        @Override
        public void consume(WireEvent event) {
            throw new IllegalStateException("EntityManagerFactory is closed");
        }
    }
}
