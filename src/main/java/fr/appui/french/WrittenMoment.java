package fr.appui.french;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** An instant as a program or a form writes it; one that no database nor clock of ours can hold is none. */
public final class WrittenMoment {

    /** Said wherever an instant cannot be read. */
    public static final String REMEDY = "écrire un instant avec son décalage, par exemple 2026-11-14T22:00:00+01:00";

    private WrittenMoment() {}

    /**
     * With its offset. A {@code +} that was not escaped in an address arrives as a blank.
     *
     * @throws InvalidInput with a French sentence that goes on from the name of the field
     */
    public static Instant read(String text) {
        try {
            return bounded(OffsetDateTime.parse(WrittenValue.of(text).replace(' ', '+'))
                    .toInstant());
        } catch (DateTimeException unreadable) {
            throw new InvalidInput(WrittenValue.refused(text, "n’est pas un instant", REMEDY), unreadable);
        }
    }

    /** @throws DateTimeException where this is no date and time as a form sends it */
    public static Instant local(String text, ZoneId zone) {
        return bounded(LocalDateTime.parse(WrittenValue.of(text)).atZone(zone).toInstant());
    }

    /** In every zone. */
    private static Instant bounded(Instant instant) {
        var day = instant.atOffset(ZoneOffset.UTC).toLocalDate();
        if (!WrittenDate.hasFourFigures(day.minusDays(1)) || !WrittenDate.hasFourFigures(day.plusDays(1))) {
            throw new DateTimeException("year " + day.getYear());
        }
        return instant;
    }
}
