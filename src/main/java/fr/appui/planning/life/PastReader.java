package fr.appui.planning.life;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fr.appui.calendar.Quarter;
import fr.appui.directory.DirectoryLookup;
import fr.appui.directory.Partners;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.DayToCover;
import fr.appui.planning.DutyRung;
import fr.appui.planning.PastShare;
import fr.appui.planning.Tallies;
import fr.appui.planning.Tally;
import fr.appui.rota.DutyDay;
import fr.appui.rota.RotasInForce;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What each physician held in earlier quarters, the memory of fairness: duties as they were really held. */
@ApplicationScoped
public class PastReader {

    private static final int QUARTERS = 4;

    private final DirectoryLookup directory;
    private final RotasInForce rotas;
    private final VolunteerReader volunteers;

    PastReader(DirectoryLookup directory, RotasInForce rotas, VolunteerReader volunteers) {
        this.directory = directory;
        this.rotas = rotas;
        this.volunteers = volunteers;
    }

    List<PastShare> before(TerritoryCode territory, Quarter quarter) {
        return of(
                territory,
                Stream.iterate(quarter.previous(), Quarter::previous)
                        .limit(QUARTERS)
                        .toList());
    }

    /** Nothing for a quarter in which nobody was on duty: there is nothing to remember. */
    public List<PastShare> of(TerritoryCode code, Quarter quarter) {
        return of(code, List.of(quarter));
    }

    /** @param quarters the latest first, without a gap: they are read at once */
    private List<PastShare> of(TerritoryCode code, List<Quarter> quarters) {
        Territory territory = directory.territory(code).orElseThrow();
        Map<Quarter, List<DutyDay>> days =
                rotas.days(code, quarters.getLast().first(), quarters.getFirst().last()).stream()
                        .collect(groupingBy(day -> Quarter.of(day.window().date())));
        return quarters.stream()
                .flatMap(quarter -> of(territory, quarter, days.getOrDefault(quarter, List.of())).stream())
                .toList();
    }

    private List<PastShare> of(Territory territory, Quarter quarter, List<DutyDay> days) {
        Map<PhysicianId, List<DayToCover>> held = days.stream()
                .filter(day -> HeldRota.holder(day, DutyRung.FIRST).isPresent())
                .collect(groupingBy(
                        day -> HeldRota.holder(day, DutyRung.FIRST).orElseThrow(),
                        mapping(day -> ProblemReader.toCover(day.window(), territory), toList())));
        if (held.isEmpty()) {
            return List.of();
        }
        Partners partners = directory.partners(territory.code()).orElseThrow();
        return directory.physiciansOf(territory.code()).stream()
                .map(physician -> share(physician, partners, quarter, days, held))
                .toList();
    }

    private PastShare share(
            Physician physician,
            Partners partners,
            Quarter quarter,
            List<DutyDay> days,
            Map<PhysicianId, List<DayToCover>> held) {
        int present = volunteers.presentDays(
                physician,
                partners,
                days.stream().map(day -> day.window().date()).toList());
        List<DayToCover> own = held.getOrDefault(physician.id(), List.of());
        return new PastShare(physician.id(), quarter, present, own.isEmpty() ? Tally.NOTHING : Tallies.of(own));
    }
}
