package fr.appui.web.signin;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a session that is kept for a duty opens without asking for the password again: a night's work. Everything else asks,
 * among it numbers, exports, the secret of an agenda, accounts, and whatever is not the physician's own.
 */
final class DutyRooms {

    private static final List<Pattern> SEEN = patterns(
            "/",
            "/mes-astreintes(/calendrier)?",
            "/mes-appels/[^/]+",
            "/mes-appels-hors-ligne",
            "/mes-souhaits",
            "/mes-echanges(/proposer)?",
            "/mon-agenda",
            "/mon-service-fait",
            "/regulation",
            "/compte/appareils(/notifications/cle)?",
            "/compte/mot-de-passe",
            "/connexion/.*",
            "/api/calls/[^/]+/outcome");

    private static final List<Pattern> DONE = patterns(
            "/mes-astreintes/(?!.*/numero$).*",
            "/mes-appels/.*",
            "/mes-appels-hors-ligne",
            "/mes-souhaits/.*",
            "/mes-echanges/.*",
            "/mes-remplacements(/.*)?",
            "/compte/appareils/.*",
            // asks for the present password itself
            "/compte/mot-de-passe",
            "/deconnexion",
            "/connexion/.*",
            "/api/calls/[^/]+/outcome");

    private DutyRooms() {}

    static boolean opens(boolean writes, String path) {
        return (writes ? DONE : SEEN)
                .stream().anyMatch(room -> room.matcher(path).matches());
    }

    private static List<Pattern> patterns(String... rooms) {
        return List.of(rooms).stream().map(Pattern::compile).toList();
    }
}
