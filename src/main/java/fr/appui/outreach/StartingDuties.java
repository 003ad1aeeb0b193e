package fr.appui.outreach;

import fr.appui.directory.SupportLine;
import fr.appui.outreach.OpenLineCheck.HeldDuty;
import fr.appui.rota.IndexedRota;
import fr.appui.rota.LadderPeriod;
import fr.appui.rota.OnDuty;
import fr.appui.rota.Rung;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The duties that start soon, each with the holder of its first rung. Who goes on from the window before is not asked: they
 * were reachable until now, and it may be the middle of their night.
 */
final class StartingDuties {

    private StartingDuties() {}

    static List<HeldDuty> within(Duration ahead, Instant now, IndexedRota rota) {
        return rota.lines().stream()
                .flatMap(line -> of(line, rota.windowsFrom(line, now, 2)))
                .filter(duty -> duty.startsAt().isAfter(now) && !duty.startsAt().isAfter(now.plus(ahead)))
                .toList();
    }

    /** The first rung when a window starts. */
    static List<Rung> ladderAt(HeldDuty duty, SupportLine line, IndexedRota rota) {
        return rota.onDuty(line, duty.startsAt()) instanceof OnDuty.Open open ? open.ladder() : List.of();
    }

    private static Stream<HeldDuty> of(SupportLine line, List<LadderPeriod> periods) {
        return IntStream.range(0, periods.size())
                .filter(i -> startsWindow(periods.get(i)) && !goesOn(periods, i))
                .mapToObj(periods::get)
                .flatMap(period -> first(period).stream()
                        .map(rung -> new HeldDuty(
                                line.territory(), period.onDuty().window().date(), rung.physician(), period.start())));
    }

    private static boolean startsWindow(LadderPeriod period) {
        return period.start().equals(period.onDuty().window().start());
    }

    private static boolean goesOn(List<LadderPeriod> periods, int index) {
        return index > 0
                && periods.get(index - 1).end().equals(periods.get(index).start())
                && first(periods.get(index - 1))
                        .map(Rung::physician)
                        .equals(first(periods.get(index)).map(Rung::physician));
    }

    private static Optional<Rung> first(LadderPeriod period) {
        return period.onDuty().ladder().stream().findFirst();
    }
}
