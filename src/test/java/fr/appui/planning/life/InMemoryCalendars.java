package fr.appui.planning.life;

import fr.appui.calendar.ArsAgreement;
import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.KeptCalendars;
import fr.appui.calendar.Perimeter;
import fr.appui.directory.Directory;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.InvalidInput;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

final class InMemoryCalendars implements KeptCalendars {

    private final Directory directory;
    private final Map<TerritoryCode, TreeMap<LocalDate, Perimeter>> kept = new HashMap<>();

    InMemoryCalendars(Directory directory) {
        this.directory = directory;
    }

    @Override
    public Optional<DutyCalendar> of(TerritoryCode territory) {
        return directory.territory(territory).map(found -> calendar(found, perimeters(territory)));
    }

    @Override
    public List<Perimeter> perimeters(TerritoryCode territory) {
        return List.copyOf(versions(territory).values());
    }

    @Override
    public Map<TerritoryCode, List<Perimeter>> perimeters(Reach within) {
        return kept.keySet().stream()
                .filter(code -> within.only().map(only -> only.contains(code)).orElse(true))
                .collect(Collectors.toMap(code -> code, this::perimeters));
    }

    @Override
    public void save(TerritoryCode territory, Perimeter version) {
        TreeMap<LocalDate, Perimeter> wanted = new TreeMap<>(versions(territory));
        Perimeter known = wanted.put(version.inForceFrom(), version);
        if (known != null && known.isAgreed() && !known.equals(version)) {
            throw new InvalidInput("périmètre : une version agréée ne change plus");
        }
        calendar(directory.territory(territory).orElseThrow(IllegalArgumentException::new), wanted.values());
        kept.put(territory, wanted);
    }

    @Override
    public void agree(TerritoryCode territory, LocalDate inForceFrom, ArsAgreement agreement) {
        Perimeter announced = Optional.ofNullable(versions(territory).get(inForceFrom))
                .orElseThrow(() -> new InvalidInput("périmètre : aucune version n’est annoncée"));
        save(territory, announced.agreed(agreement.date(), agreement.reference()));
    }

    @Override
    public void end(TerritoryCode territory, Optional<LocalDate> lastDay) {
        of(territory)
                .orElseThrow()
                .ending(lastDay)
                .forEach(version -> versions(territory).put(version.inForceFrom(), version));
    }

    private TreeMap<LocalDate, Perimeter> versions(TerritoryCode territory) {
        return kept.getOrDefault(territory, new TreeMap<>());
    }

    private static DutyCalendar calendar(Territory territory, Collection<Perimeter> versions) {
        return new DutyCalendar(territory.timeZone(), territory.holidayZone(), List.copyOf(versions));
    }
}
