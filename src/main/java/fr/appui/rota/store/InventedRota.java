package fr.appui.rota.store;

import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.calendar.Quarter;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.Duty;
import fr.appui.rota.PublishedRota;
import fr.appui.rota.RotaFacts;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes the snapshot of a rota that nobody is on, one line open at every hour: for {@code deploy/archive}, so that the way from a snapshot
 * on disk to a first decision is in the archive of classes. Numbers are those that are kept for fiction.
 */
public final class InventedRota {

    private static final TerritoryCode TERRITORY = new TerritoryCode("ARCHIVE");
    private static final PhysicianId NOBODY = new PhysicianId(new UUID(0, 0));
    private static final LocalTime CHANGE = LocalTime.of(8, 30);

    private InventedRota() {}

    /** @throws FileAlreadyExistsException rather than put it where a site's own may be */
    public static void write(Path file, Instant now) throws FileAlreadyExistsException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        new SnapshotFile(file, KeptRota.json()).write(facts(now));
    }

    static boolean isIn(RotaFacts facts) {
        return facts.territories().stream().anyMatch(known -> known.code().equals(TERRITORY));
    }

    static RotaFacts facts(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, Territory.USUAL_ZONE);
        List<LocalDate> days =
                Stream.of(today.minusDays(1), today, today.plusDays(1)).toList();
        var line = new SupportLine(PhoneNumber.parse("03 53 01 99 99"), TERRITORY, LineSettings.defaults());
        var clockwork = new RotaFacts.Clockwork(
                Territory.USUAL_ZONE,
                HolidayZone.METROPOLE,
                List.of(Perimeter.announced(
                                PerimeterKind.EXTENDED,
                                new PerimeterHours(CHANGE, CHANGE, CHANGE, true),
                                today.minusDays(2),
                                today.minusDays(2))
                        .agreed(today.minusDays(2), "archive")));
        List<PublishedRota> rotas = days.stream()
                .map(Quarter::of)
                .distinct()
                .map(quarter -> new PublishedRota(
                        TERRITORY,
                        quarter,
                        1,
                        new PublishedRota.Publisher("archive", now),
                        days.stream()
                                .filter(day -> Quarter.of(day).equals(quarter))
                                .map(day -> new Duty(day, 1, NOBODY))
                                .toList()))
                .toList();
        return new RotaFacts(
                now,
                days.getFirst(),
                days.getLast(),
                List.of(new RotaFacts.TerritoryFacts(TERRITORY, clockwork, Optional.of(line), rotas, List.of())),
                List.of(new RotaFacts.Reachable(
                        NOBODY, List.of(ContactNumber.always(PhoneNumber.parse("06 39 98 99 99"))))));
    }
}
