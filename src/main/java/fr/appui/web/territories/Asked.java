package fr.appui.web.territories;

import fr.appui.directory.HolidayZone;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.WrittenDate;
import fr.appui.french.WrittenMoment;
import fr.appui.french.WrittenValue;
import fr.appui.web.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what a request writes; what cannot be read is refused with the field and the remedy. */
final class Asked {

    private static final int FIRST_YEAR = 1951;
    private static final int LAST_YEAR = 2198;

    private Asked() {}

    static TerritoryCode territory(String text) {
        return Problem.read("code", text, TerritoryCode::new);
    }

    static LocalDate date(String field, Optional<String> text) {
        String written = text.orElseThrow(() -> Problem.badRequest(field, "à renseigner, " + WrittenDate.REMEDY));
        return WrittenDate.tryRead(written)
                .filter(date -> date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR)
                .orElseThrow(() -> Problem.badRequest(
                        field,
                        WrittenValue.refused(
                                written,
                                "n’est pas une date valable",
                                WrittenDate.REMEDY + ", entre " + FIRST_YEAR + " et " + LAST_YEAR)));
    }

    static Instant instant(String field, String written) {
        Instant instant = Problem.read(field, written, WrittenMoment::read);
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw Problem.badRequest(
                    field,
                    WrittenValue.refused(
                            written,
                            "n’est pas un instant valable",
                            "en donner un entre " + FIRST_YEAR + " et " + LAST_YEAR));
        }
        return instant;
    }

    /** {@code metropole}, {@code ALSACE_MOSELLE}, {@code alsace-moselle}. */
    static HolidayZone zone(String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.of(HolidayZone.values())
                .filter(zone -> zone.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(
                        "zone",
                        WrittenValue.refused(
                                text,
                                "n’est pas connue",
                                "choisir parmi "
                                        + Stream.of(HolidayZone.values())
                                                .map(Enum::name)
                                                .collect(Collectors.joining(", ")))));
    }

    static int year(String text) {
        try {
            int year = Integer.parseInt(text);
            if (year >= FIRST_YEAR && year <= LAST_YEAR) {
                return year;
            }
        } catch (NumberFormatException notANumber) {
            // refused below, with the bounds
        }
        throw Problem.badRequest(
                "year",
                WrittenValue.refused(
                        text, "n’est pas valable", "donner une année de " + FIRST_YEAR + " à " + LAST_YEAR));
    }
}
