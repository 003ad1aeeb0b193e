package fr.appui.indicators.render;

import fr.appui.french.Typography;
import fr.appui.indicators.report.Block.Bar;
import fr.appui.indicators.report.Block.Bars;
import fr.appui.indicators.report.Block.HeatMap;
import fr.appui.indicators.report.Value;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.openpdf.text.Element;
import org.openpdf.text.pdf.PdfContentByte;

/** Charts as vectors, each with its figures as the description. A bar that is not told is an outline. */
final class ChartDrawing {

    private static final float SMALL = 7.5f;
    private static final float ROW = 13;
    private static final float LINE = 9;
    private static final float COLUMNS_HEIGHT = 150;
    private static final float MOST_LABEL = 0.5f;

    private ChartDrawing() {}

    static void draw(Canvas canvas, Bars bars) {
        if (bars.bars().isEmpty()) {
            canvas.paragraph("Aucun appel à représenter.", Style.regular(9, Style.MUTED));
            return;
        }
        float height = bars.horizontal() ? height(canvas, bars) : COLUMNS_HEIGHT;
        canvas.figure(describe(bars), height, page -> {
            if (bars.horizontal()) {
                horizontal(canvas, page, bars.bars(), height);
            } else {
                vertical(canvas, page, bars.bars());
            }
        });
        canvas.space(8);
    }

    static void draw(Canvas canvas, HeatMap map) {
        float cell = (canvas.width() - 62) / 24;
        float height = cell * map.rows().size() + 30;
        canvas.figure(describe(map), height, page -> heatMap(canvas, page, map, cell));
        canvas.space(8);
    }

    /** Of horizontal bars: a label that is too long for one line has two or more. */
    static float height(Canvas canvas, Bars bars) {
        float labels = labels(canvas, bars.bars());
        return 8
                + (float) bars.bars().stream()
                        .mapToDouble(bar -> row(lines(bar, labels)))
                        .sum();
    }

    private static void horizontal(Canvas canvas, PdfContentByte page, List<Bar> bars, float height) {
        float labels = labels(canvas, bars);
        float room = canvas.width() - labels - 50;
        long largest = largest(bars);
        float top = canvas.y() + height - 4;
        for (Bar bar : bars) {
            float length = Math.max(room * number(bar.value()) / largest, 1);
            List<String> lines = lines(bar, labels);
            float row = row(lines);
            float baseline = top - row / 2 - SMALL / 3;
            float first = baseline + (lines.size() - 1) * LINE / 2;
            for (int at = 0; at < lines.size(); at++) {
                text(page, lines.get(at), canvas.left() + labels - 6, first - at * LINE, Element.ALIGN_RIGHT);
            }
            bar(page, bar.value(), new float[] {canvas.left() + labels, top - row / 2 - (ROW - 4) / 2, length, ROW - 4
            });
            text(page, ValueText.of(bar.value()), canvas.left() + labels + length + 4, baseline, Element.ALIGN_LEFT);
            top -= row;
        }
    }

    /** As wide as the longest label, up to half of the width. */
    private static float labels(Canvas canvas, List<Bar> bars) {
        float longest = (float) bars.stream()
                .mapToDouble(bar -> width(Typography.typeset(bar.label())))
                .max()
                .orElse(0);
        return Math.min(longest + 8, canvas.width() * MOST_LABEL);
    }

    private static float row(List<String> lines) {
        return Math.max(ROW, lines.size() * LINE + 4);
    }

