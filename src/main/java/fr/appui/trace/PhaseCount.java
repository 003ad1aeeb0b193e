package fr.appui.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** Cuts a call wherever something began or ended, and counts each piece under what was going on in it. */
final class PhaseCount {

    private final List<Span> talks;
    private final List<Span> rings;
    private final Span menu;
    private final Instant end;

    PhaseCount(List<CallEvent> events, List<Span> talks, List<Attempt> attempts, Instant end) {
        this.talks = talks;
        this.rings = attempts.stream()
                .map(attempt -> new Span(attempt.started(), attempt.started().plus(attempt.rang())))
                .toList();
        this.menu = new Span(events.getFirst().at(), menuEnd(events, end));
        this.end = end;
    }

    Phases count() {
        Phases spent = Phases.NONE;
        Instant from = menu.start();
        for (Instant to : cuts()) {
            spent = spend(spent, new Span(from, to));
            from = to;
        }
        return spent;
    }

    /** In order, without the start; the last is the end. */
    private Iterable<Instant> cuts() {
        var cuts = new TreeSet<>(List.of(menu.end(), end));
        for (List<Span> spans : List.of(talks, rings)) {
            spans.forEach(span -> cuts.addAll(List.of(span.start(), span.end())));
        }
        return cuts.subSet(menu.start(), false, end, true);
    }

    private Phases spend(Phases so, Span piece) {
        Duration length = piece.length();
        Instant t = piece.start();
        if (Span.anyContains(talks, t)) {
            return new Phases(so.menu(), so.ringing(), so.talk().plus(length), so.waiting());
        }
        if (Span.anyContains(rings, t)) {
            return new Phases(so.menu(), so.ringing().plus(length), so.talk(), so.waiting());
        }
        return menu.contains(t)
                ? new Phases(so.menu().plus(length), so.ringing(), so.talk(), so.waiting())
                : new Phases(so.menu(), so.ringing(), so.talk(), so.waiting().plus(length));
    }

    private static Instant menuEnd(List<CallEvent> events, Instant end) {
        return events.stream()
                .filter(event -> event instanceof CallEvent.LadderOpened || event instanceof CallEvent.FoundClosed)
                .findFirst()
                .map(CallEvent::at)
                .orElse(end);
    }
}
