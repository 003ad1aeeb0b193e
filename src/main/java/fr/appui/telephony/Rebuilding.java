package fr.appui.telephony;

import fr.appui.trace.CallEvent;
import fr.appui.trace.Journal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Calls that were not followed live from arrival to end (the service was away, or AMI cut) are rebuilt from the CEL file
 * once they are over. Doing so again adds nothing: the journal keeps each fact once, and what was seen live before what is
 * rebuilt.
 */
final class Rebuilding {

    private static final int MOST_CALLS = 10_000;

    private final CelFile file;
    private final CelCalls calls;
    private final Journal journal;
    private final Predicate<String> followedLive;
    private final Map<String, List<CallEvent>> underWay = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<CallEvent>> eldest) {
            return size() > MOST_CALLS;
        }
    };

    private Map<String, List<CallEvent>> over = Map.of();

    /** @param followedLive by linked id */
    Rebuilding(CelFile file, CelCalls calls, Journal journal, Predicate<String> followedLive) {
        this.file = file;
        this.calls = calls;
        this.journal = journal;
        this.followedLive = followedLive;
    }

    /**
     * Rebuilds what was over at the last reading, so that the live account of it has had its time, and reads on.
     *
     * @param shift how far our clock is from the switch's, where it is shifted on purpose; zero in production
     */
    void goOn(Duration shift) throws IOException {
        over.forEach((linked, events) -> {
            if (!followedLive.test(linked)) {
                journal.appendRebuilt(events);
            }
        });
        Map<String, List<CallEvent>> ended = new LinkedHashMap<>();
        for (CelRecord record : file.more()) {
            List<CallEvent> events = calls.accept(shifted(record, shift));
            if (!events.isEmpty()) {
                underWay.computeIfAbsent(record.linked(), key -> new ArrayList<>())
                        .addAll(events);
            }
            if (record.type().equals(CelRecord.LAST) && underWay.containsKey(record.linked())) {
                ended.put(record.linked(), underWay.remove(record.linked()));
            }
        }
        over = ended;
    }

    private static CelRecord shifted(CelRecord record, Duration shift) {
        Instant at = record.at().plus(shift);
        return new CelRecord(record.type(), at, record.channel(), record.linked(), record.extra());
    }
}
