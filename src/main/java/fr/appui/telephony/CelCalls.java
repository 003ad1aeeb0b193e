package fr.appui.telephony;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The calls under way on one switch, each in its fold. A call is followed from the moment the dialplan states that it
 * arrived; one whose beginning was not seen is left to be rebuilt from the file.
 */
final class CelCalls {

    /** Far above what one Asterisk bears; a call whose end got lost makes room in the end. */
    private static final int MOST_CALLS = 10_000;

    private final CelFolds known;
    private final BiFunction<PhoneNumber, Instant, Optional<TerritoryCode>> territories;
    private final CelThreads threads = new CelThreads();
    private final Map<String, CallFold> folds = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CallFold> eldest) {
            return size() > MOST_CALLS;
        }
    };

    CelCalls(String switchName, BiFunction<PhoneNumber, Instant, Optional<TerritoryCode>> territories) {
        this.territories = territories;
        this.known = new CelFolds(switchName, territories);
    }

    CelFolds known() {
        return known;
    }

    Optional<TerritoryCode> territory(PhoneNumber line, Instant at) {
        return territories.apply(line, at);
    }

    /** Events to record now. What the service decided it records itself, with more than the switch knows of it. */
    List<CallEvent> acceptLive(CelRecord record) {
        List<CallEvent> events = accept(record);
        return record.type().equals(CelRecord.DECIDED) ? List.of() : events;
    }

    synchronized List<CallEvent> accept(CelRecord record) {
        List<CallEvent> events = new ArrayList<>();
        for (CelThreads.Reading reading : threads.of(record, folds::containsKey)) {
            Optional<CallFold> begun = folds.containsKey(reading.thread()) ? Optional.empty() : known.begunBy(record);
            begun.ifPresent(fold -> folds.put(reading.thread(), fold));
            CallFold fold = folds.get(reading.thread());
            if (fold != null) {
                events.addAll(fold.accept(reading.record()));
                begun.flatMap(call -> threads.before(record)).ifPresent(before -> events.addAll(fold.accept(before)));
                if (fold.isOver()) {
                    folds.remove(reading.thread());
                }
            }
        }
        return events;
    }

    synchronized int underWay() {
        return folds.size();
    }

    /** After the connection was cut what was missed cannot be known: those calls are left to be rebuilt. */
    synchronized void forget() {
        folds.clear();
        threads.clear();
    }
}
