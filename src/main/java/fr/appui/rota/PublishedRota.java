package fr.appui.rota;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.FrenchDate;
import fr.appui.french.InvalidInput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/**
 * One version of a quarter's rota as the coordinator published it.
 *
 * @param version first is 1; the highest is the one in force
 * @param duties by date, then rung; a slot that is absent is held by nobody
 */
public record PublishedRota(
        TerritoryCode territory, Quarter quarter, int version, Publisher publisher, List<Duty> duties) {

    /** Who made this version the one in force, and when. */
    public record Publisher(String name, Instant at) {}

    private record DateAndRung(LocalDate date, int rung) {}

    public PublishedRota {
        if (version < 1) {
            throw new InvalidInput("version : la première est 1, pas " + version);
        }
        duties = List.copyOf(duties);
        var held = new HashSet<DateAndRung>();
        for (Duty duty : duties) {
            if (!quarter.contains(duty.date())) {
                throw new InvalidInput("astreinte du " + FrenchDate.of(duty.date()) + " : elle est hors du trimestre ("
                        + quarter.label() + ")");
            }
            if (!held.add(new DateAndRung(duty.date(), duty.rung()))) {
                throw new InvalidInput("astreinte du " + FrenchDate.of(duty.date()) + ", rang " + duty.rung()
                        + " : deux médecins pour une place ; en garder un");
            }
        }
    }
}
