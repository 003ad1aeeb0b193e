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

    private static final BigDecimal HUNDREDTH = new BigDecimal("0.01");

    /** What is rounded to the least that two decimals show. */
    private static final BigDecimal LEAST = new BigDecimal("0.005");

    /** What is rounded to the least that one decimal of a percentage shows. */
    private static final double LEAST_SHARE = 0.0005;

    private ValueText() {}

    public static String of(Value value) {
        return switch (value) {
            case Value.Words words -> Typography.typeset(words.text());
            case Value.Count count -> Typography.number(count.number());
            case Value.Amount amount -> Typography.euros(amount.cents());
            case Value.Share share -> share(share.ratio());
            case Value.Change change -> (change.ratio() > 0 ? "+" : "") + Typography.percent(change.ratio());
            case Value.Decimal decimal -> decimal(decimal.number());
            case Value.Time time -> time(time.millis());
            case Value.Day day -> SHORT_DATE.format(day.date());
            case Value.Masked masked -> "n." + NO_BREAK + "c.";
            case Value.Missing missing -> "–";
        };
    }

    /** Two decimals; what they cannot show is no nought. A share of a post stands beside the hours that it is of. */
    private static String decimal(BigDecimal number) {
        boolean shown = number.signum() <= 0 || number.compareTo(LEAST) >= 0;
        return shown ? Typography.decimal(number, 2, 2) : "<" + NO_BREAK + Typography.decimal(HUNDREDTH, 2, 2);
    }

    /** A part that is not all is never printed as all, nor a part that is something as nothing. */
    private static String share(double ratio) {
        if (ratio > 0 && ratio < LEAST_SHARE) {
            return "<" + NO_BREAK + Typography.percent(0.001);
        }
        return ratio < 1 && ratio >= 1 - LEAST_SHARE
                ? ">" + NO_BREAK + Typography.percent(0.999)
                : Typography.percent(ratio);
    }

    private static String time(long millis) {
        long tenths = Math.round(millis / 100.0);
        if (tenths < 600) {
            return Typography.decimal(BigDecimal.valueOf(tenths, 1), 1, 1) + NO_BREAK + "s";
        }
        long seconds = Math.round(millis / 1000.0);
        String rest = seconds % 60 == 0 ? "" : NO_BREAK + "%02d".formatted(seconds % 60) + NO_BREAK + "s";
        return Typography.number(seconds / 60) + NO_BREAK + "min" + rest;
    }
}
