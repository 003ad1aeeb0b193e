package fr.appui.directory;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number in E.164 ({@code +33344112233}), or a French emergency short number ({@code 15}) as it is dialled.
 * {@link #toString()} masks the digits, so that a number never reaches a log by accident: write {@link #e164()} on purpose.
 */
public record PhoneNumber(String e164) {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final ShortNumberInfo SHORT_NUMBERS = ShortNumberInfo.getInstance();
    private static final String DEFAULT_REGION = "FR";
    /** As we write it; what is read at every step of a call need not be looked up in the numbering plans of the world. */
    private static final Pattern FRENCH = Pattern.compile("\\+33[1-9]\\d{8}");

    public PhoneNumber {
        if (!isShort(e164) && !e164.equals(normalise(e164).orElse(""))) {
            throw new InvalidInput(
                    "numéro de téléphone : il n’est pas au format E.164 ; écrire par exemple +33344112233");
        }
    }

    /** Reads a number as a person or an operator writes it: {@code 03 44 11 22 33}, {@code +33…}, {@code 0033…}, {@code 15}. */
    public static PhoneNumber parse(String written) {
        return tryParse(written)
                .orElseThrow(() -> new InvalidInput("numéro de téléphone : "
                        + (WrittenValue.isNothing(written) ? "à renseigner, " : "il n’est pas reconnu ; ")
                        + "écrire par exemple 03 44 11 22 33 ou +33344112233"));
    }

    /** As {@link #parse}, empty for a withheld, cut or malformed number: what an operator sends is not ours to refuse. */
    public static Optional<PhoneNumber> tryParse(String written) {
        String trimmed = WrittenValue.of(written);
        return isShort(trimmed)
                ? Optional.of(new PhoneNumber(trimmed))
                : normalise(trimmed).map(PhoneNumber::new);
    }

    /** {@code 03 44 11 22 33}, as printed in France. */
    public String national() {
        if (isShort(e164)) {
            return e164;
        }
        try {
            return NUMBERS.format(NUMBERS.parse(e164, DEFAULT_REGION), PhoneNumberFormat.NATIONAL);
        } catch (NumberParseException impossible) {
            throw new IllegalStateException("validated at construction", impossible);
        }
    }

    /** A mobile, or a number of which the plans do not say what it is: new blocks are given out before this library knows them. */
    public boolean mayTakeTexts() {
        try {
            return !isShort(e164)
                    && switch (NUMBERS.getNumberType(NUMBERS.parse(e164, DEFAULT_REGION))) {
                        case MOBILE, FIXED_LINE_OR_MOBILE, UNKNOWN -> true;
                        default -> false;
                    };
        } catch (NumberParseException impossible) {
            throw new IllegalStateException("validated at construction", impossible);
        }
    }

    public boolean isMobile() {
        try {
            return !isShort(e164)
                    && NUMBERS.getNumberType(NUMBERS.parse(e164, DEFAULT_REGION)) == PhoneNumberType.MOBILE;
        } catch (NumberParseException impossible) {
            throw new IllegalStateException("validated at construction", impossible);
        }
    }

    @Override
    public String toString() {
        return "PhoneNumber[…]";
    }

    private static boolean isShort(String digits) {
        return digits.length() <= 3
                && digits.chars().allMatch(Character::isDigit)
                && SHORT_NUMBERS.isEmergencyNumber(digits, DEFAULT_REGION);
    }

    private static Optional<String> normalise(String written) {
        if (FRENCH.matcher(written).matches()) {
            return Optional.of(written);
        }
        try {
            var number = NUMBERS.parse(written, DEFAULT_REGION);
            return NUMBERS.isPossibleNumber(number)
                    ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException unreadable) {
            return Optional.empty();
        }
    }
}
