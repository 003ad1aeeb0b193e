package fr.appui.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import fr.appui.french.FrenchDuration;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Whether a switch's trunks have somebody at their other end, as Asterisk sees it over ARI; and so whether ARI answers. Asked every half
 * minute at most.
 */
final class Trunks {

    private static final String CARRIER = "carrier";
    /** What takes an INVITE with Replaces (pjsip.conf): nobody's trunk. */
    private static final String OURS = "replaces";

    private static final Duration BELIEVED = Duration.ofSeconds(30);
    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final AriLink ari;
    private final Clock clock;

    private record Seen(Instant at, Map<String, End> ends, boolean answered) {}

    /** What is known of the other end of a trunk. Asterisk takes one that it never asks for one that is there. */
    private enum End {
        THERE("joignable"),
        AWAY("injoignable"),
        NOT_ASKED("non surveillé (qualify_frequency)"),
        NOT_SET("non raccordé");

        private final String said;

        End(String said) {
            this.said = said;
        }

        /** @param aor as ARI tells of the endpoint's: where it is reached, whether it registers, how often it is asked */
        static End of(boolean online, Map<String, String> aor) {
            boolean fixed = !aor.getOrDefault("contact", "").isBlank();
            boolean registers = !"0".equals(aor.getOrDefault("max_contacts", "0"));
            if (!fixed && !registers) {
                return NOT_SET;
            }
            if (!online) {
                return AWAY;
            }
            return fixed && Double.parseDouble(aor.getOrDefault("qualify_frequency", "0")) == 0 ? NOT_ASKED : THERE;
        }
    }

    private @Nullable Seen last;

    Trunks(AriLink ari, Clock clock) {
        this.ari = ari;
        this.clock = clock;
    }

    /** What is seen, and in French what to do about it. */
    void tell(String board, HealthCheckResponseBuilder response) {
        if (!ari.isConfigured()) {
            response.withData(
                    "attention." + board + ".ari",
                    "ari.password n’est pas réglé : l’échelle de secours n’est pas écrite, aucun rappel ne part");
            return;
        }
        Seen seen = seen();
        if (!seen.answered()) {
            response.withData(
                    "attention." + board + ".ari",
                    "ARI ne répond pas : vérifier site-ari dans appui-site.conf, ari.password et le port 8088");
            return;
        }
        seen.ends().forEach((trunk, end) -> response.withData(board + "." + trunk, end.said));
        End carrier = seen.ends().getOrDefault(CARRIER, End.NOT_SET);
        if (carrier == End.NOT_SET) {
            response.withData(
                    "attention." + board + ".opérateur",
                    "le raccordement de l’opérateur n’est pas chargé : compléter site-carrier dans appui-site.conf, puis « core reload »");
        } else if (carrier == End.AWAY) {
            response.withData(
                    "attention." + board + ".opérateur",
                    "l’opérateur ne répond pas ou n’est pas enregistré : « pjsip show contacts » et « pjsip show registrations »");
        }
    }

    /** What it carries, and whether somebody was refused by the switch for want of it, or by the operator, in the last day. */
    void tell(String board, TrunkRoom room, HealthCheckResponseBuilder response) {
        response.withData(
                board + ".communications",
                room.channels() == 0
                        ? "non comptées (APPUI_CHANNELS)"
                        : room.kept() + " gardées sur " + room.channels());
        room.last()
                .filter(last -> last.isAfter(clock.instant().minus(REMEMBERED)))
                .ifPresent(last -> refusals(board, room, last, response));
    }

    /** A trunk that was full is one thing; an operator answers 503 for want of channels, and for whatever fails at its end. */
    private void refusals(String board, TrunkRoom room, Instant last, HealthCheckResponseBuilder response) {
        String since = " depuis le démarrage du commutateur (dernier refus, par lui ou par l’opérateur, il y a "
                + FrenchDuration.of(Duration.between(last, clock.instant())) + ")";
        if (room.refused() > 0) {
            response.withData(
                    "attention." + board + ".communications",
                    "le raccordement a été plein : le commutateur a refusé " + calls(room.refused()) + since
                            + ". Demander plus de communications simultanées à l’opérateur, puis régler APPUI_CHANNELS");
        }
        if (room.refusedByOperator() > 0) {
            response.withData(
                    "attention." + board + ".refus de l’opérateur",
                    "l’opérateur a refusé (503) " + calls(room.refusedByOperator()) + since
                            + ". Lui demander si ses communications étaient toutes prises, ou ce qui manquait chez lui");
        }
    }

    private static String calls(long number) {
        return number + (number == 1 ? " appel" : " appels");
    }

    /** 1 while the operator's end is there or not asked about ({@code qualify_frequency}), 0 when it is not, not a number while ARI is silent. */
    double carrierUp() {
        Seen seen = ari.isConfigured() ? seen() : new Seen(clock.instant(), Map.of(), false);
        if (!seen.answered()) {
            return Double.NaN;
        }
        return switch (seen.ends().getOrDefault(CARRIER, End.NOT_SET)) {
            case THERE, NOT_ASKED -> 1;
            case AWAY, NOT_SET -> 0;
        };
    }

    private synchronized Seen seen() {
        Instant now = clock.instant();
        Seen seen = last;
        if (seen == null || now.isBefore(seen.at()) || !now.isBefore(seen.at().plus(BELIEVED))) {
            seen = ask(now);
            last = seen;
        }
        return seen;
    }

    private Seen ask(Instant now) {
        try {
            return new Seen(now, ends(), true);
        } catch (IOException | RuntimeException absent) {
            return new Seen(now, Map.of(), false);
        }
    }

    private Map<String, End> ends() throws IOException {
        Map<String, End> ends = new LinkedHashMap<>();
        for (JsonNode endpoint : ari.get("/ari/endpoints/PJSIP")) {
            String name = endpoint.path("resource").asText();
            if (!name.equals(OURS)) {
                ends.put(name, End.of("online".equals(endpoint.path("state").asText()), aor(name)));
            }
        }
        return ends;
    }

    private Map<String, String> aor(String name) throws IOException {
        Map<String, String> settings = new HashMap<>();
        for (JsonNode setting : ari.get("/ari/asterisk/config/dynamic/res_pjsip/aor/" + name)) {
            settings.put(
                    setting.path("attribute").asText(), setting.path("value").asText());
        }
        return settings;
    }
}
