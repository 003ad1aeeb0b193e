package fr.appui.web.signin;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads who a provider vouches for. Rights never come from it: they are those of the account with that subject. */
final class ProviderClaims {

    /** A health professional as Pro Santé Connect and the SAS write them: 8, then the 11 digits of the RPPS. */
    private static final Pattern NATIONAL_ID = Pattern.compile("(?:f:[0-9a-f-]{36}:)?8(\\d{11})");

    private ProviderClaims() {}

    sealed interface Reading {
        record Subject(String value) implements Reading {}

        /** @param why a French sentence that says what to set or to do */
        record Refused(String why) implements Reading {}
    }

    /** @param claims of the ID token and the user information together */
    static Reading read(Map<String, String> claims, String subjectClaim, Optional<String> acr) {
        if (acr.isPresent() && !acr.get().equals(claims.get("acr"))) {
            return new Reading.Refused(
                    "Le fournisseur d’identité n’a pas vérifié votre identité au niveau demandé (" + acr.get() + ").");
        }
        String subject = claims.getOrDefault(subjectClaim, "").strip();
        return subject.isEmpty()
                ? new Reading.Refused(
                        "Le fournisseur d’identité n’a pas transmis votre identifiant (« " + subjectClaim + " »).")
                : new Reading.Subject(rppsOrSubject(subject));
    }

    private static String rppsOrSubject(String subject) {
        var national = NATIONAL_ID.matcher(subject);
        return national.matches() ? national.group(1) : subject;
    }
}
