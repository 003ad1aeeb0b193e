package fr.appui.indicators;

import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Where calls are kept as the indicators see them. Reading is by stream: a year of a region may be a million calls. */
public interface CountedCalls {

    /** Adds the call or replaces what was known of it; what is known already changes nothing. */
    void put(CountedCall call);

    void remove(CallId call);

    /** Hands on every call received from {@code from}, included, to {@code to}, excluded, in the order of reception. */
    default void read(Collection<TerritoryCode> territories, Instant from, Instant to, Consumer<CountedCall> reader) {
        readWhile(territories, from, to, call -> {
            reader.accept(call);
            return true;
        });
    }

    /** As {@link #read}, until the reader has had enough: from the call on for which it says false, none is handed on. */
    void readWhile(Collection<TerritoryCode> territories, Instant from, Instant to, Predicate<CountedCall> wantsMore);

    /**
     * For each quarter of an hour of this time in which a call was received that changed since it was first counted, or is
     * counted no more: a number that grows with each change, whoever makes it.
     */
    Map<Instant, Long> revisions(TerritoryCode territory, Instant from, Instant to);

    /** The next calls received from then on, in the order of their identifiers. */
    List<CallId> after(String last, Instant receivedFrom, int most);
}
