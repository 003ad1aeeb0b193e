package fr.appui.indicators.render;

import fr.appui.directory.SpreadsheetCell;
import fr.appui.indicators.report.Block;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Printable;
import fr.appui.indicators.report.Section;
import fr.appui.indicators.report.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The tables as one CSV: a line a figure, semicolons and decimal commas as a French spreadsheet expects, UTF-8 with its mark.
 * A text that a spreadsheet would take for a formula is preceded by an apostrophe.
 */
public final class PrintedCsv {

    private static final String HEADER = "rubrique;tableau;indicateur;code;ligne;colonne;valeur";

    private PrintedCsv() {}

    public static byte[] render(Printable printable) {
        String lines = printable.sections().stream().map(PrintedCsv::section).collect(Collectors.joining());
        String which = printable.marking().isEmpty()
                ? ""
                : line(List.of("document", "", "", "", "Document", "", printable.marking()));
        return ("\uFEFF" + HEADER + "\r\n" + which + lines).getBytes(StandardCharsets.UTF_8);
    }

    private static String section(Section section) {
        return section.blocks().stream()
                .filter(Block.Table.class::isInstance)
                .map(Block.Table.class::cast)
                .map(table -> table(section, table))
                .collect(Collectors.joining());
    }

    private static String table(Section section, Block.Table table) {
        return table.rows().stream().map(row -> row(section, table, row)).collect(Collectors.joining());
    }

    private static String row(Section section, Block.Table table, Row row) {
        return IntStream.range(1, row.cells().size())
                .mapToObj(i -> line(List.of(
                        section.code(),
                        table.title(),
                        table.indicator().orElse(""),
                        row.bucket().orElse(""),
                        plain(row.cells().getFirst()),
                        table.columns().get(i),
                        plain(row.cells().get(i)))))
                .collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(PrintedCsv::quoted).collect(Collectors.joining(";")) + "\r\n";
    }

    private static String quoted(String text) {
        String safe = SpreadsheetCell.of(text);
        return safe.matches("(?s).*[;\"\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String plain(Value value) {
        return switch (value) {
            case Value.Words words -> words.text();
            case Value.Count count -> String.valueOf(count.number());
            case Value.Amount amount -> comma(BigDecimal.valueOf(amount.cents(), 2));
            case Value.Share share -> comma(rounded(share.ratio()));
            case Value.Change change -> comma(rounded(change.ratio()));
            case Value.Decimal decimal -> comma(decimal.number());
            case Value.Time time -> comma(BigDecimal.valueOf(time.millis(), 3));
            case Value.Day day -> day.date().toString();
            case Value.Masked masked -> "n. c.";
            case Value.Missing missing -> "";
        };
    }

    private static BigDecimal rounded(double ratio) {
        return BigDecimal.valueOf(ratio).setScale(4, RoundingMode.HALF_UP);
    }

    private static String comma(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }
}
