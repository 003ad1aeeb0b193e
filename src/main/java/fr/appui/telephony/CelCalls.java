package fr.appui.telephony;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The calls under way on one switch, each in its fold. A call is followed from the moment the dialplan states that it
 * arrived; one whose beginning was not seen is left to be rebuilt from the file.
 */
final class CelCalls {

    /** Far above what one Asterisk bears; a call whose end got lost makes room in the end. */
    private static final int MOST_CALLS = 10_000;

    private static final String ARRIVED = "arrived" + Wire.FIELDS;

    private final String switchName;
    private final Function<PhoneNumber, Optional<TerritoryCode>> territories;
    private final Map<String, CelFold> folds = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CelFold> eldest) {
            return size() > MOST_CALLS;
        }
    };

    private final Map<String, Boolean> followed = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST_CALLS;
        }
    };

    CelCalls(String switchName, Function<PhoneNumber, Optional<TerritoryCode>> territories) {
        this.switchName = switchName;
        this.territories = territories;
    }

    /** Events to record now. What the service decided it records itself, with more than the switch knows of it. */
    List<CallEvent> acceptLive(CelRecord record) {
        List<CallEvent> events = accept(record);
        return record.type().equals(CelRecord.DECIDED) ? List.of() : events;
    }

    synchronized List<CallEvent> accept(CelRecord record) {
        if (record.stated().filter(fact -> fact.startsWith(ARRIVED)).isPresent()) {
            folds.putIfAbsent(
                    record.linked(), new CelFold(new CallId(switchName + "-" + record.linked()), territories));
        }
        CelFold fold = folds.get(record.linked());
        if (fold == null) {
            return List.of();
        }
        List<CallEvent> events = fold.accept(record);
        if (fold.isOver()) {
            folds.remove(record.linked());
            followed.put(record.linked(), true);
        }
        return events;
    }

    /** Whether a recent call was followed from its arrival to its end. */
    synchronized boolean followed(String linked) {
        return followed.containsKey(linked);
    }

    synchronized int underWay() {
        return folds.size();
    }

    /** After the connection was cut what was missed cannot be known: those calls are left to be rebuilt. */
    synchronized void forget() {
        folds.clear();
    }
}
