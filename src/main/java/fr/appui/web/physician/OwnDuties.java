package fr.appui.web.physician;

import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.rota.DutyDay;
import fr.appui.rota.Holding;
import fr.appui.rota.PublishedRotas;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The duties that one physician holds, now and to come, over all their territories. */
@ApplicationScoped
class OwnDuties {

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

    /** @param with whom: the others of the ladder, in order */
    record Own(
            LocalDate date,
            ZonedDateTime start,
            ZonedDateTime end,
            String territory,
            String code,
            int rung,
            List<String> with,
            boolean now) {}

    /** By time; a duty in progress comes first. */
    List<Own> of(Physician physician) {
        Instant now = clock.instant();
        Set<fr.appui.directory.TerritoryCode> practised = physician.career().practices().stream()
                .map(practice -> practice.territory())
                .collect(Collectors.toSet());
        return directory.territories().stream()
                .filter(territory -> practised.contains(territory.code()))
                .flatMap(territory -> of(physician.id(), territory, now))
                .sorted(Comparator.comparing(Own::start))
                .toList();
    }

    private Stream<Own> of(PhysicianId physician, Territory territory, Instant now) {
        LocalDate today = now.atZone(territory.timeZone()).toLocalDate();
        return rotas.days(territory.code(), today.minusDays(1), today.plusDays(DAYS_AHEAD)).stream()
                .flatMap(day -> day.stretches().stream()
                        .filter(stretch -> stretch.end().isAfter(now))
                        .flatMap(stretch -> own(physician, territory, day, stretch, now)));
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
                        !stretch.start().isAfter(now)));
    }

    private List<String> others(PhysicianId physician, DutyDay.Stretch stretch) {
        return stretch.ladder().stream()
                .map(Holding::physician)
                .flatMap(java.util.Optional::stream)
                .filter(other -> !other.equals(physician))
                .flatMap(other -> directory.physician(other).stream())
                .map(other -> other.name().titled())
                .toList();
    }
}
