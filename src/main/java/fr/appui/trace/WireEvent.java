package fr.appui.trace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * An event as others receive it: a CloudEvents 1.0 envelope in structured JSON. It holds no phone number and no name.
 *
 * @param id unique for ever, and the same however often the event is sent
 * @param type versioned name, see {@link EventNames}
 */
public record WireEvent(String id, String type, CallId call, Instant time, ObjectNode data) {

    private static final String SOURCE = "/appui/calls";

    public static WireEvent of(CallEvent event) {
        return new WireEvent(
                event.call() + "/" + event.key(),
                EventNames.of(event),
                event.call(),
                event.at(),
                EventJson.onTheWire(event));
    }

    public static WireEvent parse(String json) {
        ObjectNode envelope = EventJson.parse(json);
        return new WireEvent(
                envelope.path("id").asText(),
                envelope.path("type").asText(),
                new CallId(envelope.path("subject").asText()),
                Instant.parse(envelope.path("time").asText()),
                envelope.path("data") instanceof ObjectNode data ? data : JsonNodeFactory.instance.objectNode());
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
        envelope.set("data", data);
        return envelope.toString();
    }
}
