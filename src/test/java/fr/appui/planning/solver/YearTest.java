package fr.appui.planning.solver;

import static fr.appui.planning.Team.quarter;
import static fr.appui.planning.Team.volunteers;
import static fr.appui.planning.Team.withRandomAbsences;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.AtLength;
import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.Assignment;
import fr.appui.planning.DateRange;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Fairness;
import fr.appui.planning.Generation;
import fr.appui.planning.HeldDuty;
import fr.appui.planning.PastShare;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.SearchLimits;
import fr.appui.planning.Surroundings;
import fr.appui.planning.Tally;
import fr.appui.planning.Team;
import fr.appui.planning.Volunteer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A year made quarter by quarter, each remembering the ones before. */
class YearTest {

    private static final double AWAY = 0.15;

    private final List<PastShare> history = new ArrayList<>();
    private final List<HeldDuty> held = new ArrayList<>();
    private final Map<PhysicianId, Tally> year = new HashMap<>();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, AtLength.of(1, 3));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void eightPhysiciansShareAYearEvenly(long seed) {
        var random = new Random(seed);
        for (String quarter : List.of("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4")) {
            live(quarter, random);
        }
        assertThat(year.values().stream().mapToInt(Tally::days).sum())
                .as("every window of the year is covered")
                .isEqualTo(365);
        assertThat(spread(Tally::weekEnds)).as("week-ends %s", year.values()).isLessThanOrEqualTo(1);
        assertThat(spread(Tally::holidays)).as("holidays %s", year.values()).isLessThanOrEqualTo(1);
    }

    private void live(String quarter, Random random) {
        RotaProblem all = quarter(quarter, volunteers(8));
        RotaProblem problem = all.with(all.volunteers().stream()
                        .map(one -> absent(one, all, random))
                        .toList())
                .with(Surroundings.NONE.remembering(history).holding(held));
        Generation generation = new CpSatEngine().generate(problem, SearchLimits.DEFAULT);
        assertThat(generation).isInstanceOf(Generation.Optimal.class);
        Assignment rota = generation.found().orElseThrow().assignment();
        for (Fairness.Row row : Fairness.of(rota, problem).rows()) {
            assertThat(row.now().days()).as("nobody above the quota").isLessThanOrEqualTo(14);
            year.merge(row.physician(), row.now(), Tally::plus);
            history.add(new PastShare(
                    row.physician(), Quarter.parse(quarter), all.days().size(), row.now()));
        }
        rota.first()
                .forEach((date, physician) ->
                        held.add(new HeldDuty(physician, Team.day(date), DutyRung.FIRST, Team.OISE)));
    }

    private static Volunteer absent(Volunteer volunteer, RotaProblem all, Random random) {
        return withRandomAbsences(volunteer, new DateRange(all.from(), all.to()), AWAY, random);
    }

    private int spread(ToIntFunction<Tally> measure) {
        IntSummaryStatistics figures = year.values().stream().mapToInt(measure).summaryStatistics();
        return figures.getMax() - figures.getMin();
    }
}
