package fr.appui.web.swaps;

import fr.appui.directory.Directory;
import fr.appui.directory.Eligibility;
import fr.appui.directory.Partners;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.french.FrenchOrder;
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
import java.util.Optional;

/** What may be swapped in a territory: the first-rung duties to come, by who holds them until their end. */
@ApplicationScoped
class SwapChoices {

    private static final int DAYS_AHEAD = 120;

    private final PublishedRotas rotas;
    private final Directory directory;
    private final Clock clock;

    SwapChoices(PublishedRotas rotas, Directory directory, Clock clock) {
        this.rotas = rotas;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param now whether it is under way: it may only be handed over from a moment within it */
    record Held(LocalDate date, ZonedDateTime start, ZonedDateTime end, PhysicianId holder, boolean now) {}

    /** By date. */
    List<Held> duties(Territory territory) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(territory.timeZone()).toLocalDate();
        return rotas.days(territory.code(), today.minusDays(1), today.plusDays(DAYS_AHEAD)).stream()
                .filter(day -> day.window().end().isAfter(now))
                .flatMap(day -> held(day, territory, now).stream())
                .toList();
    }

    /** Who may hold one of the duties to come, by name, oneself left out. */
    List<Physician> colleagues(Territory territory, PhysicianId own) {
        return colleagues(
                territory, own, duties(territory).stream().map(Held::date).toList());
    }

    /** Who may hold the duty of one of these dates, by name, oneself left out. */
    List<Physician> colleagues(Territory territory, PhysicianId own, List<LocalDate> dates) {
        Partners partners = directory.partners(territory.code()).orElseThrow();
        return directory.physiciansOf(territory.code()).stream()
                .filter(physician -> !physician.id().equals(own) && mayHold(physician, partners, dates))
                .sorted(Comparator.comparing(
                                (Physician physician) -> physician.name().family(), FrenchOrder.alphabetical())
                        .thenComparing(physician -> physician.name().given(), FrenchOrder.alphabetical()))
                .toList();
    }

    /** One of them at least. */
    static boolean mayHold(Physician physician, Partners partners, List<LocalDate> dates) {
        var eligibility = new Eligibility(physician, partners);
        return dates.stream().anyMatch(date -> eligibility.on(date) instanceof Eligibility.Answer.Eligible);
    }

    private static Optional<Held> held(DutyDay day, Territory territory, Instant now) {
        return day.stretches().getLast().holdings().stream()
                .filter(holding -> holding.rung() == 1)
                .map(Holding::physician)
                .flatMap(Optional::stream)
                .findFirst()
                .map(holder -> new Held(
                        day.window().date(),
                        day.window().start().atZone(territory.timeZone()),
                        day.window().end().atZone(territory.timeZone()),
                        holder,
                        !day.window().start().isAfter(now)));
    }
}
