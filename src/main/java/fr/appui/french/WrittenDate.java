package fr.appui.french;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/** A date as somebody types it, in whatever form, file or request: {@code 14/07/2026}, {@code 4/7/2026}, {@code 2026-07-14}. */
public final class WrittenDate {

    /** Said wherever a date cannot be read. */
    public static final String REMEDY = "écrire par exemple 14/07/2026";

    private static final List<DateTimeFormatter> SHAPES = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT));

    private WrittenDate() {}

    /** @throws InvalidInput with a French sentence that goes on from the name of the field */
    public static LocalDate read(String text) {
        return tryRead(text)
                .orElseThrow(() -> new InvalidInput(WrittenValue.refused(text, "n’est pas une date", REMEDY)));
    }

    /** @return empty when it cannot be read */
    public static Optional<LocalDate> tryRead(String text) {
        for (DateTimeFormatter shape : SHAPES) {
            try {
                return Optional.of(LocalDate.parse(WrittenValue.of(text), shape))
                        .filter(WrittenDate::hasFourFigures);
            } catch (DateTimeParseException tryTheNext) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** What the database and every clock of ours can hold. */
    public static boolean hasFourFigures(LocalDate date) {
        return date.getYear() >= 1_000 && date.getYear() <= 9_999;
    }
}
