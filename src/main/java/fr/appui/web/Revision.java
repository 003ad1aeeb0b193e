package fr.appui.web;

import fr.appui.french.WrittenValue;
import jakarta.ws.rs.core.EntityTag;
import org.jspecify.annotations.Nullable;

/** What a change was decided on, as the API says it: {@code ETag} of what was read, {@code If-Match} of what is written. */
public final class Revision {

    private Revision() {}

    public static EntityTag tag(long revision) {
        return new EntityTag(Long.toString(revision));
    }

    /** @throws Problem.Refused with 428 where it is missing, 400 where it is not what was read */
    public static long of(@Nullable String ifMatch) {
        String digits = text(ifMatch);
        if (!digits.matches("\\d{1,18}")) {
            throw Problem.badRequest("If-Match", "renvoyer tel quel l’en-tête ETag de la lecture");
        }
        return Long.parseLong(digits);
    }

    /** @throws Problem.Refused with 428 where it is missing */
    public static String text(@Nullable String ifMatch) {
        if (ifMatch == null || WrittenValue.isNothing(ifMatch)) {
            throw Problem.versionNeeded();
        }
        return WrittenValue.of(ifMatch).replaceFirst("^W/", "").replace("\"", "");
    }
}
