package fr.appui.indicators.store;

import com.sun.management.ThreadMXBean;
import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.KeptCalendars;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.Directory;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.Breakdown;
import fr.appui.indicators.CallAgain;
import fr.appui.indicators.CallFacts;
import fr.appui.indicators.CountedCall;
import fr.appui.indicators.CountedCalls;
import fr.appui.indicators.LineBreakdowns;
import fr.appui.indicators.OutcomeBreakdowns;
import fr.appui.indicators.render.PrintedPdf;
import fr.appui.indicators.render.PrintedXlsx;
import fr.appui.indicators.report.AnnualReport;
import fr.appui.indicators.report.Period;
import fr.appui.indicators.report.Printable;
import fr.appui.indicators.report.ReportPrint;
import fr.appui.indicators.report.Reports;
import fr.appui.indicators.report.SampleRegion;
import fr.appui.indicators.report.WhichOnes;
import fr.appui.indicators.sample.SampleYear;
import fr.appui.trace.Destination;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * How long a territory's report takes over 10 000, 100 000 and 1 000 000 calls of one year, read from a real MariaDB, and what
 * memory it wants. Run by hand: {@code ./mvnw test -Dtest=ReportBenchmark}; prints, asserts nothing. With
 * {@code -Dbench.database=FOLDER} the calls stay there, and the next run of so many finds them.
 */
@QuarkusTest
class ReportBenchmark {

    private static final TerritoryCode CODE = new TerritoryCode("BENCH-ONE");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int YEAR = 2025;
    private static final int BATCH = 500;
    /** Of one call in so many. */
    private static final Destination RARE = Destination.SAMU;

    private static final int RARELY = 10_000;

    /** What a page of « lesquels » shows. */
    private static final int PAGE = 50;

