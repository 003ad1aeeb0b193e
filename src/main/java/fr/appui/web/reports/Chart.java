package fr.appui.web.reports;

import fr.appui.french.Typography;
import fr.appui.indicators.render.ValueText;
import fr.appui.indicators.report.Block.Bar;
import fr.appui.indicators.report.Block.Bars;
import fr.appui.indicators.report.Block.HeatMap;
import fr.appui.indicators.report.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The geometry of a chart. Across, parts of the width in per cent, so that text keeps its size on any screen; down, pixels.
 *
 * @param shape {@code bars}, {@code columns} or {@code heat}
 * @param description read aloud in place of the drawing
 * @param height of the drawing
 * @param words texts beside the marks: hours, days
 */
record Chart(String shape, String description, int height, List<Mark> marks, List<Word> words) {

    static final int HOURS = 24;
    private static final int FLOOR = 150;
    private static final int HIGHEST = 125;
    private static final int ROW = 26;
    private static final double DAYS_PART = 13;
    private static final int LEVELS = 6;
    private static final int SHORT = 4;

    /**
     * @param label,value written beside it
     * @param x,width per cent @param y,height pixels
     * @param middle of the mark, per cent
     * @param under where the label goes, per cent or pixels as the shape has it
     * @param level of colour, 0 to 6
     * @param link to what it counted, or empty
     */
    record Mark(
            String label,
            String value,
            String x,
            int y,
            String width,
            int height,
            String middle,
            int under,
            int level,
            String link) {}

    record Word(String text, String x, int y, boolean end) {}

    public boolean isBars() {
        return shape.equals("bars");
    }

    public boolean isColumns() {
        return shape.equals("columns");
    }

    public boolean isEmpty() {
        return marks.isEmpty();
    }

    /** @param links to what each bar counted, by label */
    static Chart of(Bars bars, Map<String, String> links) {
        long largest = Math.max(
                1,
                bars.bars().stream().mapToLong(bar -> number(bar.value())).max().orElse(1));
        String description = bars.title() + " : "
                + bars.bars().stream()
                        .map(bar -> bar.label() + " " + ValueText.of(bar.value()))
                        .collect(Collectors.joining(", "));
        return bars.horizontal()
                ? new Chart("bars", description, 0, across(bars.bars(), largest, links), List.of())
                : new Chart("columns", description, FLOOR + 24, upright(bars.bars(), largest), List.of());
    }

    private static List<Mark> across(List<Bar> bars, long largest, Map<String, String> links) {
        return bars.stream()
                .map(bar -> new Mark(
                        Typography.typeset(bar.label()),
                        ValueText.of(bar.value()),
                        "0",
                        0,
                        percent(100.0 * number(bar.value()) / largest),
                        0,
                        "0",
                        0,
                        LEVELS,
                        links.getOrDefault(bar.label(), "")))
                .toList();
    }

    private static List<Mark> upright(List<Bar> bars, long largest) {
        double step = 100.0 / bars.size();
        return IntStream.range(0, bars.size())
                .mapToObj(i -> {
                    Bar bar = bars.get(i);
                    int height = (int) Math.round((double) HIGHEST * number(bar.value()) / largest);
                    return new Mark(
                            bars.size() > LEVELS ? abridged(bar.label()) : Typography.typeset(bar.label()),
                            ValueText.of(bar.value()),
                            percent(step * i + step * 0.15),
                            FLOOR - height,
                            percent(step * 0.7),
                            height,
                            percent(step * (i + 0.5)),
                            FLOOR + 17,
                            LEVELS,
                            "");
                })
                .toList();
    }

    /** janv., févr., mars: a month as a narrow screen can show it. */
    private static String abridged(String label) {
        return label.length() <= SHORT + 1
                ? label
                : label.substring(0, label.startsWith("juil") ? SHORT : SHORT - 1) + ".";
    }

    static Chart of(HeatMap map) {
        long largest = Math.max(
                1,
                map.cells().stream()
                        .flatMap(List::stream)
                        .mapToLong(Chart::number)
                        .max()
                        .orElse(1));
        double cell = (100 - DAYS_PART) / HOURS;
        List<Mark> marks = new ArrayList<>();
        List<Word> words = new ArrayList<>();
        for (int day = 0; day < map.rows().size(); day++) {
            int top = ROW * day;
            words.add(new Word(map.rows().get(day).substring(0, 3), percent(DAYS_PART - 2), top + 17, true));
            for (int hour = 0; hour < HOURS; hour++) {
                marks.add(square(map.cells().get(day).get(hour), largest, DAYS_PART + cell * hour, top, cell));
            }
        }
        int foot = ROW * map.rows().size() + 16;
        for (int hour = 0; hour < HOURS; hour += LEVELS) {
            words.add(new Word(hour + "\u00A0h", percent(DAYS_PART + cell * (hour + 0.5)), foot, false));
        }
        return new Chart("heat", describe(map), foot + 6, marks, words);
    }

    private static Mark square(Value value, long largest, double x, int top, double cell) {
        long number = number(value);
        int level = number == 0 ? 0 : 1 + (int) ((LEVELS - 1) * number / largest);
        String text = value instanceof Value.Masked ? "·" : number == 0 ? "" : ValueText.of(value);
        return new Mark(
                "", text, percent(x), top, percent(cell * 0.94), ROW - 2, percent(x + cell / 2), top + 16, level, "");
    }

    private static String describe(HeatMap map) {
        return map.title() + " : "
                + IntStream.range(0, map.rows().size())
                        .mapToObj(day -> map.rows().get(day) + " "
                                + Typography.number(map.cells().get(day).stream()
                                        .mapToLong(Chart::number)
                                        .sum()))
                        .collect(Collectors.joining(", "))
                + " ; le détail par heure est dans le tableau";
    }

    static long number(Value value) {
        return value instanceof Value.Count count ? count.number() : 0;
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.2f%%", part);
    }
}
