package fr.appui.indicators;

import fr.appui.directory.PhysicianId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The physicians who held duties over a period, and the two ratios the ARS asks for (doc 001 §6).
 *
 * @param duties those of the period, held or not
 */
public record Workforce(List<HeldWindow> duties, KnownPhysicians volunteers) {

    private static final BigDecimal DAYS_IN_A_WEEK = BigDecimal.valueOf(7);
    private static final int SCALE = 6;

    public Workforce {
        duties = List.copyOf(duties);
    }

    /** What one physician did. @param days a whole duty is 1, a shared one the part of the time held */
    public record Part(PhysicianId physician, BigDecimal days, LocalDate last) {}

    /** By family name. */
    public List<Part> parts() {
        Map<PhysicianId, BigDecimal> days = new TreeMap<>();
        Map<PhysicianId, LocalDate> last = new TreeMap<>();
        for (HeldWindow duty : duties) {
            for (PhysicianId physician : duty.timeHeld().keySet()) {
                days.merge(physician, BigDecimal.valueOf(duty.share(physician)), BigDecimal::add);
                last.merge(physician, duty.window().date(), (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        return days.entrySet().stream()
                .map(entry ->
                        new Part(entry.getKey(), entry.getValue(), last.getOrDefault(entry.getKey(), LocalDate.MAX)))
                .sorted(Comparator.comparing((Part part) -> volunteers.familyNameOf(part.physician()))
                        .thenComparing(Part::physician))
                .toList();
    }

    /** ETP mobilised: the contractual shares of those who did at least one duty, as they were at their last one. */
    public BigDecimal fullTimeEquivalent() {
        return parts().stream()
                .flatMap(part -> volunteers.shareOn(part.physician(), part.last()).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Those whose contractual share the directory does not say: they are missing from the ETP. */
    public List<PhysicianId> withoutShare() {
        return parts().stream()
                .filter(part ->
                        volunteers.shareOn(part.physician(), part.last()).isEmpty())
                .map(Part::physician)
                .toList();
    }

    /** Duty days done, in weeks of seven. */
    public BigDecimal weeks() {
        return parts().stream()
                .map(Part::days)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(DAYS_IN_A_WEEK, SCALE, RoundingMode.HALF_UP);
    }

    /** Roulements per ETP over this period; empty when nobody's share is known. */
    public Optional<BigDecimal> weeksPerFullTimeEquivalent() {
        BigDecimal fullTime = fullTimeEquivalent();
        return fullTime.signum() == 0
                ? Optional.empty()
                : Optional.of(weeks().divide(fullTime, SCALE, RoundingMode.HALF_UP));
    }

    /** The same physicians' work in one civil quarter. @param quarter 1 to 4 */
    public Workforce inQuarter(int quarter) {
        return new Workforce(
                duties.stream()
                        .filter(duty -> DutyBreakdowns.quarterOf(duty.window().date()) == quarter)
                        .toList(),
                volunteers);
    }

    /** Employers of those who held duties, by FINESS number. */
    public List<String> establishments() {
        return List.copyOf(DutyBreakdowns.BY_ESTABLISHMENT.count(duties, volunteers).keySet().stream()
                .filter(bucket -> !bucket.equals(DutyBreakdowns.UNKNOWN))
                .toList());
    }

    /** Teams: a structure of an establishment, « USP of 600100713 ». */
    public List<String> teams() {
        return duties.stream()
                .flatMap(duty -> duty.timeHeld().keySet().stream()
                        .flatMap(physician -> volunteers
                                .structuresOn(physician, duty.window().date())
                                .stream()
                                .map(structure -> structure + "@"
                                        + volunteers
                                                .employerOn(
                                                        physician, duty.window().date())
                                                .map(Object::toString)
                                                .orElse(DutyBreakdowns.UNKNOWN))))
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }
}
