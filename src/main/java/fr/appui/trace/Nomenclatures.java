package fr.appui.trace;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** Codes in the words of the version they were logged with; one that it does not know stands for itself. */
    public String told(String version, TermKind kind, Collection<String> codes) {
        Optional<Nomenclature> lists = version(version);
        return codes.stream()
                .map(code -> lists.map(known -> known.label(kind, code)).orElse(code))
                .collect(Collectors.joining(", "));
    }
}
