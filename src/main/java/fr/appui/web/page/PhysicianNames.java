package fr.appui.web.page;

import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How pages call physicians: by name, and colleagues who share one by the end of their RPPS too; templates read {@code inject:names}. */
@Named("names")
@RequestScoped
public class PhysicianNames {

    private static final int TOLD_FIGURES = 4;

    private final Directory directory;
    private final Map<PhysicianId, Physician> read = new HashMap<>();
    private final Map<String, List<Physician>> bearers = new HashMap<>();
    private final Set<TerritoryCode> readOf = new HashSet<>();
    private final Map<PhysicianId, String> told = new HashMap<>();

    PhysicianNames(Directory directory) {
        this.directory = directory;
    }

    public String of(Physician physician) {
        String known = told.get(physician.id());
        if (known == null) {
            known = label(physician);
            told.put(physician.id(), known);
        }
        return known;
    }

    /** Empty for whoever left the directory. */
    public Optional<String> of(PhysicianId id) {
        return Optional.ofNullable(read.get(id))
                .or(() -> directory.physician(id))
                .map(this::of);
    }

    private String label(Physician physician) {
        readColleagues(physician.career().territories());
        String titled = physician.name().titled();
        String rpps = physician.rpps().value();
        return bearers.getOrDefault(titled, List.of()).stream().anyMatch(other -> areColleagues(physician, other))
                ? titled + " (RPPS …" + rpps.substring(rpps.length() - TOLD_FIGURES) + ")"
                : titled;
    }

    /** Of these territories alone, each once. */
    private void readColleagues(Set<TerritoryCode> territories) {
        Set<TerritoryCode> unread = new HashSet<>(territories);
        unread.removeAll(readOf);
        if (!unread.isEmpty()) {
            directory.physiciansOf(Reach.of(unread)).forEach(this::keep);
            readOf.addAll(unread);
        }
    }

    private void keep(Physician one) {
        if (read.put(one.id(), one) == null) {
            bearers.computeIfAbsent(one.name().titled(), name -> new ArrayList<>())
                    .add(one);
        }
    }

    /** Nobody mistakes who never stands in the same rota. */
    private static boolean areColleagues(Physician one, Physician other) {
        return !one.id().equals(other.id())
                && one.career().territories().stream().anyMatch(other.career().territories()::contains);
    }
}
