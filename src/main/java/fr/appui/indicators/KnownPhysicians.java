package fr.appui.indicators;

import fr.appui.directory.Career;
import fr.appui.directory.Diploma;
import fr.appui.directory.Establishment;
import fr.appui.directory.Finess;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Structure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who the physicians on duty are, as the directory knows them on a date. Someone it no longer knows keeps an identifier. */
public final class KnownPhysicians {

    private final Map<PhysicianId, Physician> physicians;
    private final Map<Finess, Establishment> establishments;

    public KnownPhysicians(Collection<Physician> physicians, Collection<Establishment> establishments) {
        this.physicians =
                physicians.stream().collect(Collectors.toMap(Physician::id, Function.identity(), (a, b) -> a));
        this.establishments = establishments.stream()
                .collect(Collectors.toMap(Establishment::finess, Function.identity(), (a, b) -> a));
    }

    public Collection<Physician> all() {
        return Collections.unmodifiableCollection(physicians.values());
    }

    public Optional<Physician> physician(PhysicianId id) {
        return Optional.ofNullable(physicians.get(id));
    }

    public String nameOf(PhysicianId id) {
        return physician(id).map(known -> "Dr " + known.name().full()).orElse("Médecin " + id);
    }

    public String familyNameOf(PhysicianId id) {
        return physician(id).map(known -> known.name().family()).orElse(id.toString());
    }

    public String nameOf(Finess establishment) {
        return Optional.ofNullable(establishments.get(establishment))
                .map(Establishment::name)
                .orElse("Établissement " + establishment);
    }

    public Optional<Finess> employerOn(PhysicianId id, LocalDate date) {
        return career(id).flatMap(career -> career.employerOn(date));
    }

    /** The contractual share of a full-time post; empty when the directory does not say. */
    public Optional<BigDecimal> shareOn(PhysicianId id, LocalDate date) {
        return career(id).flatMap(career -> career.shareOn(date));
    }

    public List<Structure> structuresOn(PhysicianId id, LocalDate date) {
        return career(id)
                .map(career -> career.posts().stream()
                        .filter(post -> post.dates().contains(date))
                        .map(Career.Post::structure)
                        .distinct()
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    public List<Diploma> diplomasOn(PhysicianId id, LocalDate date) {
        return career(id)
                .map(career -> career.trainings().stream()
                        .filter(training -> !training.obtainedOn().isAfter(date))
                        .map(Career.Training::diploma)
                        .distinct()
                        .sorted()
                        .toList())
                .orElse(List.of());
    }

    private Optional<Career> career(PhysicianId id) {
        return physician(id).map(Physician::career);
    }
}
