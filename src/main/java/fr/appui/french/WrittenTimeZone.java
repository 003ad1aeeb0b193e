package fr.appui.french;

import java.time.ZoneId;

/** A time zone as a form, a program or a file writes it: the name of a region. An offset knows no summer time, so it is none. */
public final class WrittenTimeZone {

    private WrittenTimeZone() {}

    /** @throws InvalidInput with a French sentence that names the field */
    public static ZoneId read(String text) {
        String region = WrittenValue.of(text);
        if (!ZoneId.getAvailableZoneIds().contains(region)) {
            throw new InvalidInput("fuseau horaire : "
                    + WrittenValue.refused(text, "n’est pas le nom d’un fuseau", "écrire par exemple Europe/Paris"));
        }
        return ZoneId.of(region);
    }
}