    private static List<String> lines(Bar bar, float labels) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : Typography.typeset(bar.label()).split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer) > labels - 8) {
                lines.add(line);
                longer = word;
            }
            line = longer;
        }
        lines.add(line);
        return lines;
    }

    private static float width(String text) {
        return Style.base().getWidthPoint(text, SMALL);
    }

    private static void vertical(Canvas canvas, PdfContentByte page, List<Bar> bars) {
        float step = canvas.width() / bars.size();
        float floor = canvas.y() + 16;
        float room = COLUMNS_HEIGHT - 34;
        long largest = largest(bars);
        axis(canvas, page, floor);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            float x = canvas.left() + i * step;
            float length = room * number(bar.value()) / largest;
            bar(page, bar.value(), new float[] {x + step * 0.18f, floor, step * 0.64f, Math.max(length, 0.5f)});
            text(page, ValueText.of(bar.value()), x + step / 2, floor + length + 4, Element.ALIGN_CENTER);
            text(page, fit(Typography.typeset(bar.label()), step - 2), x + step / 2, floor - 11, Element.ALIGN_CENTER);
        }
    }

    private static void heatMap(Canvas canvas, PdfContentByte page, HeatMap map, float cell) {
        long largest = map.cells().stream()
                .flatMap(List::stream)
                .mapToLong(ChartDrawing::number)
                .max()
                .orElse(1);
        float left = canvas.left() + 62;
        float top = canvas.y() + cell * map.rows().size() + 14;
        for (int row = 0; row < map.rows().size(); row++) {
            float bottom = top - (row + 1) * cell;
            text(page, map.rows().get(row), left - 6, bottom + cell / 2 - 3, Element.ALIGN_RIGHT);
            for (int hour = 0; hour < map.cells().get(row).size(); hour++) {
                heat(page, map.cells().get(row).get(hour), largest, new float[] {left + hour * cell, bottom, cell});
            }
        }
        for (int hour = 0; hour < 24; hour += 2) {
            text(page, hour + "\u00A0h", left + hour * cell + cell / 2, canvas.y() + 3, Element.ALIGN_CENTER);
        }
    }

    private static void heat(PdfContentByte page, Value value, long largest, float[] square) {
        float share = Math.max(1, largest) == 0 ? 0 : number(value) / (float) Math.max(1, largest);
        Color color = blend(share);
        page.setColorFill(color);
        page.rectangle(square[0] + 0.5f, square[1] + 0.5f, square[2] - 1, square[2] - 1);
        page.fill();
        if (number(value) > 0 || value instanceof Value.Masked) {
            page.setColorFill(share > 0.45f ? Color.WHITE : Style.INK);
            place(
                    page,
                    value instanceof Value.Masked ? "·" : ValueText.of(value),
                    square[0] + square[2] / 2,
                    square[1] + square[2] / 2 - 2.4f,
                    6.5f);
        }
    }

    private static Color blend(float share) {
        Color from = new Color(0xEE, 0xF4, 0xF5);
        Color to = Style.ACCENT;
        return new Color(
                mix(from.getRed(), to.getRed(), share),
                mix(from.getGreen(), to.getGreen(), share),
                mix(from.getBlue(), to.getBlue(), share));
    }

    private static int mix(int from, int to, float share) {
        return Math.round(from + (to - from) * share);
    }

    private static void bar(PdfContentByte page, Value value, float[] box) {
        if (value instanceof Value.Masked) {
            page.setLineWidth(0.5f);
            page.setColorStroke(Style.MUTED);
            page.rectangle(box[0], box[1], 6, Math.min(box[3], ROW - 4));
            page.stroke();
            return;
        }
        page.setColorFill(Style.BAR);
        page.rectangle(box[0], box[1], box[2], box[3]);
        page.fill();
    }

    private static void axis(Canvas canvas, PdfContentByte page, float floor) {
        page.setLineWidth(0.5f);
        page.setColorStroke(Style.HAIRLINE);
        page.moveTo(canvas.left(), floor);
        page.lineTo(canvas.left() + canvas.width(), floor);
        page.stroke();
    }

    private static void text(PdfContentByte page, String text, float x, float y, int alignment) {
        page.setColorFill(Style.INK);
        page.beginText();
        page.setFontAndSize(Style.base(), SMALL);
        page.showTextAligned(alignment, text, x, y, 0);
        page.endText();
    }

    private static void place(PdfContentByte page, String text, float x, float y, float size) {
        page.beginText();
        page.setFontAndSize(Style.base(), size);
        page.showTextAligned(Element.ALIGN_CENTER, text, x, y, 0);
        page.endText();
    }

    private static String fit(String text, float width) {
        if (Style.base().getWidthPoint(text, SMALL) <= width) {
            return text;
        }
        String cut = text;
        while (cut.length() > 2 && Style.base().getWidthPoint(cut + "…", SMALL) > width) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut.stripTrailing() + "…";
    }

    private static long largest(List<Bar> bars) {
        return Math.max(
                1, bars.stream().mapToLong(bar -> number(bar.value())).max().orElse(1));
    }

    private static long number(Value value) {
        return value instanceof Value.Count count ? count.number() : 0;
    }

    private static String describe(Bars bars) {
        return bars.title() + " : "
                + bars.bars().stream()
                        .map(bar -> bar.label() + " " + ValueText.of(bar.value()))
                        .collect(Collectors.joining(", "));
    }

    private static String describe(HeatMap map) {
        StringBuilder text = new StringBuilder(map.title()).append(" : ");
        for (int row = 0; row < map.rows().size(); row++) {
            long sum = map.cells().get(row).stream()
                    .mapToLong(ChartDrawing::number)
                    .sum();
            text.append(map.rows().get(row))
                    .append(' ')
                    .append(Typography.number(sum))
                    .append(", ");
        }
        return text.append("détail par jour et par heure dans le fichier xlsx").toString();
    }
}
