package fr.appui.web.home;

import fr.appui.directory.DirectoryRead;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.outreach.DutyDesk;
import fr.appui.rota.DutyDay;
import fr.appui.rota.Holding;
import fr.appui.rota.RotasRead;
import fr.appui.trace.CallArchive;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is rung now, or next: read from what calls are decided from. */
@ApplicationScoped
class Tonight {

    private static final int DAYS_AHEAD = 5;

    private final DutyDesk desk;
    private final CallArchive archive;

    Tonight(DutyDesk desk, CallArchive archive) {
        this.desk = desk;
        this.archive = archive;
    }

    /** @param numbers in the order in which they are tried @param confirmed of the first rung: nobody asks the others */
    record Held(String name, int rung, List<String> numbers, boolean confirmed) {}

    record LastCall(String reference, ZonedDateTime at, String ending) {}

    /**
     * @param now whether the duty goes on; else it is the next one
     * @param until when these people hand over
     * @param then who follows without a break, by name
     */
    record Card(
            LocalDate date,
            boolean now,
            ZonedDateTime from,
            ZonedDateTime until,
            List<Held> holders,
            List<String> then,
            @Nullable LastCall last) {}

    /** By territory, none where nothing is on duty in the days to come. @param directory and rotas of these, as they were read */
    Map<TerritoryCode, Card> of(List<Territory> territories, DirectoryRead directory, RotasRead rotas, Instant now) {
        Map<Territory, List<Part>> coming = territories.stream()
                .collect(Collectors.toMap(Function.identity(), territory -> coming(territory, rotas, now)));
        coming.values().removeIf(List::isEmpty);
        List<Part> next = coming.values().stream().map(List::getFirst).toList();
        if (next.isEmpty()) {
            return Map.of();
        }
        List<LocalDate> dates = next.stream().map(Part::date).sorted().toList();
        Set<PhysicianId> people = next.stream()
                .flatMap(part -> part.stretch().ladder().stream())
                .flatMap(holding -> holding.physician().stream())
                .collect(Collectors.toSet());
        var cards = new Cards(
                directory,
                desk.of(people, dates.getFirst(), dates.getLast()),
                archive.latest(coming.keySet().stream().map(Territory::code).collect(Collectors.toSet())),
                now);
        return coming.entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().code(), one -> cards.of(one.getKey(), one.getValue())));
    }

    private static List<Part> coming(Territory territory, RotasRead rotas, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, territory.timeZone());
        return rotas.days(territory.code(), today.minusDays(1), today.plusDays(DAYS_AHEAD)).stream()
                .flatMap(day -> day.stretches().stream()
                        .map(stretch -> new Part(day.window().date(), stretch)))
                .filter(part -> part.stretch().end().isAfter(now))
                .toList();
    }

    private record Part(LocalDate date, DutyDay.Stretch stretch) {}

    private record Cards(
            DirectoryRead directory, DutyDesk.Said said, Map<TerritoryCode, CallArchive.Summary> latest, Instant now) {

        /** @param parts by time, the first under way or the next */
        Card of(Territory territory, List<Part> parts) {
            ZoneId zone = territory.timeZone();
            Part first = parts.getFirst();
            DutyDay.Stretch stretch = first.stretch();
            List<Held> holders = stretch.ladder().stream()
                    .flatMap(holding -> held(holding, first, zone))
                    .toList();
            List<String> then = parts.stream()
                    .skip(1)
                    .findFirst()
                    .filter(next -> next.stretch().start().equals(stretch.end()))
                    .map(next -> next.stretch().ladder().stream()
                            .flatMap(holding -> physician(holding).stream())
                            .map(physician -> physician.name().titled())
                            .toList())
                    .orElse(List.of());
            return new Card(
                    first.date(),
                    !stretch.start().isAfter(now),
                    stretch.start().atZone(zone),
                    stretch.end().atZone(zone),
                    holders,
                    then,
                    last(territory, zone));
        }

        private Stream<Held> held(Holding holding, Part part, ZoneId zone) {
            Instant when = part.stretch().start().isAfter(now) ? part.stretch().start() : now;
            return physician(holding).stream()
                    .map(physician -> new Held(
                            physician.name().titled(),
                            holding.rung(),
                            said
                                    .number(physician.id(), part.date())
                                    .map(List::of)
                                    .orElseGet(() -> physician.numbersAt(
                                            when.atZone(zone).toLocalDateTime()))
                                    .stream()
                                    .map(PhoneNumber::national)
                                    .toList(),
                            said.confirmed(physician.id(), part.date())));
        }

        private Optional<Physician> physician(Holding holding) {
            return holding.physician().flatMap(directory::physician);
        }

        private @Nullable LastCall last(Territory territory, ZoneId zone) {
            return Optional.ofNullable(latest.get(territory.code()))
                    .map(call -> new LastCall(
                            call.call().value(),
                            call.received().atZone(zone),
                            call.ending().map(ending -> ending.label()).orElse("en cours")))
                    .orElse(null);
        }
    }
}
