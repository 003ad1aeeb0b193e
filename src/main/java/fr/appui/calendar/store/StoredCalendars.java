package fr.appui.calendar.store;

import fr.appui.calendar.ArsAgreement;
import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.KeptCalendars;
import fr.appui.calendar.Perimeter;
import fr.appui.directory.Directory;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.FrenchDate;
import fr.appui.french.InvalidInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

@ApplicationScoped
@Transactional
class StoredCalendars implements KeptCalendars {

    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2099;

    private final Directory directory;

    StoredCalendars(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Optional<DutyCalendar> of(TerritoryCode code) {
        return directory.territory(code).map(territory -> calendar(territory, perimeters(code)));
    }

    @Override
    public List<Perimeter> perimeters(TerritoryCode territory) {
        return PerimeterRow.of(territory).stream()
                .map(PerimeterRow::toPerimeter)
                .toList();
    }

    @Override
    public Map<TerritoryCode, List<Perimeter>> perimeters(Reach within) {
        return PerimeterRow.of(within).stream()
                .collect(Collectors.groupingBy(
                        row -> new TerritoryCode(row.territory),
                        Collectors.mapping(PerimeterRow::toPerimeter, Collectors.toList())));
    }

    @Override
    public void save(TerritoryCode code, Perimeter version) {
        PerimeterRow row = PerimeterRow.of(code, version.inForceFrom()).orElseGet(PerimeterRow::new);
        if (row.agreedOn != null && !row.toPerimeter().ending(version.lastDay()).equals(version)) {
            throw new InvalidInput("périmètre : la version en vigueur le "
                    + FrenchDate.of(version.inForceFrom())
                    + " est agréée par l’ARS et ne change plus ; en annoncer une autre");
        }
        requireWithinReach(version.inForceFrom());
        requireNotEnded(code, version.inForceFrom());
        requireThatPlagesFollow(code, version);
        row.fill(code, version);
        row.persist();
        lastDay(code).ifPresent(last -> end(code, Optional.of(last)));
    }

    @Override
    public void agree(TerritoryCode code, LocalDate inForceFrom, ArsAgreement agreement) {
        Perimeter announced = PerimeterRow.of(code, inForceFrom)
                .map(PerimeterRow::toPerimeter)
                .orElseThrow(() -> new InvalidInput("périmètre : aucune version n’est annoncée pour le "
                        + FrenchDate.of(inForceFrom) + " ; l’annoncer d’abord"));
        save(code, announced.agreed(agreement.date(), agreement.reference()));
    }

    @Override
    public void end(TerritoryCode code, Optional<LocalDate> lastDay) {
        of(code).orElseThrow()
                .ending(lastDay)
                .forEach(version ->
                        PerimeterRow.of(code, version.inForceFrom()).ifPresent(row -> row.fill(code, version)));
    }

    private static Optional<LocalDate> lastDay(TerritoryCode code) {
        return PerimeterRow.of(code).stream()
                .flatMap(row -> row.toPerimeter().lastDay().stream())
                .findFirst();
    }

    private static void requireNotEnded(TerritoryCode code, LocalDate inForceFrom) {
        lastDay(code).filter(inForceFrom::isAfter).ifPresent(last -> {
            throw new InvalidInput("entrée en vigueur : les plages de ce territoire prennent fin le "
                    + FrenchDate.of(last)
                    + ", sa ligne étant réunie à une autre ; annoncer ce changement pour le territoire qui répond");
        });
    }

    private void requireThatPlagesFollow(TerritoryCode code, Perimeter version) {
        Territory territory = directory
                .territory(code)
                .orElseThrow(() -> new InvalidInput("territoire : « " + code + " » n’est pas connu"));
        var versions = new ArrayList<>(perimeters(code));
        versions.removeIf(other -> other.inForceFrom().equals(version.inForceFrom()));
        versions.add(version.isAgreed() ? version : version.agreed(version.announcedOn(), "attendu"));
        calendar(territory, versions).requireNoHoleAround(version.inForceFrom());
    }

    /** A year mistyped would give hours that no calendar of holidays covers. */
    private static void requireWithinReach(LocalDate inForceFrom) {
        if (inForceFrom.getYear() < EARLIEST_YEAR || inForceFrom.getYear() > LATEST_YEAR) {
            throw new InvalidInput("entrée en vigueur : le " + FrenchDate.of(inForceFrom)
                    + " est hors limites ; choisir une année de " + EARLIEST_YEAR + " à " + LATEST_YEAR);
        }
    }

    private static DutyCalendar calendar(Territory territory, List<Perimeter> versions) {
        return new DutyCalendar(territory.timeZone(), territory.holidayZone(), versions);
    }
}
