package fr.appui.planning.solver;

import static fr.appui.planning.solver.GenerationTest.away;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.Assignment;
import fr.appui.planning.Cancellation;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Generation;
import fr.appui.planning.PastShare;
import fr.appui.planning.Progress;
import fr.appui.planning.Repair;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.SearchLimits;
import fr.appui.planning.Solution;
import fr.appui.planning.Surroundings;
import fr.appui.planning.Tally;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Figures for docs/benchmarks.md, run by hand: quarters of 2026-Q3 with each date unavailable with probability 15 %,
 * with the memory of a quarter, for several team sizes and seeds. Times are processor seconds of the searching thread (the
 * search uses no other), so that a busy machine does not blur them. Prints a Markdown table.
 */
public final class RotaBenchmark {

    private static final int SEEDS = 3;
    private static final int DATES_GIVEN_UP = 3;

    private RotaBenchmark() {}

    /** @param args team sizes, each with days of rest after a slash where there are some; 7 12 20 40 40/3 40/6 40/14 60 100 when none */
    public static void main(String[] args) {
        var engine = new CpSatEngine();
        engine.generate(away("2026-Q3", 7, 99), SearchLimits.DEFAULT);
        System.out.println("| physicians | seed | answer | first solution | best | proof | objective | gap | repair |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        List<String> sizes =
                args.length == 0 ? List.of("7", "12", "20", "40", "40/3", "40/6", "40/14", "60", "100") : List.of(args);
        for (String size : sizes) {
            for (long seed = 1; seed <= SEEDS; seed++) {
                System.out.println(row(engine, size, seed));
            }
        }
    }

    private static String row(CpSatEngine engine, String size, long seed) {
        String[] team = size.split("/", 2);
        RotaProblem any = remembering(away("2026-Q3", Integer.parseInt(team[0]), seed), seed);
        RotaProblem problem = team.length == 1
                ? any
                : any.with(any.settings().withRest(any.settings().maxConsecutiveDays(), Integer.parseInt(team[1])));
        var found = new ArrayList<Double>();
        double start = processorSeconds();
        Generation generation = engine.generate(
                problem, SearchLimits.DEFAULT, new Cancellation(), progress -> note(found, start, progress));
        double total = processorSeconds() - start;
        if (generation.found().isEmpty()) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %s in %.1f s |",
                    size,
                    seed,
                    generation.getClass().getSimpleName(),
                    total);
        }
        Solution solution = generation.found().orElseThrow();
        return String.format(
                Locale.ROOT,
                "| %s | %d | %s | %.1f s | %.1f s | %.1f s | %d | %.0f %% | %s |",
                size,
                seed,
                generation instanceof Generation.Optimal ? "proved optimal" : "not proved",
                found.getFirst(),
                found.getLast(),
                total,
                solution.objective(),
                100 * solution.gap(),
                repair(engine, problem, solution.assignment()));
    }

    private static void note(List<Double> found, double start, Progress progress) {
        if (progress.rung() == DutyRung.FIRST) {
            found.add(processorSeconds() - start);
        }
    }

    private static String repair(CpSatEngine engine, RotaProblem problem, Assignment rota) {
        PhysicianId leaving =
                rota.holder(DutyRung.FIRST, LocalDate.of(2026, 8, 12)).orElseThrow();
        Set<LocalDate> given = rota.first().entrySet().stream()
                .filter(duty -> duty.getValue().equals(leaving))
                .map(duty -> duty.getKey())
                .limit(DATES_GIVEN_UP)
                .collect(Collectors.toCollection(TreeSet::new));
        double start = processorSeconds();
        Repair repair = engine.repair(problem.withdrawing(leaving, given), rota, SearchLimits.DEFAULT);
        double total = processorSeconds() - start;
        return repair instanceof Repair.Proposed proposed
                ? String.format(
                        Locale.ROOT,
                        "%d dates, %d changes%s, %d choices in %.1f s",
                        given.size(),
                        proposed.alternatives().getFirst().changes(),
                        proposed.proved() ? " (proved least)" : "",
                        proposed.alternatives().size(),
                        total)
                : String.format(Locale.ROOT, "%s in %.1f s", repair.getClass().getSimpleName(), total);
    }

    private static RotaProblem remembering(RotaProblem problem, long seed) {
        var random = new Random(seed);
        List<PastShare> shares = problem.volunteers().stream()
                .map(one -> {
                    int weeks = random.nextInt(3);
                    var held = new Tally(7 * weeks, weeks, random.nextInt(2), 0);
                    return new PastShare(one.id(), Quarter.parse("2026-Q2"), 91, held);
                })
                .toList();
        return problem.with(Surroundings.NONE.remembering(shares));
    }

    private static double processorSeconds() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }
}
