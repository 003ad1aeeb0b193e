package fr.appui.indicators;

import fr.appui.french.InvalidInput;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a territory's agreements pay for a duty held behind the first rung: nothing, an amount a day, or a share of the day's
 * flat rate. The cahier des charges pays the first rung alone, so this comes on top of service done.
 *
 * @param kind decides what {@code number} means: euros a day, or a share
 */
public record BackUpPay(Kind kind, BigDecimal number) {

    public static final BackUpPay NONE = new BackUpPay(Kind.NONE, BigDecimal.ZERO);

    private static final Pattern WRITTEN = Pattern.compile("(rate|share) (\\d{1,6}(?:\\.\\d{1,3})?)");
    private static final String REMEDY =
            " n’est pas valable ; écrire none, rate 30.00 (euros par jour) ou share 0.5 (part du forfait, au plus 1)";

    public enum Kind {
        NONE,
        RATE,
        SHARE
    }

    /** {@code none}, {@code rate 30.00} or {@code share 0.5}; how settings are read. */
    public static BackUpPay valueOf(String written) {
        if (written.equals("none")) {
            return NONE;
        }
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            throw new InvalidInput("deuxième rang : « " + written + " »" + REMEDY);
        }
        Kind kind = matcher.group(1).equals("rate") ? Kind.RATE : Kind.SHARE;
        BigDecimal number = new BigDecimal(matcher.group(2));
        if (kind == Kind.SHARE && number.compareTo(BigDecimal.ONE) > 0 || kind == Kind.RATE && number.scale() > 2) {
            throw new InvalidInput("deuxième rang : « " + written + " »" + REMEDY);
        }
        return new BackUpPay(kind, number);
    }

    /** French, as the report says it. */
    public String sentence() {
        return switch (kind) {
            case NONE -> "Les deuxièmes rangs ne sont pas rémunérés : la convention ne le prévoit pas.";
            case RATE ->
                "Les deuxièmes rangs sont rémunérés " + euros() + " par jour tenu, comme la convention le prévoit.";
            case SHARE ->
                "Les deuxièmes rangs sont rémunérés " + percent()
                        + " % du forfait du jour, comme la convention le prévoit.";
        };
    }

    private String euros() {
        return number.setScale(2, RoundingMode.HALF_UP).toString().replace('.', ',') + " €";
    }

    private String percent() {
        return number.movePointRight(2).stripTrailingZeros().toPlainString().replace('.', ',');
    }
}
