package fr.appui.web.page;

import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How pages call physicians: by name, and those who share one by the end of their RPPS too; templates read {@code inject:names}. */
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
        Map<String, Long> bearers =
                all.stream().collect(Collectors.groupingBy(one -> one.name().titled(), Collectors.counting()));
        Function<Physician, String> name = one -> {
            String titled = one.name().titled();
            String rpps = one.rpps().value();
            return bearers.getOrDefault(titled, 0L) > 1
                    ? titled + " (RPPS …" + rpps.substring(rpps.length() - TOLD_FIGURES) + ")"
                    : titled;
        };
        return all.stream().collect(Collectors.toMap(Physician::id, name));
    }
}
