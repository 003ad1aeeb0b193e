package fr.appui.trace.store;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.appui.trace.EventJson;
import fr.appui.trace.EventNames;
import fr.appui.trace.store.Spool.Entry;

/** A waiting event as text: whole, with the people's numbers, since the database has not seen it yet. */
final class SpoolJson {

    private SpoolJson() {}

    static String write(Entry entry) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", EventNames.of(entry.event()));
        json.put("rebuilt", entry.rebuilt());
        json.set("event", EventJson.whole(entry.event()));
        return json.toString();
    }

    static Entry read(long position, String text) {
        ObjectNode json = EventJson.parse(text);
        return new Entry(
                position,
                EventJson.read(json.path("type").asText(), json.withObject("/event")),
                json.path("rebuilt").asBoolean());
    }
}
