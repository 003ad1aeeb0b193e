package fr.appui.indicators.sample;

import fr.appui.calendar.DutyCalendars;
import fr.appui.calendar.DutyWindow;
import fr.appui.directory.Directory;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.rota.DutyDay;
import fr.appui.rota.PublishedRotas;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Plays the year of the territories that have a line and a published rota: who answers is who was on duty. */
@ApplicationScoped
public class SampleRegistry {

    /** As published lines report it: from 5 calls a month for the quietest to 60 for the busiest. */
    private static final List<Integer> CALLS_A_MONTH = List.of(31, 22, 46, 12, 60, 17, 5);

    private final Directory directory;
    private final DutyCalendars calendars;
    private final PublishedRotas rotas;
    private final SamplePlayer player;
    private final Clock clock;

    SampleRegistry(
            Directory directory, DutyCalendars calendars, PublishedRotas rotas, SamplePlayer player, Clock clock) {
        this.directory = directory;
        this.calendars = calendars;
        this.rotas = rotas;
        this.player = player;
        this.clock = clock;
    }

    /** @param most calls of each territory, where fewer are wanted @return how many calls were played */
    public int play(int year, OptionalInt most) {
        List<Territory> territories = directory.territories();
        int played = 0;
        for (int i = 0; i < territories.size(); i++) {
            played += play(territories.get(i), year, CALLS_A_MONTH.get(i % CALLS_A_MONTH.size()), most);
        }
        return played;
    }

    private int play(Territory territory, int year, int callsAMonth, OptionalInt most) {
        Map<LocalDate, Map<Integer, PhysicianId>> onDuty = onDuty(territory, year);
        List<DutyWindow> windows = calendars
                .of(territory.code())
                .map(calendar -> calendar.windows(LocalDate.of(year, 1, 1), last(territory, year)).stream()
                        .filter(window -> onDuty.containsKey(window.date()))
                        .toList())
                .orElse(List.of());
        Optional<SupportLine> line = territory.line();
        if (line.isEmpty() || windows.isEmpty()) {
            return 0;
        }
        var setting = new SampleYear.Setting(
                territory.code(),
                line.get().number().e164(),
                territory.timeZone(),
                windows,
                (date, rung) -> holder(onDuty, date, rung));
        int calls = Math.min(most.orElse(Integer.MAX_VALUE), Math.max(1, windows.size() * callsAMonth / 30));
        return player.play(new SampleYear(setting, territory.code().hashCode()), calls)
                .size();
    }

    private static PhysicianId holder(Map<LocalDate, Map<Integer, PhysicianId>> onDuty, LocalDate date, int rung) {
        Map<Integer, PhysicianId> rungs = onDuty.getOrDefault(date, Map.of());
        PhysicianId first = rungs.getOrDefault(1, rungs.values().iterator().next());
        return rungs.getOrDefault(rung, first);
    }

    private Map<LocalDate, Map<Integer, PhysicianId>> onDuty(Territory territory, int year) {
        Map<LocalDate, Map<Integer, PhysicianId>> onDuty = new HashMap<>();
        LocalDate last = last(territory, year);
        if (last.getYear() < year) {
            return onDuty;
        }
        for (DutyDay day : rotas.days(territory.code(), LocalDate.of(year, 1, 1), last)) {
            Map<Integer, PhysicianId> rungs = new HashMap<>();
            day.stretches()
                    .forEach(stretch -> stretch.holdings()
                            .forEach(holding -> holding.physician()
                                    .ifPresent(physician -> rungs.putIfAbsent(holding.rung(), physician))));
            if (!rungs.isEmpty()) {
                onDuty.put(day.window().date(), rungs);
            }
        }
        return onDuty;
    }

    /** Nothing is played that has not happened yet. */
    private LocalDate last(Territory territory, int year) {
        LocalDate dayBeforeYesterday =
                LocalDate.ofInstant(clock.instant(), territory.timeZone()).minusDays(2);
        LocalDate end = LocalDate.of(year, 12, 31);
        return dayBeforeYesterday.isBefore(end) ? dayBeforeYesterday : end;
    }
}
