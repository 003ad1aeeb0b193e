package fr.appui.planning;

import fr.appui.directory.PhysicianId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Duties that the coordinator fixed for one physician on one rung, as a sentence names them.
 *
 * @param name of the physician
 */
public record FixedDuty(String name, DutyRung rung, List<LocalDate> dates) {

    public FixedDuty {
        dates = List.copyOf(dates);
    }

    /** What is fixed, by physician and rung. */
    public static List<FixedDuty> of(Assignment fixed, RotaProblem problem) {
        var duties = new ArrayList<FixedDuty>();
        for (DutyRung rung : DutyRung.values()) {
            Map<PhysicianId, List<LocalDate>> byPhysician = new LinkedHashMap<>();
            fixed.on(rung)
                    .forEach((date, physician) -> byPhysician
                            .computeIfAbsent(physician, id -> new ArrayList<>())
                            .add(date));
            byPhysician.forEach(
                    (physician, dates) -> duties.add(new FixedDuty(problem.nameOf(physician), rung, dates)));
        }
        return duties;
    }

    /** {@code l'astreinte fixée de Dr A le 8 juillet}, {@code les recours fixés de Dr A le 8 et le 10 juillet}. */
    String phrase() {
        boolean many = dates.size() > 1;
        String what = switch (rung) {
            case FIRST -> many ? "les astreintes fixées" : "l’astreinte fixée";
            case BACK_UP -> many ? "les recours fixés" : "le recours fixé";
        };
        return what + " de " + name + " " + FrenchDays.of(dates);
    }

    static String phrases(List<FixedDuty> duties) {
        return FrenchDays.join(duties.stream().map(FixedDuty::phrase).toList());
    }

    public static List<LocalDate> datesOf(List<FixedDuty> duties) {
        return duties.stream()
                .flatMap(duty -> duty.dates().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
