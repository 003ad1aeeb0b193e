package fr.appui.indicators.render;

import fr.appui.indicators.report.Block;
import fr.appui.indicators.report.Block.Bar;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Definition;
import fr.appui.indicators.report.Printable;
import fr.appui.indicators.report.Section;
import fr.appui.indicators.report.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A printable document as a workbook: a sheet for each section, figures as numbers with their formats. */
public final class PrintedXlsx {

    private static final int LONGEST_SHEET_NAME = 31;
    private static final double SECONDS_IN_A_DAY = 86_400;

    private final Workbook workbook;
    private final Set<String> names = new HashSet<>();

    private PrintedXlsx(Workbook workbook) {
        this.workbook = workbook;
    }

    public static byte[] render(Printable printable) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Appui", "1.0")) {
            new PrintedXlsx(workbook).write(printable);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return bytes.toByteArray();
    }

    private void write(Printable printable) {
        printable.sections().forEach(section -> write(section, printable));
        if (!printable.definitions().isEmpty()) {
            definitions(printable.definitions());
        }
    }

    private void write(Section section, Printable printable) {
        Worksheet sheet = sheet(section.title());
        sheet.value(0, 0, printable.title() + " – " + printable.subject());
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.value(1, 0, printable.marking());
        sheet.style(1, 0).bold().set();
        sheet.width(0, 52);
        int line = 3;
        for (Block block : section.blocks()) {
            line = write(sheet, line, block);
        }
    }

    /** @return the line after the block and a blank one */
    private static int write(Worksheet sheet, int line, Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> {
                sheet.value(line, 0, paragraph.text());
                yield line + 2;
            }
            case Block.Table table -> table(sheet, line, table);
            case Block.Bars bars -> bars(sheet, line, bars);
            case Block.HeatMap map -> heatMap(sheet, line, map);
        };
    }

    private static int table(Worksheet sheet, int line, Block.Table table) {
        title(sheet, line, table.title());
        header(sheet, line + 1, table.columns());
        int at = line + 2;
        for (Row row : table.rows()) {
            cells(sheet, at++, row.cells(), false);
        }
        if (table.total().isPresent()) {
            cells(sheet, at++, table.total().get(), true);
        }
        return at + 1;
    }

    private static int bars(Worksheet sheet, int line, Block.Bars bars) {
        title(sheet, line, bars.title() + " (graphique)");
        int at = line + 1;
        for (Bar bar : bars.bars()) {
            cells(sheet, at++, List.of(Value.words(bar.label()), bar.value()), false);
        }
        return at + 1;
    }

    private static int heatMap(Worksheet sheet, int line, Block.HeatMap map) {
        title(sheet, line, map.title());
        for (int hour = 0; hour < 24; hour++) {
            sheet.value(line + 1, hour + 1, hour + " h");
        }
        for (int row = 0; row < map.rows().size(); row++) {
            sheet.value(line + 2 + row, 0, map.rows().get(row));
            for (int hour = 0; hour < map.cells().get(row).size(); hour++) {
                cell(sheet, line + 2 + row, hour + 1, map.cells().get(row).get(hour), false);
            }
        }
        return line + 3 + map.rows().size();
    }

    private static void title(Worksheet sheet, int line, String title) {
        sheet.value(line, 0, title);
        sheet.style(line, 0).bold().fontColor("0B5563").set();
    }

    private static void header(Worksheet sheet, int line, List<String> columns) {
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(line, i, columns.get(i));
            sheet.style(line, i).bold().fillColor("E6F0F2").wrapText(true).set();
            if (i > 0) {
                sheet.width(i, 20);
            }
        }
    }

    private static void cells(Worksheet sheet, int line, List<Value> values, boolean bold) {
        for (int i = 0; i < values.size(); i++) {
            cell(sheet, line, i, values.get(i), bold);
        }
    }

    private static void cell(Worksheet sheet, int line, int column, Value value, boolean bold) {
        String format = switch (value) {
            case Value.Words words -> {
                sheet.value(line, column, words.text());
                yield "@";
            }
            case Value.Count count -> {
                sheet.value(line, column, count.number());
                yield "#,##0";
            }
            case Value.Amount amount -> {
                sheet.value(line, column, amount.cents() / 100.0);
                yield "#,##0.00\" €\"";
            }
            case Value.Share share -> {
                sheet.value(line, column, share.ratio());
                yield "0.0%";
            }
            case Value.Change change -> {
                sheet.value(line, column, change.ratio());
                yield "+0.0%;-0.0%;0.0%";
            }
            case Value.Decimal decimal -> {
                sheet.value(line, column, decimal.number());
                yield "0.00";
            }
            case Value.Time time -> {
                sheet.value(line, column, time.millis() / 1000.0 / SECONDS_IN_A_DAY);
                yield "[mm]:ss";
            }
            case Value.Day day -> {
                sheet.value(line, column, day.date());
                yield "dd/mm/yyyy";
            }
            case Value.Masked masked -> {
                sheet.value(line, column, "n. c.");
                yield "@";
            }
            case Value.Missing missing -> "@";
        };
        var style = sheet.style(line, column).format(format);
        (bold ? style.bold() : style).set();
    }

    private void definitions(List<Definition> definitions) {
        Worksheet sheet = sheet("Définitions");
        header(sheet, 0, List.of("Indicateur", "Formule", "Source", "Exemple", "N’est pas compté"));
        for (int i = 0; i < definitions.size(); i++) {
            Definition definition = definitions.get(i);
            List<String> cells = List.of(
                    definition.label(),
                    definition.formula(),
                    definition.source(),
                    definition.example(),
                    definition.excludes());
            for (int column = 0; column < cells.size(); column++) {
                sheet.value(i + 1, column, cells.get(column));
            }
        }
    }

    /** Sheet names are short, without some characters, and differ. */
    private Worksheet sheet(String title) {
        String name = title.replaceAll("[\\[\\]:*?/\\\\]", " ");
        if (name.length() > LONGEST_SHEET_NAME) {
            String cut = name.substring(0, LONGEST_SHEET_NAME + 1);
            name = cut.substring(0, Math.max(cut.lastIndexOf(' '), LONGEST_SHEET_NAME / 2))
                    .replaceAll("[,\\s]+(de|du|des|par|et)?$", "");
        }
        name = name.strip();
        for (int i = 2; !names.add(name); i++) {
            name = name.substring(0, Math.min(name.length(), LONGEST_SHEET_NAME - 3)) + " " + i;
        }
        return workbook.newWorksheet(name);
    }
}
