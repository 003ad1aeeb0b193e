package fr.appui.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The published description of events against the events actually produced. */
class AsyncApiTest {

    private static ObjectNode document;

    @BeforeAll
    static void read() throws IOException {
        document = (ObjectNode) new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("docs/asyncapi.yaml").toFile());
    }

    @Test
    void every_event_is_as_described() throws IOException {
        var described = new HashSet<String>();
        for (CallEvent event : samples()) {
            String name = messageOf(EventNames.of(event));
            JsonNode sent = new ObjectMapper().readTree(WireEvent.of(event).json());
            assertThat(schema(name).validate(sent)).as(name).isEmpty();
            JsonNode today = new ObjectMapper()
                    .readTree(WireEvent.of(event).writtenBy("1.2.3").json());
            assertThat(schema(name).validate(today)).as(name).isEmpty();
            described.add(name);
        }
        for (WireEvent told : toldBesides()) {
            String name = messageOf(told.type());
            assertThat(schema(name).validate(new ObjectMapper().readTree(told.json())))
                    .as(name)
                    .isEmpty();
            described.add(name);
        }
        assertThat(described).containsExactlyInAnyOrderElementsOf(names("/components/messages"));
    }

    @Test
    void a_trial_is_told_apart_by_its_first_event() throws IOException {
        CallEvent received = Calls.trial("lille-2", Calls.NIGHT).getFirst();
        JsonNode sent = new ObjectMapper().readTree(WireEvent.of(received).json());
        assertThat(schema("received").validate(sent)).isEmpty();
        assertThat(sent.at("/data/origin").asText()).isEqualTo("TRIAL");
    }

    @Test
    void the_topic_announces_every_message() {
        assertThat(names("/channels/calls/messages")).isEqualTo(names("/components/messages"));
        assertThat(document.path("asyncapi").asText()).startsWith("3.");
    }

    @Test
    void a_phone_number_would_not_pass() throws IOException {
        CallEvent received = Calls.everyKind("lille-1").getFirst();
        ObjectNode sent =
                (ObjectNode) new ObjectMapper().readTree(WireEvent.of(received).json());
        sent.withObject("/data").put("caller", Calls.NURSE.e164());
        assertThat(schema("received").validate(sent)).isNotEmpty();
    }

    @Test
    void the_envelope_is_a_cloud_event() throws IOException {
        CallEvent received = Calls.everyKind("lille-1").getFirst();
        assertThat(new ObjectMapper().readTree(WireEvent.of(received).json()))
                .isEqualTo(new ObjectMapper().readTree("""
                        {"specversion": "1.0", "id": "lille-1/received", "source": "/appui/calls",
                         "type": "fr.appui.call.received.v1", "subject": "lille-1",
                         "time": "2026-03-06T02:12:04.250Z", "datacontenttype": "application/json",
                         "data": {"territory": "HDF-OISE", "origin": "PUBLIC"}}"""));
    }

    @Test
    void the_envelope_names_the_version_of_the_service_in_three_numbers() throws IOException {
        WireEvent received = WireEvent.of(Calls.everyKind("lille-1").getFirst());
        for (String version : List.of("0.2.0", "12.0.1-SNAPSHOT")) {
            JsonNode sent =
                    new ObjectMapper().readTree(received.writtenBy(version).json());
            assertThat(sent.path("appuiversion").asText()).isEqualTo(version);
            assertThat(schema("received").validate(sent)).isEmpty();
        }
        JsonNode vague =
                new ObjectMapper().readTree(received.writtenBy("latest").json());
        assertThat(schema("received").validate(vague)).isNotEmpty();
    }

    /** What is told of a call without being of its story. */
    private static List<WireEvent> toldBesides() {
        var call = new CallId("lille-3");
        return List.of(
                WireEvent.outcomeLogged(
                        new OutcomeRevision(call, 2, OutcomeStatus.FINAL, "2026.1", Outcome.EMPTY, "dr", Calls.NIGHT)),
                WireEvent.declared(
                        new DeclaredCall(
                                call,
                                new TerritoryCode("HDF-OISE"),
                                new PhysicianId(new UUID(0, 7)),
                                Calls.NIGHT,
                                Duration.ofMinutes(4)),
                        Calls.NIGHT));
    }

    /** Every kind, and those with optional fields without them. */
    private static List<CallEvent> samples() {
        var samples = new ArrayList<>(Calls.everyKind("lille-1"));
        var call = new CallId("lille-2");
        samples.add(new CallEvent.Received(
                call, Calls.NIGHT, "0999999999", Optional.empty(), Origin.SAS, Optional.empty()));
        samples.add(new CallEvent.FoundClosed(call, Calls.NIGHT, Optional.empty()));
        samples.add(new CallEvent.CallBackAsked(call, Calls.NIGHT, Optional.empty()));
        Stream.of(Profile.values()).forEach(p -> samples.add(new CallEvent.ProfileChosen(call, Calls.NIGHT, p)));
        Stream.of(Ending.values()).forEach(e -> samples.add(new CallEvent.Ended(call, Calls.NIGHT, e, 0)));
        Stream.of(Destination.values()).forEach(d -> samples.add(new CallEvent.PutThrough(call, Calls.NIGHT, d)));
        Stream.of(AttemptResult.values())
                .forEach(r -> samples.add(new CallEvent.AttemptEnded(call, Calls.NIGHT, 1, r, 127)));
        return samples;
    }

    private static String messageOf(String type) {
        return names("/components/messages").stream()
                .filter(name -> document.at("/components/messages/" + name + "/payload/allOf/1/properties/type/const")
                        .asText()
                        .equals(type))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/asyncapi.yaml does not describe " + type));
    }

    private static JsonSchema schema(String message) {
        ObjectNode root = document.deepCopy();
        root.put("$ref", "#/components/messages/" + message + "/payload");
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(root);
    }

    private static List<String> names(String pointer) {
        var names = new ArrayList<String>();
        document.at(pointer).fieldNames().forEachRemaining(names::add);
        return names;
    }
}
