package fr.appui.indicators;

import fr.appui.calendar.DayKind;
import fr.appui.directory.Diploma;
import fr.appui.directory.Finess;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Structure;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every duty indicator, in the order of the report and of {@code docs/fr/indicateurs.md}. */
public final class DutyBreakdowns {

    public static final String COVERED = "COVERED";
    public static final String PARTLY = "PARTLY";
    public static final String UNCOVERED = "UNCOVERED";
    static final String UNKNOWN = "UNKNOWN";

    public static final DutyBreakdown BY_COVERAGE = new DutyBreakdown(
            "duties-by-coverage",
            "Plages couvertes",
            false,
            (duty, volunteers) -> List.of(coverage(duty)),
            (volunteers, bucket) -> switch (bucket) {
                case COVERED -> "Couvertes";
                case PARTLY -> "Couvertes en partie";
                default -> "Non couvertes";
            });

    public static final DutyBreakdown BY_KIND = new DutyBreakdown(
            "duties-by-kind",
            "Plages par nature de jour",
            false,
            (duty, volunteers) -> List.of(duty.window().kind().name()),
            (volunteers, bucket) ->
                    bucket.equals(DayKind.WORKING.name()) ? "Jours ouvrés" : "Samedis, dimanches et jours fériés");

    public static final DutyBreakdown BY_QUARTER = new DutyBreakdown(
            "duties-by-quarter",
            "Plages par trimestre",
            false,
            (duty, volunteers) -> List.of("Q" + quarterOf(duty.window().date())),
            (volunteers, bucket) -> "T" + bucket.substring(1));

    public static final DutyBreakdown BY_PHYSICIAN = new DutyBreakdown(
            "duties-by-physician",
            "Astreintes par médecin",
            true,
            (duty, volunteers) -> holders(duty).map(PhysicianId::toString).toList(),
            (volunteers, bucket) -> volunteers.nameOf(PhysicianId.parse(bucket)));

    public static final DutyBreakdown BY_ESTABLISHMENT = new DutyBreakdown(
            "duties-by-establishment",
            "Astreintes par établissement",
            true,
            eachHolder((volunteers, holder) ->
                    volunteers.employerOn(holder.physician, holder.date).map(Finess::toString).stream()),
            (volunteers, bucket) ->
                    bucket.equals(UNKNOWN) ? "Employeur inconnu" : volunteers.nameOf(new Finess(bucket)));

    public static final DutyBreakdown BY_STRUCTURE = new DutyBreakdown(
            "duties-by-structure",
            "Astreintes par structure d’exercice",
            true,
            eachHolder((volunteers, holder) -> volunteers.structuresOn(holder.physician, holder.date).stream()
                    .map(Structure::name)),
            (volunteers, bucket) -> bucket.equals(UNKNOWN)
                    ? "Structure inconnue"
                    : bucket + ", " + Structure.valueOf(bucket).label());

    public static final DutyBreakdown BY_DIPLOMA = new DutyBreakdown(
            "duties-by-diploma",
            "Astreintes par formation du médecin",
            true,
            eachHolder((volunteers, holder) -> volunteers.diplomasOn(holder.physician, holder.date).stream()
                    .map(Diploma::name)),
            (volunteers, bucket) -> bucket.equals(UNKNOWN)
                    ? "Formation inconnue"
                    : Diploma.valueOf(bucket).label());

    /** The duties of those whose contractual share is known: what the ETP sum is taken over. */
    public static final DutyBreakdown FULL_TIME_EQUIVALENT = new DutyBreakdown(
            "fte-mobilised",
            "ETP mobilisés",
            false,
            (duty, volunteers) -> holders(duty)
                            .anyMatch(holder -> volunteers
                                    .shareOn(holder, duty.window().date())
                                    .isPresent())
                    ? List.of(Breakdown.ALL)
                    : List.of(),
            (volunteers, bucket) -> "Astreintes tenues par un médecin dont la quotité est connue");

    public static final DutyBreakdown ROTATIONS = new DutyBreakdown(
            "rotations-per-fte",
            "Roulements par trimestre et par ETP",
            false,
            (duty, volunteers) -> duty.timeHeld().isEmpty()
                    ? List.of()
                    : List.of("Q" + quarterOf(duty.window().date())),
            (volunteers, bucket) -> "Astreintes tenues au T" + bucket.substring(1));

    /** What is paid: at least a part was held. */
    public static final DutyBreakdown SERVICE_DONE = new DutyBreakdown(
            "service-done",
            "Service fait",
            true,
            (duty, volunteers) -> duty.timeHeld().isEmpty()
                    ? List.of()
                    : List.of(Breakdown.ALL, duty.window().kind().name()),
            (volunteers, bucket) -> switch (bucket) {
                case Breakdown.ALL -> "Astreintes tenues, même en partie";
                case "WORKING" -> "Astreintes tenues un jour ouvré";
                default -> "Astreintes tenues un samedi, un dimanche ou un jour férié";
            });

    public static final List<DutyBreakdown> EVERY = List.of(
            BY_COVERAGE,
            BY_KIND,
            BY_QUARTER,
            BY_PHYSICIAN,
            BY_ESTABLISHMENT,
            BY_STRUCTURE,
            BY_DIPLOMA,
            FULL_TIME_EQUIVALENT,
            ROTATIONS,
            SERVICE_DONE);

    private DutyBreakdowns() {}

    public static Optional<DutyBreakdown> named(String code) {
        return EVERY.stream().filter(breakdown -> breakdown.code().equals(code)).findFirst();
    }

    static int quarterOf(LocalDate date) {
        return (date.getMonthValue() + 2) / 3;
    }

    private record Holder(PhysicianId physician, LocalDate date) {}

    private static String coverage(HeldWindow duty) {
        if (duty.uncovered().isZero()) {
            return COVERED;
        }
        return duty.timeHeld().isEmpty() ? UNCOVERED : PARTLY;
    }

    private static Stream<PhysicianId> holders(HeldWindow duty) {
        return duty.timeHeld().keySet().stream();
    }

    private static BiFunction<HeldWindow, KnownPhysicians, List<String>> eachHolder(
            BiFunction<KnownPhysicians, Holder, Stream<String>> bucketsOf) {
        Function<List<String>, List<String>> orUnknown = buckets -> buckets.isEmpty() ? List.of(UNKNOWN) : buckets;
        return (duty, volunteers) -> holders(duty)
                .map(physician -> new Holder(physician, duty.window().date()))
                .flatMap(holder ->
                        orUnknown.apply(bucketsOf.apply(volunteers, holder).toList()).stream())
                .distinct()
                .toList();
    }
}
