package fr.appui.telephony;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which records are of one call. Asterisk gives each call a linked id, but what is joined to a call later began with one of
 * its own: the call of a caller whom a SAMU hands over after having announced them, the leg of a SAMU whom a physician
 * calls in. From then on both are read as one, which is over when the last of them is.
 */
final class CelThreads {

    /** Far above what one Asterisk bears; what lost its end makes room in the end. */
    private static final int MOST = 20_000;

    private static final String JOINS = "joins" + Wire.FIELDS;

    private final Map<String, String> linkedOf = bounded();
    private final Map<String, String> threads = bounded();
    private final Map<String, Set<String>> open = new HashMap<>();

    /** Blind transfers by who goes on: the SAMU answered first, and the call becomes ours only then. */
    private final Map<String, CelRecord> handedOver = bounded();

    /** One record as the call known by {@code thread} reads it. */
    record Reading(String thread, CelRecord record) {}

    /**
     * Who reads a record: the call it belongs to; of an attended transfer both calls, where both are ours. The last record
     * of a part is read by nobody while other parts go on.
     *
     * @param isCall whether a call of ours is known by that thread
     */
    List<Reading> of(CelRecord record, Predicate<String> isCall) {
        linkedOf.putIfAbsent(record.channel(), record.linked());
        record.transferredBlind().ifPresent(leg -> handedOver.put(leg, record));
        record.stated()
                .filter(fact -> fact.startsWith(JOINS))
                .ifPresent(fact -> join(record.linked(), thread(fact.substring(JOINS.length()))));
        if (record.transfer().isPresent()) {
            return handOver(record, record.transfer().get(), isCall);
        }
        String thread = thread(record.linked());
        return record.type().equals(CelRecord.LAST) && !isLast(record.linked(), thread)
                ? List.of()
                : List.of(new Reading(thread, record));
    }

    private List<Reading> handOver(CelRecord record, CelRecord.Transfer transfer, Predicate<String> isCall) {
        String callers = threadOf(transfer.transferee());
        String announcement = Stream.concat(transfer.target().stream(), Stream.of(transfer.second(), record.channel()))
                .map(this::threadOf)
                .filter(thread -> !thread.equals(callers) && isCall.test(thread))
                .findFirst()
                .orElse(callers);
        CelRecord read = record.linkedTo(announcement);
        if (announcement.equals(callers)) {
            return List.of(new Reading(callers, read));
        }
        if (isCall.test(callers)) {
            return List.of(new Reading(callers, read), new Reading(announcement, read));
        }
        join(callers, announcement);
        return List.of(new Reading(announcement, read));
    }

    /** By the linked id under which a channel was first heard of: a transfer changes it. */
    private String threadOf(String channel) {
        return thread(linkedOf.getOrDefault(channel, channel));
    }

    private String thread(String linked) {
        return threads.getOrDefault(linked, linked);
    }

    /** The blind transfer by which a call came to us, at the time at which it did; a call reads it after its arrival. */
    Optional<CelRecord> before(CelRecord arrival) {
        return Optional.ofNullable(handedOver.remove(arrival.channel()))
                .map(transfer -> new CelRecord(
                        transfer.type(), arrival.at(), transfer.channel(), transfer.linked(), transfer.extra()));
    }

    void clear() {
        handedOver.clear();
        linkedOf.clear();
        threads.clear();
        open.clear();
    }

    private void join(String linked, String thread) {
        if (linked.equals(thread)) {
            return;
        }
        threads.put(linked, thread);
        open.computeIfAbsent(thread, key -> new HashSet<>(List.of(key))).add(linked);
    }

    private boolean isLast(String linked, String thread) {
        Set<String> parts = open.get(thread);
        if (parts == null) {
            return true;
        }
        parts.remove(linked);
        if (parts.isEmpty()) {
            open.remove(thread);
        }
        return parts.isEmpty();
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST;
            }
        };
    }
}
