package fr.appui.trace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * An event as others receive it: a CloudEvents 1.0 envelope in structured JSON. It holds no phone number and no name.
 *
 * @param id unique for ever, and the same however often the event is sent
 * @param type versioned name, see {@link EventNames}
 * @param writtenBy the version of the service that wrote it down; 0.1.0 did not say
 */
public record WireEvent(
        String id, String type, CallId call, Instant time, ObjectNode data, Optional<String> writtenBy) {

    private static final String SOURCE = "/appui/calls";
    /** An extension attribute of CloudEvents: lower-case letters only. */
    private static final String WRITTEN_BY = "appuiversion";

    public static WireEvent of(CallEvent event) {
        return new WireEvent(
                event.call() + "/" + event.key(),
                EventNames.of(event),
                event.call(),
                event.at(),
                EventJson.onTheWire(event),
                Optional.empty());
    }

    /** A physician's sheet of a call; what it says stays in the house. */
    public static WireEvent outcomeLogged(OutcomeRevision revision) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("revision", revision.number());
        data.put("status", revision.status().name());
        return new WireEvent(
                revision.call() + "/outcome-" + revision.number(),
                EventNames.OUTCOME_LOGGED,
                revision.call(),
                revision.at(),
                data,
                Optional.empty());
    }

    /** A call that did not pass by the line. @param at when it was told */
    public static WireEvent declared(DeclaredCall call, Instant at) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("territory", call.territory().value());
        return new WireEvent(call.call() + "/declared", EventNames.DECLARED, call.call(), at, data, Optional.empty());
    }

    public WireEvent writtenBy(String version) {
        return new WireEvent(id, type, call, time, data, Optional.of(version));
    }

    public static WireEvent parse(String json) {
        ObjectNode envelope = EventJson.parse(json);
        return new WireEvent(
                envelope.path("id").asText(),
                envelope.path("type").asText(),
                new CallId(envelope.path("subject").asText()),
                Instant.parse(envelope.path("time").asText()),
                envelope.path("data") instanceof ObjectNode data ? data : JsonNodeFactory.instance.objectNode(),
                Optional.ofNullable(envelope.path(WRITTEN_BY).textValue()));
    }

    public String json() {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.put("specversion", "1.0");
        envelope.put("id", id);
        envelope.put("source", SOURCE);
        envelope.put("type", type);
        envelope.put("subject", call.value());
        envelope.put("time", time.toString());
        envelope.put("datacontenttype", "application/json");
        writtenBy.ifPresent(version -> envelope.put(WRITTEN_BY, version));
        envelope.set("data", data);
        return envelope.toString();
    }
}
