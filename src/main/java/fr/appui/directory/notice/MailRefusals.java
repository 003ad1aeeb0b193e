package fr.appui.directory.notice;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What mail servers and networks say when a mail does not leave, as a coordinator can act on it. */
public final class MailRefusals {

    /** @param signs in lower case, one of which is in the words of the refusal */
    private record Known(List<String> signs, String sentence) {}

    private static final List<Known> ALL = List.of(
            new Known(
                    List.of("550", "551", "553", "no such user", "user unknown", "recipient"),
                    "l’adresse est refusée : la vérifier"),
            new Known(
                    List.of("535", "530", "auth"),
                    "le serveur de messagerie refuse l’accès : prévenir qui tient le service"),
            new Known(
                    List.of("refused", "unknownhost", "unresolved", "timeout", "timed out", "unreachable", "reset"),
                    "le serveur de messagerie ne répond pas : prévenir qui tient le service"));

    /** Of a mail that the server may have taken. */
    public static final String UNHEARD =
            "le serveur de messagerie n’a pas dit s’il l’a pris : demander au destinataire avant de le renvoyer";

    private MailRefusals() {}

    /** For the log: the server's own words may hold somebody's address. */
    public static String kindOf(Throwable refused) {
        Throwable cause = refused.getCause();
        return cause == null ? refused.getClass().getSimpleName() : kindOf(cause);
    }

    public static String inFrench(String error) {
        String said = error.toLowerCase(Locale.ROOT);
        return Stream.concat(
                        ALL.stream()
                                .filter(known -> known.signs().stream().anyMatch(said::contains))
                                .map(Known::sentence),
                        Stream.of("le serveur de messagerie l’a refusé"))
                .findFirst()
                .orElseThrow();
    }
}
