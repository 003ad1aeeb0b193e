package fr.appui.telephony;

import fr.appui.trace.CallEvent;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Takes the calls of one switch from its CEL file into the trace, whatever the service saw of them itself: what it did see
 * is already there and is passed over, what it missed is added and marked.
 *
 * <p>A pass reads from the bookmark to the end and takes the calls that have been over for a while. The bookmark then moves
 * to the beginning of the oldest call that is still to be taken, so that a pass needs nothing from the one before it.
 */
final class CelRebuild {

    private static final Logger LOG = Logger.getLogger(CelRebuild.class);

    private static final int MOST_REMEMBERED = 10_000;

    interface Listener {
        /** All events of one call, or of one attempt to call back, in order. */
        void rebuilt(List<CallEvent> events);

        void malformed(CelFile.Position line);

        /** Something of this channel stands in the file. */
        void read(String channel);
    }

    record Source(CelFile file, CelBookmark bookmark) {}

    /** @param settled how long ago a call must have ended; @param longest a call silent for longer has lost its end */
    record Patience(Duration settled, Duration longest) {}

    /**
     * @param now on the service's clock
     * @param shift to add to the switch's times
     * @param booted since when the switch runs, by its own clock, like the file
     */
    record Moment(Instant now, Duration shift, Instant booted) {}

    private final Source source;
    private final CelFolds folds;
    private final Patience patience;
    private final Listener listener;
    private final Set<String> taken = new LinkedHashSet<>();

    CelRebuild(Source source, CelFolds folds, Patience patience, Listener listener) {
        this.source = source;
        this.folds = folds;
        this.patience = patience;
        this.listener = listener;
    }

    void pass(Moment moment) throws IOException {
        Pass pass = new Pass(moment);
        Optional<CelFile.Position> from = source.bookmark().read();
        Optional<CelFile.Position> end = source.file()
                .read(
                        from,
                        line -> CelText.read(line.text(), moment.shift())
                                .ifPresentOrElse(
                                        record -> pass.readOrPassOver(record, line.start()),
                                        () -> listener.malformed(line.start())));
        pass.calls.forEach((linked, call) -> {
            if (call.isOver(moment) && taken.add(linked)) {
                listener.rebuilt(List.copyOf(call.events));
            }
        });
        Optional<CelFile.Position> next = pass.oldestToBeTaken().or(() -> end);
        if (next.isPresent() && !next.equals(from)) {
            source.bookmark().write(next.get());
        }
        forgetOldest();
    }

    /** Where a call begins. @param line counted from the bookmark */
    private record Start(long line, Instant at, CelFile.Position position) {}

    /** What is read from the bookmark on. */
    private final class Pass {

        private final Moment moment;
        private final Map<String, Reading> calls = new LinkedHashMap<>();
        private final CelThreads threads = new CelThreads();

        /** By who was handed over, which comes before their call is ours and is told in it; as long as they are there. */
        private final Map<String, Start> handedOver = new HashMap<>();

        private long line;

        Pass(Moment moment) {
            this.moment = moment;
        }

        Optional<CelFile.Position> oldestToBeTaken() {
            return Stream.concat(
                            calls.values().stream()
                                    .filter(call -> !call.isOver(moment))
                                    .map(call -> call.start),
                            handedOver.values().stream()
                                    .filter(start ->
                                            start.at().isAfter(moment.now().minus(patience.longest()))))
                    .min(Comparator.comparingLong(Start::line))
                    .map(Start::position);
        }

        /** One record that nobody foresaw must not keep every other call out of the trace. */
        void readOrPassOver(CelRecord record, CelFile.Position start) {
            try {
                listener.read(record.channel());
                read(record, new Start(line++, record.at(), start));
            } catch (RuntimeException unforeseen) {
                LOG.errorf(unforeseen, "a %s record at %s is passed over", record.type(), start);
                listener.malformed(start);
            }
        }

        private void read(CelRecord record, Start start) {
            if (record.isFirstOfItsSwitch()) {
                calls.values().forEach(Reading::cutOff);
                handedOver.clear();
            }
            record.transferredBlind().ifPresent(leg -> handedOver.put(leg, start));
            for (CelThreads.Reading part : threads.of(record, calls::containsKey)) {
                Optional<CallFold> begun = calls.containsKey(part.thread()) ? Optional.empty() : folds.begunBy(record);
                begun.ifPresent(fold ->
                        calls.put(part.thread(), new Reading(handedOver.getOrDefault(record.channel(), start), fold)));
                Reading call = calls.get(part.thread());
                if (call != null) {
                    call.events.addAll(call.fold.accept(part.record()));
                    begun.flatMap(fold -> threads.before(record))
                            .ifPresent(before -> call.events.addAll(call.fold.accept(before)));
                    call.last = record.at();
                }
            }
            if (record.isLastOfItsChannel()) {
                handedOver.remove(record.channel());
            }
        }
    }

    private void forgetOldest() {
        var oldest = taken.iterator();
        for (int tooMany = taken.size() - MOST_REMEMBERED; tooMany > 0; tooMany--) {
            oldest.next();
            oldest.remove();
        }
    }

    /** One call in the course of a pass. */
    private final class Reading {

        private final Start start;
        private final CallFold fold;
        private final List<CallEvent> events = new ArrayList<>();
        private Instant last = Instant.MIN;
        private boolean cutOff;

        private Reading(Start start, CallFold fold) {
            this.start = start;
            this.fold = fold;
        }

        /** Ended a while ago; or without an end, because the switch died or wrote nothing of it for hours. */
        private boolean isOver(Moment moment) {
            if (isForsaken(moment)) {
                cutOff();
            }
            return cutOff || (fold.isOver() && last.isBefore(moment.now().minus(patience.settled())));
        }

        private void cutOff() {
            if (!cutOff && !fold.isOver()) {
                events.addAll(fold.cutOff(List.copyOf(events), last));
                cutOff = true;
            }
        }

        private boolean isForsaken(Moment moment) {
            return last.isBefore(moment.booted().plus(moment.shift()))
                    || last.isBefore(moment.now().minus(patience.longest()));
        }
    }
}
