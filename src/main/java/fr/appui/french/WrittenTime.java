package fr.appui.french;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A time of day as somebody types it: {@code 18:30}, {@code 8:30}, {@code 18h30}, {@code 18 h}. */
public final class WrittenTime {

    private static final String REMEDY = "écrire par exemple 18:30";
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,2})(?::(\\d{2})(?::00)?|\\h?[hH]\\h?(\\d{2})?)");

    private WrittenTime() {}

    /** @throws InvalidInput with a French sentence that goes on from the name of the field */
    public static LocalTime read(String text) {
        return tryRead(text)
                .orElseThrow(() -> new InvalidInput(WrittenValue.refused(text, "n’est pas une heure", REMEDY)));
    }

    private static Optional<LocalTime> tryRead(String text) {
        Matcher shape = SHAPE.matcher(WrittenValue.of(text));
        if (!shape.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalTime.of(Integer.parseInt(shape.group(1)), minutes(shape.group(2)) + minutes(shape.group(3))));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static int minutes(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
