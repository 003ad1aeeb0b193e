package fr.appui.web.rotas;

import fr.appui.calendar.Quarter;
import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.french.WrittenValue;
import fr.appui.planning.DutyRung;
import fr.appui.planning.life.HeldPart;
import fr.appui.rota.PublishedRotas;
import fr.appui.web.page.AddressFaults;
import fr.appui.web.page.PhysicianNames;
import fr.appui.web.request.Known;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an address of the planning pages names. Whether the visitor reaches that territory was checked before. */
@ApplicationScoped
public class PlanningDoor {

    private final Known known;
    private final Directory directory;
    private final PublishedRotas rotas;
    private final PhysicianNames names;
    private final AddressFaults faults;
    private final Clock clock;

    PlanningDoor(
            Known known,
            Directory directory,
            PublishedRotas rotas,
            PhysicianNames names,
            AddressFaults faults,
            Clock clock) {
        this.faults = faults;
        this.names = names;
        this.known = known;
        this.directory = directory;
        this.rotas = rotas;
        this.clock = clock;
    }

    public Planned planned(String code, String quarter) {
        return new Planned(territory(code), known.quarter(quarter));
    }

    /** In the quarter under way. */
    public Planned today(String code) {
        return today(territory(code));
    }

    Planned today(Territory territory) {
        return new Planned(territory, Quarter.of(date(territory)));
    }

    /** To look at: the quarter asked for; the one under way where none is, or none that can be read. */
    public Planned shown(String code, String quarter) {
        Territory territory = territory(code);
        return faults.read("Trimestre", quarter, known::quarter)
                .map(asked -> new Planned(territory, asked))
                .orElseGet(() -> today(territory));
    }

    /** The quarter asked for, or the one under way. */
    public Planned asked(String code, String quarter) {
        return WrittenValue.isNothing(quarter) ? today(code) : planned(code, quarter);
    }

    Territory territory(String code) {
        return directory.territory(known.territory(code)).orElseThrow();
    }

    public LocalDate date(Territory territory) {
        return LocalDate.ofInstant(clock.instant(), territory.timeZone());
    }

    /** Who may be chosen. */
    public List<Physician> physicians(Territory territory) {
        return directory.takingPart(territory.code(), date(territory));
    }

    /** Who may withdraw: whoever takes part, and who left and holds a duty to come. */
    public List<Physician> withdrawable(Planned at) {
        Territory territory = at.territory();
        LocalDate today = date(territory);
        Set<PhysicianId> holders = HeldPart.of(
                        rotas.days(at.code(), today, Quarter.of(today).next().last()))
                .stream()
                .map(HeldPart::physician)
                .collect(Collectors.toSet());
        List<Physician> takingPart = physicians(territory);
        Stream<Physician> left = directory.physiciansOf(territory.code()).stream()
                .filter(one -> holders.contains(one.id()) && !takingPart.contains(one));
        return Stream.concat(takingPart.stream(), left).toList();
    }

    /** Who left among them, nobody who was erased: what they held or wished is still looked at. */
    public Optional<Physician> physician(Territory territory, String id) {
        return directory.physiciansOf(territory.code()).stream()
                .filter(one -> !one.isErased() && one.id().toString().equals(id))
                .findFirst();
    }

    /** Empty without a window on that date. */
    public Optional<DutyRelay> relay(Planned at, LocalDate date, DutyRung rung) {
        return rotas.days(at.code(), date, date).stream()
                .findFirst()
                .map(day -> DutyRelay.of(
                        day.window(),
                        rung,
                        HeldPart.of(List.of(day)),
                        this::name,
                        at.territory().timeZone()));
    }

    public String name(PhysicianId id) {
        return names.of(id).orElse("médecin retiré de l’annuaire");
    }
}
