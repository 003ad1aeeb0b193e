package fr.appui.indicators.report;

import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.CallTally;
import fr.appui.indicators.CountedCall;
import fr.appui.indicators.render.PrintedPdf;
import fr.appui.indicators.render.PrintedXlsx;
import fr.appui.indicators.sample.SampleYear;
import java.lang.management.ManagementFactory;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What counting a year and writing its report cost, without storage, and how it grows with the calls. Processor seconds of the
 * one thread that works, so that a busy machine changes little. Run by hand; prints, asserts nothing.
 * Arguments: how many calls, otherwise 10 000, 100 000 and 1 000 000.
 */
public final class TallyBenchmark {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int OISE = 4;
    private static final int AT_ONCE = 5_000;

    private TallyBenchmark() {}

    public static void main(String... args) {
        run(20_000);
        System.out.println("| calls | counting | a call | report, PDF and xlsx | heap held by the count |");
        List<Integer> sizes = args.length == 0
                ? List.of(10_000, 100_000, 1_000_000)
                : Arrays.stream(args).map(Integer::valueOf).toList();
        sizes.forEach(calls -> System.out.println(run(calls)));
    }

    private static String run(int calls) {
        ReportScope scope = SampleRegion.territory(OISE, 1);
        TerritoryYear year = scope.territories().getFirst();
        var setting = new SampleYear.Setting(
                new TerritoryCode("HDF-OISE"),
                "0344000000",
                PARIS,
                year.calendar().windows(year.firstDay(), year.lastDay()),
                (date, rung) -> scope.physicians().getFirst().id());
        long before = held();
        CallTally tally = new CallTally();
        List<CountedCall> waiting = new ArrayList<>();
        long[] spent = new long[1];
        new SampleYear(setting, 7).play(calls, call -> {
            waiting.add(SampleRegion.counted(call));
            if (waiting.size() == AT_ONCE) {
                long start = processor();
                waiting.forEach(counted -> tally.add(counted, year.lens()));
                spent[0] += processor() - start;
                waiting.clear();
            }
        });
        long kept = held() - before;
        long start = processor();
        Printable printable = ReportPrint.of(
                ReportWriter.write(SampleRegion.territory(OISE, 1), SampleRegion.PRINTED_ON, Definitions.ALL), PARIS);
        int bytes = PrintedPdf.render(printable).length + PrintedXlsx.render(printable).length;
        long written = processor() - start;
        return String.format(
                Locale.ROOT,
                "| %,d | %.2f s | %.1f µs | %.2f s (%,d kB) | %,d kB |",
                tally.volume(),
                spent[0] / 1e9,
                spent[0] / 1e3 / calls,
                written / 1e9,
                bytes >> 10,
                Math.max(0, kept) >> 10);
    }

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long held() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
