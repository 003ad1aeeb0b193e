package fr.appui.indicators.render;

import fr.appui.french.Typography;
import fr.appui.indicators.report.Value;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a value of the report reads like in a table. */
public final class ValueText {

    private static final char NO_BREAK = Typography.NO_BREAK;
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.FRENCH);

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private ValueText() {}

    public static String of(Value value) {
        return switch (value) {
            case Value.Words words -> Typography.typeset(words.text());
            case Value.Count count -> Typography.number(count.number());
            case Value.Amount amount -> Typography.euros(amount.cents());
            case Value.Share share -> Typography.percent(share.ratio());
            case Value.Change change -> (change.ratio() > 0 ? "+" : "") + Typography.percent(change.ratio());
            case Value.Decimal decimal -> Typography.decimal(decimal.number(), 2, decimals(decimal.number()));
            case Value.Time time -> time(time.millis());
            case Value.Day day -> SHORT_DATE.format(day.date());
            case Value.Masked masked -> "n." + NO_BREAK + "c.";
            case Value.Missing missing -> "–";
        };
    }

    /** Two, or four under a tenth, where two would say nothing: 0,0035 of a post. */
    static int decimals(BigDecimal number) {
        return number.abs().compareTo(TENTH) < 0 ? 4 : 2;
    }

    private static String time(long millis) {
        long tenths = Math.round(millis / 100.0);
        if (tenths < 600) {
            return Typography.decimal(BigDecimal.valueOf(tenths, 1), 0, 1) + NO_BREAK + "s";
        }
        long seconds = Math.round(millis / 1000.0);
        String rest = seconds % 60 == 0 ? "" : NO_BREAK + "%02d".formatted(seconds % 60) + NO_BREAK + "s";
        return Typography.number(seconds / 60) + NO_BREAK + "min" + rest;
    }
}
