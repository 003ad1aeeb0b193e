package fr.appui.french;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Numbers and punctuation as they are printed in France: a narrow space that does not break before « ; ! ? % € » and between
 * thousands, a full one before « : » and inside guillemets (Lexique des règles typographiques de l'Imprimerie nationale).
 */
public final class Typography {

    public static final char NARROW = '\u202f';
    public static final char NO_BREAK = '\u00a0';

    private Typography() {}

    /** Apostrophes curled, and each space that may not break made so; digits in groups stay together. */
    public static String typeset(String text) {
        return text.replace('\'', '’')
                .replaceAll(" ([;!?%€])", NARROW + "$1")
                .replaceAll(" ([:»])", NO_BREAK + "$1")
                .replace("« ", "«" + NO_BREAK)
                .replaceAll("(\\d) (?=\\d)", "$1" + NO_BREAK);
    }

    /** {@code 12 345}. */
    public static String number(long number) {
        return decimal(BigDecimal.valueOf(number), 0, 0);
    }

    /** {@code 1 234,5}, rounded half up. @param least decimals written whatever they are @param most decimals at most */
    public static String decimal(BigDecimal number, int least, int most) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.FRENCH);
        symbols.setGroupingSeparator(NARROW);
        symbols.setMinusSign('\u2212');
        var format = new DecimalFormat("#,##0", symbols);
        format.setMinimumFractionDigits(least);
        format.setMaximumFractionDigits(most);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(number);
    }

    /** {@code 1 234,50 €}: cents always, as columns want them. */
    public static String euros(long cents) {
        return decimal(BigDecimal.valueOf(cents, 2), 2, 2) + NARROW + "€";
    }

    /** {@code 1 234 €}, {@code 1 234,50 €}: cents only where there are some, as sentences want them. */
    public static String roundEuros(long cents) {
        return decimal(BigDecimal.valueOf(cents, 2), cents % 100 == 0 ? 0 : 2, 2) + NARROW + "€";
    }

    /** {@code 12,5 %} for 0.125. */
    public static String percent(double ratio) {
        return decimal(BigDecimal.valueOf(ratio * 100), 1, 1) + NARROW + "%";
    }
}