    private static final List<Integer> SIZES = Stream.of(
                    System.getProperty("bench.sizes", "10000,100000,1000000").split(","))
            .map(Integer::valueOf)
            .toList();
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);

    @Inject
    Directory directory;

    @Inject
    KeptCalendars calendars;

    @Inject
    Reports reports;

    @Inject
    WhichOnes whichOnes;

    @Inject
    CountedCalls calls;

    @Inject
    DataSource database;

    private int inserted;

    @Test
    void measure() {
        List<DutyWindow> windows = territory();
        System.out.println(
                "| calls | report | of it, reading and counting | indicators | PDF | xlsx | which ones: first 50, of a rare row, first 500, last 50 | revisions | allocated | peak heap |");
        inserted = kept();
        SIZES.stream().filter(size -> size >= inserted).forEach(size -> {
            fill(size - inserted, windows);
            report();
        });
    }

    /** As a switch's calls come: in the order of time, by which they are named. */
    private void fill(int calls, List<DutyWindow> windows) {
        var physician = new PhysicianId(UUID.randomUUID());
        for (Month month : Month.values()) {
            List<DutyWindow> ofMonth = windows.stream()
                    .filter(window -> window.date().getMonth() == month)
                    .toList();
            int share = month == Month.DECEMBER ? calls - 11 * (calls / 12) : calls / 12;
            List<CountedCall> played = new ArrayList<>();
            var setting = new SampleYear.Setting(CODE, "0344556677", PARIS, ofMonth, (date, rung) -> physician);
            new SampleYear(setting, inserted + 7).play(share, call -> played.add(SampleRegion.counted(call)));
            played.sort(Comparator.comparing(call -> call.facts().receivedAt()));
            for (int from = 0; from < played.size(); from += BATCH) {
                insert(played.subList(from, Math.min(from + BATCH, played.size())));
            }
        }
    }

    private void report() {
        List<String> lines = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            lines.add(round());
        }
        System.out.println("counted anew " + lines.getFirst());
        changeACall();
        System.out.println("a call changed " + round());
        lines.subList(1, lines.size()).forEach(line -> System.out.println("kept " + line));
    }

    private int kept() {
        String sql = "SELECT COUNT(*) FROM counted_call WHERE territory = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement count = connection.prepareStatement(sql)) {
            count.setString(1, CODE.value());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void changeACall() {
        try (Connection connection = database.getConnection();
                PreparedStatement change = connection.prepareStatement(
                        "UPDATE counted_call SET attempts = attempts + 1 WHERE territory = ? LIMIT 1")) {
            change.setString(1, CODE.value());
            change.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String round() {
        Heap heap = new Heap();
        AnnualReport[] kept = new AnnualReport[1];
        Duration whole = timed(() -> kept[0] = reports.draft(CODE.value(), YEAR).orElseThrow());
        String memory = heap.toString();
        Duration money = timed(() -> reports.financial(CODE.value(), Period.year(YEAR)));
        Printable printable = ReportPrint.of(kept[0], PARIS);
        Duration pdf = timed(() -> PrintedPdf.render(printable));
        Duration xlsx = timed(() -> PrintedXlsx.render(printable));
        Duration figures = timed(() -> reports.figures(CODE.value(), Period.year(YEAR)));
        Duration first = timed(() -> which(OutcomeBreakdowns.MOTIVES, "PAIN", 0, PAGE));
        Duration rare = timed(() -> which(LineBreakdowns.PUT_THROUGH, RARE.name(), 0, PAGE));
        Duration which = timed(() -> which(OutcomeBreakdowns.MOTIVES, "PAIN", 0, BATCH));
        int last = (int) ((which(OutcomeBreakdowns.MOTIVES, "PAIN", 0, PAGE).total() - 1) / PAGE);
        Duration end = timed(() -> which(OutcomeBreakdowns.MOTIVES, "PAIN", last, PAGE));
        Duration revisions = timed(() -> calls.revisions(
                CODE,
                LocalDate.of(YEAR, 1, 1).atStartOfDay(PARIS).toInstant(),
                LocalDate.of(YEAR + 1, 1, 1).atStartOfDay(PARIS).toInstant()));
        return String.format(
                Locale.ROOT,
                "| %,d | %.2f s | %.2f s | %.2f s | %.2f s | %.2f s | %.3f, %.3f, %.3f, %.3f s | %.3f s | %s |",
                inserted,
                seconds(whole),
                seconds(whole.minus(money)),
                seconds(figures),
                seconds(pdf),
                seconds(xlsx),
                seconds(first),
                seconds(rare),
                seconds(which),
                seconds(end),
                seconds(revisions),
                memory);
    }

    private WhichOnes.Found which(Breakdown breakdown, String bucket, int page, int size) {
        return whichOnes
                .find(List.of(CODE), Period.year(YEAR), breakdown.code(), new WhichOnes.Asked(bucket, page, size))
                .orElseThrow();
    }

    private static Duration timed(Supplier<?> work) {
        long start = System.nanoTime();
        Object result = work.get();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (result == null) {
            throw new IllegalStateException("nothing was done");
        }
        return took;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    /** What the heap holds at most above what it held at rest, and what this thread allocates. */
    private static final class Heap {

        private final long atRest;
        private final long allocated;

        Heap() {
            System.gc();
            pools().forEach(MemoryPoolMXBean::resetPeakUsage);
            atRest = pools().stream()
                    .mapToLong(pool -> pool.getUsage().getUsed())
                    .sum();
            allocated = allocatedHere();
        }

        @Override
        public String toString() {
            long peak = pools().stream()
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            return String.format(
                    Locale.ROOT,
                    "%,d MB | %,d MB",
                    (allocatedHere() - allocated) >> 20,
                    Math.max(0, peak - atRest) >> 20);
        }

        private static List<MemoryPoolMXBean> pools() {
            return ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .toList();
        }

        private static long allocatedHere() {
            return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                    .getThreadAllocatedBytes(Thread.currentThread().threadId());
        }
    }

    private void insert(List<CountedCall> batch) {
        String row = "(" + String.join(", ", Collections.nCopies(CountedCallColumns.COUNT, "?")) + ")";
        String sql = "REPLACE INTO counted_call (" + CountedCallColumns.NAMES + ") VALUES " + row;
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            for (CountedCall call : batch) {
                inserted++;
                CountedCallColumns.write(named(call), statement);
                statement.addBatch();
            }
            statement.executeBatch();
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private CountedCall named(CountedCall call) {
        CallFacts facts = call.facts();
        return CallAgain.of(
                call,
                "lille-" + facts.receivedAt().getEpochSecond() + "." + inserted,
                facts.receivedAt(),
                inserted % RARELY == 0 ? Set.of(RARE) : facts.putThrough());
    }

    private List<DutyWindow> territory() {
        LocalDate since = LocalDate.of(2024, 1, 1);
        QuarkusTransaction.requiringNew().run(() -> {
            directory.save(new Territory(
                    CODE,
                    "Banc d’essai",
                    List.of(),
                    PARIS,
                    HolidayZone.METROPOLE,
                    Territory.Contact.NONE,
                    Optional.empty()));
            calendars.save(
                    CODE,
                    Perimeter.announced(PerimeterKind.EXTENDED, PerimeterHours.extended(), since, since)
                            .agreed(since, "ARS 2024-01"));
        });
        return calendars.of(CODE).orElseThrow().windows(LocalDate.of(YEAR, 1, 1), LocalDate.of(YEAR, 12, 31));
    }
}
