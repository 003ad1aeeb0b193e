package fr.appui.web.territories;

import fr.appui.calendar.DutyCalendars;
import fr.appui.directory.Directory;
import fr.appui.directory.Establishment;
import fr.appui.directory.Joinings;
import fr.appui.directory.LocalRules;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Territory;
import fr.appui.trace.OutcomeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** What a territory's line offers today. */
@ApplicationScoped
class Offer {

    private final Directory directory;
    private final DutyCalendars calendars;
    private final Joinings joinings;
    private final OutcomeSettings outcomes;
    private final Clock clock;

    Offer(Directory directory, DutyCalendars calendars, Joinings joinings, OutcomeSettings outcomes, Clock clock) {
        this.directory = directory;
        this.calendars = calendars;
        this.joinings = joinings;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    HealthcareService of(Territory territory) {
        return HealthcareService.of(
                territory,
                host(territory),
                calendars.answeredOn(territory.code(), today(territory), joinings),
                Optional.ofNullable(
                        outcomes.transmission().mailbox().get(territory.code().value())));
    }

    LocalRules rules(Territory territory) {
        return joinings.rulesToldOf(territory, today(territory), directory);
    }

    Optional<PhoneNumber> byDay(Territory territory) {
        return joinings.byDayToldOf(territory, today(territory), directory);
    }

    private LocalDate today(Territory territory) {
        return LocalDate.ofInstant(clock.instant(), territory.timeZone());
    }

    Optional<Establishment> host(Territory territory) {
        return territory
                .host()
                .flatMap(finess ->
                        directory.partners(territory.code()).flatMap(partners -> partners.establishment(finess)));
    }
}
