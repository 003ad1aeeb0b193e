package fr.appui.telephony;

import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.Journal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Holds what is recorded before there is anything that keeps it, up to a bound; then passes it on. */
final class EarlyJournal implements Journal {

    private static final Logger LOG = Logger.getLogger(EarlyJournal.class);
    private static final int MOST_NAMED = 100;

    private final int most;
    private final List<List<CallEvent>> waiting = new ArrayList<>();
    private final Set<CallId> cut = new LinkedHashSet<>();
    private long lost;
    private @Nullable Journal journal;

    /** @param most how many appends are held */
    EarlyJournal(int most) {
        this.most = most;
    }

    @Override
    public synchronized void append(List<CallEvent> events) {
        if (journal != null) {
            journal.append(events);
        } else if (waiting.size() < most) {
            waiting.add(events);
        } else {
            lose(events);
        }
    }

    /**
     * What was held is in the journal when this returns, and what comes meanwhile follows it: whoever appends to the journal itself
     * afterwards appends later.
     */
    synchronized void goTo(Journal its) {
        waiting.forEach(its::append);
        waiting.clear();
        journal = its;
        if (lost > 0) {
            LOG.errorf(
                    "%d events recorded before the start were not kept, of %d calls at least: %s",
                    lost, cut.size(), cut);
        }
    }

    synchronized long lost() {
        return lost;
    }

    /** The calls of which something is lost, the first hundred. */
    synchronized Set<CallId> cut() {
        return Set.copyOf(cut);
    }

    private void lose(List<CallEvent> events) {
        if (lost == 0) {
            LOG.errorf("more than %d records are waiting for the start: further ones are lost", most);
        }
        lost += events.size();
        events.stream()
                .map(CallEvent::call)
                .filter(call -> cut.size() < MOST_NAMED)
                .forEach(cut::add);
    }
}
