package fr.appui.web.duties;

import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.DateRange;
import fr.appui.rota.DutyDay;
import fr.appui.rota.Holding;
import fr.appui.rota.PublishedRotas;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The duties that one physician holds, now and to come, over all their territories. */
@ApplicationScoped
public class OwnDuties {

    /** Further ahead than any quarter is published: no duty that somebody holds is left out. */
    private static final int DAYS_AHEAD = 731;

    private final Directory directory;
    private final PublishedRotas rotas;
    private final Clock clock;

    OwnDuties(Directory directory, PublishedRotas rotas, Clock clock) {
        this.directory = directory;
        this.rotas = rotas;
        this.clock = clock;
    }

    /** @param others of the ladder, in order */
    public record Own(
            LocalDate date,
            ZonedDateTime start,
            ZonedDateTime end,
            String territory,
            String code,
            int rung,
            List<Physician> others,
            boolean now) {

        public List<String> with() {
            return others.stream().map(other -> other.name().titled()).toList();
        }
    }

    /** By time; a duty in progress comes first. */
    public List<Own> of(Physician physician) {
        Instant now = clock.instant();
        return of(physician, now, today -> new DateRange(today.minusDays(1), today.plusDays(DAYS_AHEAD)))
                .filter(own -> own.end().toInstant().isAfter(now))
                .toList();
    }

    /** Those dated in a month, past ones among them, by time. */
    List<Own> in(YearMonth month, Physician physician) {
        return of(physician, clock.instant(), today -> new DateRange(month.atDay(1), month.atEndOfMonth()))
                .toList();
    }

    private Stream<Own> of(Physician physician, Instant now, Function<LocalDate, DateRange> dates) {
        Set<TerritoryCode> practised = physician.career().territories();
        return directory.territories().stream()
                .filter(territory -> practised.contains(territory.code()))
                .flatMap(territory ->
                        of(physician.id(), territory, dates.apply(LocalDate.ofInstant(now, territory.timeZone())), now))
                .sorted(Comparator.comparing(Own::start));
    }

    private Stream<Own> of(PhysicianId physician, Territory territory, DateRange dates, Instant now) {
        return rotas.days(territory.code(), dates.from(), dates.to()).stream()
                .flatMap(day ->
                        day.stretches().stream().flatMap(stretch -> own(physician, territory, day, stretch, now)));
    }

    private Stream<Own> own(
            PhysicianId physician, Territory territory, DutyDay day, DutyDay.Stretch stretch, Instant now) {
        return stretch.ladder().stream()
                .filter(holding -> holding.physician().filter(physician::equals).isPresent())
                .map(holding -> new Own(
                        day.window().date(),
                        stretch.start().atZone(territory.timeZone()),
                        stretch.end().atZone(territory.timeZone()),
                        territory.name(),
                        territory.code().value(),
                        holding.rung(),
                        others(physician, stretch),
                        !stretch.start().isAfter(now) && stretch.end().isAfter(now)));
    }

    private List<Physician> others(PhysicianId physician, DutyDay.Stretch stretch) {
        return stretch.ladder().stream()
                .map(Holding::physician)
                .flatMap(Optional::stream)
                .filter(other -> !other.equals(physician))
                .flatMap(other -> directory.physician(other).stream())
                .toList();
    }
}
