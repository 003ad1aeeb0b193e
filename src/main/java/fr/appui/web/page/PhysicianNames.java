package fr.appui.web.page;

import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How pages call physicians: by name, and colleagues who share one by the end of their RPPS too; templates read {@code inject:names}. */
@Named("names")
@RequestScoped
public class PhysicianNames {

    private static final int TOLD_FIGURES = 4;

    private final Directory directory;
    private @Nullable Map<PhysicianId, String> known;

    PhysicianNames(Directory directory) {
        this.directory = directory;
    }

    public String of(Physician physician) {
        return of(physician.id()).orElseGet(() -> physician.name().titled());
    }

    /** Empty for whoever left the directory. */
    public Optional<String> of(PhysicianId id) {
        Map<PhysicianId, String> names = known;
        if (names == null) {
            names = apart(directory.physicians());
            known = names;
        }
        return Optional.ofNullable(names.get(id));
    }

    static Map<PhysicianId, String> apart(List<Physician> all) {
        Map<String, List<Physician>> bearers =
                all.stream().collect(Collectors.groupingBy(one -> one.name().titled()));
        return all.stream()
                .collect(Collectors.toMap(
                        Physician::id,
                        one -> label(
                                one,
                                bearers.getOrDefault(one.name().titled(), List.of()).stream()
                                        .anyMatch(other -> areColleagues(one, other)))));
    }

    private static String label(Physician physician, boolean shared) {
        String titled = physician.name().titled();
        String rpps = physician.rpps().value();
        return shared ? titled + " (RPPS …" + rpps.substring(rpps.length() - TOLD_FIGURES) + ")" : titled;
    }

    /** Nobody mistakes who never stands in the same rota. */
    private static boolean areColleagues(Physician one, Physician other) {
        return !one.id().equals(other.id())
                && one.career().practices().stream()
                        .anyMatch(here -> other.career().practices().stream()
                                .anyMatch(there -> there.territory().equals(here.territory())));
    }
}
