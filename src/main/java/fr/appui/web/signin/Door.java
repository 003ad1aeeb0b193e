package fr.appui.web.signin;

import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which addresses are pages, and how one comes back after sign-in without being sent to another site. */
final class Door {

    static final String SIGN_IN = "/connexion";
    private static final List<String> PROGRAMS = List.of("/api/", "/q/", "/openapi", "/assets/");

    private Door() {}

    /** A page for a person, as opposed to an answer for a program. */
    static boolean isPage(RoutingContext context) {
        return PROGRAMS.stream().noneMatch(context.normalizedPath()::startsWith);
    }

    static String signInAddress(RoutingContext context) {
        boolean canComeBack = context.request().method().name().equals("GET")
                && !context.normalizedPath().equals("/");
        return canComeBack
                ? SIGN_IN + "?suite=" + URLEncoder.encode(context.request().uri(), StandardCharsets.UTF_8)
                : SIGN_IN;
    }

    /** An address of ours, or the home page: {@code //evil.example} and {@code /\evil.example} name another host. */
    static String ownAddress(String asked) {
        boolean ours = asked.startsWith("/")
                && !asked.startsWith("//")
                && asked.indexOf('\\') < 0
                && asked.chars().noneMatch(c -> c < ' ' || c == 0x7f)
                && !asked.startsWith(SIGN_IN)
                && isAddress(asked);
        return ours ? asked : "/";
    }

    private static boolean isAddress(String asked) {
        try {
            return new URI(asked).getAuthority() == null;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
