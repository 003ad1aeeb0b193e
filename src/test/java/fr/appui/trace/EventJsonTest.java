package fr.appui.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    @Test
    void every_kind_of_event_comes_back_as_it_was() {
        var kinds = new HashSet<Class<?>>();
        for (CallEvent event : Calls.everyKind("lille-1")) {
            String text = EventJson.whole(event).toString();
            assertThat(EventJson.read(EventNames.of(event), EventJson.parse(text)))
                    .isEqualTo(event);
            kinds.add(event.getClass());
        }
        assertThat(kinds).containsAll(Arrays.asList(CallEvent.class.getPermittedSubclasses()));
    }

    @Test
    void what_is_stored_for_good_holds_no_number_of_a_person() {
        for (CallEvent event : Calls.everyKind("lille-1")) {
            assertThat(EventJson.payload(event).toString()).doesNotContain("611223344", "655667788");
        }
    }

    @Test
    void the_stored_form_is_the_one_agreed() {
        var events = Calls.everyKind("lille-1");
        assertThat(EventJson.payload(events.get(0)))
                .hasToString("{\"dialled\":\"0344112233\",\"territory\":\"HDF-OISE\",\"origin\":\"PUBLIC\"}");
        assertThat(EventJson.payload(events.get(4)))
                .hasToString("{\"attempt\":1,\"rung\":1,"
                        + "\"physician\":\"00000000-0000-0000-0000-000000000001\",\"ring\":\"PT20.5S\"}");
    }

    @Test
    void a_field_of_a_newer_version_is_passed_over() {
        CallEvent event = Calls.everyKind("lille-1").get(8);
        ObjectNode newer = EventJson.whole(event).put("mood", "calm");
        assertThat(EventJson.read(EventNames.of(event), newer)).isEqualTo(event);
    }

    @Test
    void an_unknown_type_says_so() {
        assertThatThrownBy(() -> EventJson.read("fr.appui.call.sung.v1", EventJson.parse("{}")))
                .hasMessageContaining("« fr.appui.call.sung.v1 » est inconnu");
    }

    @Test
    void an_envelope_comes_back_as_it_was_and_its_id_tells_the_fact() {
        for (CallEvent event : Calls.everyKind("lille-1")) {
            WireEvent wire = WireEvent.of(event);
            assertThat(WireEvent.parse(wire.json())).isEqualTo(wire);
            assertThat(wire.id()).isEqualTo("lille-1/" + event.key());
            assertThat(WireEvent.parse(wire.writtenBy("1.2.3").json()).writtenBy())
                    .contains("1.2.3");
        }
    }
}
