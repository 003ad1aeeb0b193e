package fr.appui.indicators.render;

import fr.appui.indicators.report.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** French typography: decimal commas, thousands apart, spaces that do not break. */
public final class French {

    private static final char NO_BREAK = '\u00A0';
    private static final char NARROW_NO_BREAK = '\u202F';
    private static final DateTimeFormatter LONG_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.FRENCH);

    private French() {}

    /** What a value reads like in a table. */
    public static String text(Value value) {
        return switch (value) {
            case Value.Words words -> typeset(words.text());
            case Value.Count count -> number(count.number());
            case Value.Amount amount -> decimal(BigDecimal.valueOf(amount.cents(), 2), "#,##0.00") + NO_BREAK + "€";
            case Value.Share share -> percent(share.ratio());
            case Value.Change change -> (change.ratio() > 0 ? "+" : "") + percent(change.ratio());
            case Value.Decimal decimal -> decimal(decimal.number(), "#,##0.00");
            case Value.Time time -> time(time.millis());
            case Value.Day day -> SHORT_DATE.format(day.date());
            case Value.Masked masked -> "<" + NO_BREAK + "5";
            case Value.Missing missing -> "–";
        };
    }

    public static String number(long number) {
        return decimal(BigDecimal.valueOf(number), "#,##0");
    }

    /** {@code 1er janvier 2026}. */
    public static String date(LocalDate date) {
        String written = LONG_DATE.format(date);
        return (date.getDayOfMonth() == 1 ? "1er" + written.substring(1) : written).replace(' ', NO_BREAK);
    }

    /** Apostrophes curled, and the space before « ; : ! ? % € » and inside guillemets kept on the line. */
    public static String typeset(String text) {
        return text.replace('\'', '’')
                .replaceAll(" ([;!?])", NARROW_NO_BREAK + "$1")
                .replaceAll(" ([:%€»])", NO_BREAK + "$1")
                .replace("« ", "«" + NO_BREAK);
    }

    private static String percent(double ratio) {
        return decimal(BigDecimal.valueOf(ratio * 100), "#,##0.0") + NO_BREAK + "%";
    }

    private static String time(long millis) {
        long tenths = Math.round(millis / 100.0);
        if (tenths < 600) {
            return decimal(BigDecimal.valueOf(tenths, 1), "0.#") + NO_BREAK + "s";
        }
        long seconds = Math.round(millis / 1000.0);
        String rest = seconds % 60 == 0 ? "" : NO_BREAK + "%02d".formatted(seconds % 60) + NO_BREAK + "s";
        return number(seconds / 60) + NO_BREAK + "min" + rest;
    }

    private static String decimal(BigDecimal number, String pattern) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.FRENCH);
        symbols.setGroupingSeparator(NARROW_NO_BREAK);
        symbols.setMinusSign('\u2212');
        DecimalFormat format = new DecimalFormat(pattern, symbols);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }
}
