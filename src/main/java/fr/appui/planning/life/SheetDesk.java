package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.feed.RotaSheet;
import fr.appui.rota.PublishedRotas;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A quarter's duties as they are held, for a spreadsheet. */
@ApplicationScoped
@Transactional
public class SheetDesk {

    private final PublishedRotas rotas;
    private final Directory directory;

    SheetDesk(PublishedRotas rotas, Directory directory) {
        this.rotas = rotas;
        this.directory = directory;
    }

    public List<RotaSheet.Row> rows(TerritoryCode code, Quarter quarter) {
        ZoneId zone = directory.territory(code).orElseThrow().timeZone();
        Map<PhysicianId, Optional<Physician>> known = new HashMap<>();
        return HeldPart.of(rotas.days(code, quarter.first(), quarter.last())).stream()
                .map(part -> new RotaSheet.Row(
                        part.date(),
                        part.rung(),
                        holder(known.computeIfAbsent(part.physician(), directory::physician), part.date()),
                        local(part.start(), zone),
                        local(part.end(), zone),
                        part.reason()))
                .toList();
    }

    private static RotaSheet.Holder holder(Optional<Physician> physician, LocalDate date) {
        return physician
                .map(found -> new RotaSheet.Holder(
                        found.rpps().value(),
                        found.name().titled(),
                        found.career()
                                .employerOn(date)
                                .map(employer -> employer.value())
                                .orElse("")))
                .orElseGet(() -> new RotaSheet.Holder("", "", ""));
    }

    private static LocalDateTime local(Instant moment, ZoneId zone) {
        return LocalDateTime.ofInstant(moment, zone);
    }
}
