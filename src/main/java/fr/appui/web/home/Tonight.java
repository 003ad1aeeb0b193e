package fr.appui.web.home;

import fr.appui.directory.Directory;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.outreach.DutyDesk;
import fr.appui.rota.DutyDay;
import fr.appui.rota.Holding;
import fr.appui.rota.PublishedRotas;
import fr.appui.trace.CallArchive;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is rung now, or next: read from what calls are decided from. */
@ApplicationScoped
class Tonight {

    private static final int DAYS_AHEAD = 5;

    private final PublishedRotas rotas;
    private final Directory directory;
    private final DutyDesk desk;
    private final CallArchive archive;

    Tonight(PublishedRotas rotas, Directory directory, DutyDesk desk, CallArchive archive) {
        this.rotas = rotas;
        this.directory = directory;
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

    /** Empty where nothing is on duty in the days to come. */
    Optional<Card> of(Territory territory, Instant now) {
        ZoneId zone = territory.timeZone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<DutyDay> days = rotas.days(territory.code(), today.minusDays(1), today.plusDays(DAYS_AHEAD));
        List<Part> parts = days.stream()
                .flatMap(day -> day.stretches().stream()
                        .map(stretch -> new Part(day.window().date(), stretch)))
                .filter(part -> part.stretch().end().isAfter(now))
                .toList();
        return parts.stream().findFirst().map(first -> card(territory, first, parts, now));
    }

    private record Part(LocalDate date, DutyDay.Stretch stretch) {}

    private Card card(Territory territory, Part first, List<Part> parts, Instant now) {
        ZoneId zone = territory.timeZone();
        DutyDay.Stretch stretch = first.stretch();
        List<Held> holders = stretch.ladder().stream()
                .flatMap(holding -> held(holding, first, zone, now))
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

    private Stream<Held> held(Holding holding, Part part, ZoneId zone, Instant now) {
        Instant when = part.stretch().start().isAfter(now) ? part.stretch().start() : now;
        return physician(holding).stream()
                .map(physician -> new Held(
                        physician.name().titled(),
                        holding.rung(),
                        desk
                                .numberFor(physician.id(), part.date())
                                .map(List::of)
                                .orElseGet(() ->
                                        physician.numbersAt(when.atZone(zone).toLocalDateTime()))
                                .stream()
                                .map(PhoneNumber::national)
                                .toList(),
                        desk.isConfirmed(physician.id(), part.date())));
    }

    private Optional<Physician> physician(Holding holding) {
        return holding.physician().flatMap(directory::physician);
    }

    private @Nullable LastCall last(Territory territory, ZoneId zone) {
        var search = new CallArchive.Search(
                Optional.empty(),
                Optional.empty(),
                Reach.of(territory.code()),
                Optional.empty(),
                Optional.empty(),
                0,
                1,
                true);
        return archive.search(search).items().stream()
                .findFirst()
                .map(call -> new LastCall(
                        call.call().value(),
                        call.received().atZone(zone),
                        call.ending().map(ending -> ending.label()).orElse("en cours")))
                .orElse(null);
    }
}
