package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.french.InvalidInput;
import fr.appui.planning.DutyRung;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Dates of a draft given to one physician by hand, checked and kept together: who volunteers for whole weeks only can be
 * given a week, never a day.
 *
 * @param physician empty to leave the dates to nobody
 * @param derogation whether the quota may be exceeded, for the reason given with the act
 * @param seen the {@link RotaView#stamp} of what its author had read; empty where they say nothing of it
 */
public record Placing(
        SortedSet<LocalDate> dates,
        DutyRung rung,
        Optional<PhysicianId> physician,
        boolean derogation,
        OptionalLong seen) {

    private static final int MOST_DATES = 92;

    public Placing {
        dates = Collections.unmodifiableSortedSet(new TreeSet<>(dates));
        if (dates.isEmpty() || dates.size() > MOST_DATES) {
            throw new InvalidInput("dates : en donner de 1 à " + MOST_DATES);
        }
    }

    public static Placing of(
            Collection<LocalDate> dates, DutyRung rung, Optional<PhysicianId> physician, boolean derogation) {
        return new Placing(new TreeSet<>(dates), rung, physician, derogation, OptionalLong.empty());
    }

    /** Decided on what was read then. */
    public Placing by(OptionalLong read) {
        return new Placing(dates, rung, physician, derogation, read);
    }

    Draft on(Draft draft) {
        Draft placed = draft;
        for (LocalDate date : dates) {
            Draft before = placed;
            placed = physician
                    .map(taker -> before.placing(rung, date, taker))
                    .orElseGet(() -> before.freeing(rung, date));
        }
        return placed;
    }
}
