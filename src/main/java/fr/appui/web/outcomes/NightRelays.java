package fr.appui.web.outcomes;

import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.DutyCalendars;
import fr.appui.calendar.Opening;
import fr.appui.directory.Joinings;
import fr.appui.directory.TakeOver;
import fr.appui.directory.TakeOvers;
import fr.appui.directory.TerritoryCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Services that may take over this night, wherever a line answers. */
@ApplicationScoped
class NightRelays {

    private final TakeOvers takeOvers;
    private final DutyCalendars calendars;
    private final Joinings joinings;
    private final Clock clock;

    NightRelays(TakeOvers takeOvers, DutyCalendars calendars, Joinings joinings, Clock clock) {
        this.takeOvers = takeOvers;
        this.calendars = calendars;
        this.joinings = joinings;
        this.clock = clock;
    }

    /** Of the territory that answers, then of those joined into it. */
    List<TakeOver> of(TerritoryCode territory) {
        Instant now = clock.instant();
        DutyCalendar own = calendars.of(territory).orElseThrow();
        TerritoryCode answering = joinings.answering(territory, LocalDate.ofInstant(now, own.zone()));
        LocalDate night = night(calendars.of(answering).orElse(own), now);
        return joinings.together(territory, night).stream()
                .flatMap(line -> takeOvers.on(line, night).stream())
                .toList();
    }

    /** A night belongs to the day on which its duty began (domain §3); between duties it is the one to come. */
    static LocalDate night(DutyCalendar calendar, Instant at) {
        return switch (calendar.openingAt(at)) {
            case Opening.Open open -> open.window().date();
            case Opening.Closed closed -> LocalDate.ofInstant(at, calendar.zone());
        };
    }
}
