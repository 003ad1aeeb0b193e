package fr.appui.planning.life;

import fr.appui.directory.Directory;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.FrenchDate;
import fr.appui.planning.feed.CalendarEntry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;

/** Told duties in words: entries of a calendar, lines of a mail. No phone number is among them. */
@ApplicationScoped
class DutyEntries {

    private final Directory directory;
    private final WrittenNames names;

    DutyEntries(Directory directory, WrittenNames names) {
        this.directory = directory;
        this.names = names;
    }

    /** For the physician's own calendar: which territory. */
    List<CalendarEntry> forPhysician(List<ToldDuty> duties) {
        return duties.stream()
                .map(duty -> entry(duty, "Astreinte soins palliatifs – " + territoryName(duty)))
                .toList();
    }

    /** For a whole territory's calendar: who. */
    List<CalendarEntry> forTerritory(List<ToldDuty> duties) {
        return duties.stream()
                .map(duty -> entry(duty, names.of(duty.key().physician()) + " – " + rung(duty)))
                .toList();
    }

    /** {@code du lundi 3 août 2026 à 18 h au mardi 4 août 2026 à 8 h 30, Oise, premier rang}. */
    String line(ToldDuty duty) {
        ZoneId zone = directory.zoneOf(duty.key().slot().territory());
        return "du " + FrenchDate.andTime(duty.start().atZone(zone)) + " au "
                + FrenchDate.andTime(duty.end().atZone(zone)) + ", " + territoryName(duty) + ", " + rung(duty);
    }

    String territoryName(TerritoryCode code) {
        return directory.territory(code).map(Territory::name).orElse(code.value());
    }

    String physicianName(PhysicianId physician) {
        return names.of(physician);
    }

    private CalendarEntry entry(ToldDuty duty, String summary) {
        return new CalendarEntry(
                duty.key().uid(),
                new CalendarEntry.Span(duty.start(), duty.end()),
                new CalendarEntry.Text(summary, line(duty)),
                duty.sequence(),
                duty.changedAt(),
                duty.cancelled());
    }

    private String territoryName(ToldDuty duty) {
        return territoryName(duty.key().slot().territory());
    }

    private static String rung(ToldDuty duty) {
        return HeldRota.rung(duty.key().slot().rung())
                .map(rung -> rung.label())
                .orElse("rang " + duty.key().slot().rung());
    }
}
