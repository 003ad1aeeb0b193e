package fr.appui.trace;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Every version known, immutable. */
public record Nomenclatures(List<Nomenclature> versions) {

    public Nomenclatures {
        versions = versions.stream()
                .sorted(Comparator.comparing(Nomenclature::validFrom).thenComparing(Nomenclature::version))
                .toList();
    }

    /** The version calls of that day are logged with: the latest that had begun. */
    public Optional<Nomenclature> inForce(LocalDate date) {
        return versions.stream()
                .filter(nomenclature -> !nomenclature.validFrom().isAfter(date))
                .reduce((earlier, later) -> later);
    }

    public Optional<Nomenclature> version(String version) {
        return versions.stream()
                .filter(nomenclature -> nomenclature.version().equals(version))
                .findFirst();
    }
}
