package fr.appui.trace.store;

import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.CallStory;
import fr.appui.trace.store.Spool.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the database holds of one call, in the order it was recorded. */
final class StoredCall {

    private final CallId call;
    private final List<CallEvent> events = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private boolean rebuilt;

    StoredCall(CallId call) {
        this.call = call;
    }

    CallId call() {
        return call;
    }

    boolean rebuilt() {
        return rebuilt;
    }

    List<CallEvent> events() {
        return List.copyOf(events);
    }

    CallStory story() {
        return CallStory.of(events);
    }

    boolean isEmpty() {
        return events.isEmpty();
    }

    boolean add(CallEvent event, boolean wasRebuilt) {
        if (!keys.add(event.key())) {
            return false;
        }
        events.add(event);
        rebuilt |= wasRebuilt;
        return true;
    }

    /** A key of an event that cannot be read: written by a newer version, and not ours to write again. */
    void addUnread(String key) {
        keys.add(key);
    }

    List<Entry> add(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> add(entry.event(), entry.rebuilt()))
                .toList();
    }
}
