package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.DutyRung;
import fr.appui.rota.DutyDay;
import fr.appui.rota.Holding;
import fr.appui.rota.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** An uninterrupted time during which one physician holds one rung of one date. */
public record HeldPart(LocalDate date, int rung, PhysicianId physician, Instant start, Instant end, String reason) {

    /** By date, rung and time. */
    public static List<HeldPart> of(List<DutyDay> days) {
        var parts = new ArrayList<HeldPart>();
        for (DutyDay day : days) {
            List<DutyDay.Stretch> stretches = day.stretches();
            for (int rung = 1; rung <= Slot.MOST_RUNGS; rung++) {
                parts.addAll(parts(day, stretches, rung));
            }
        }
        return parts;
    }

    /** Of one rung, by time. */
    static List<HeldPart> of(DutyDay day, DutyRung rung) {
        return parts(day, day.stretches(), HeldRota.number(rung));
    }

    private static List<HeldPart> parts(DutyDay day, List<DutyDay.Stretch> stretches, int rung) {
        var parts = new ArrayList<HeldPart>();
        for (DutyDay.Stretch stretch : stretches) {
            for (Holding holding : stretch.holdings()) {
                if (holding.rung() == rung && holding.physician().isPresent()) {
                    add(parts, day.window().date(), holding, stretch);
                }
            }
        }
        return parts;
    }

    private static void add(List<HeldPart> parts, LocalDate date, Holding holding, DutyDay.Stretch stretch) {
        PhysicianId physician = holding.physician().orElseThrow();
        boolean goesOn = !parts.isEmpty()
                && parts.getLast().physician().equals(physician)
                && parts.getLast().end().equals(stretch.start());
        Instant start = goesOn ? parts.removeLast().start() : stretch.start();
        parts.add(new HeldPart(date, holding.rung(), physician, start, stretch.end(), holding.reason()));
    }
}
