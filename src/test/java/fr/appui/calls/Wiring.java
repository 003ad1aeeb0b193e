package fr.appui.calls;

import fr.appui.boot.EmbeddedMariaDb;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How a switch, its trunks, the nodes of the service and the database are told of each other. Maps can be added to. */
final class Wiring {

    /** Of the site's own, which its switch answers by itself. */
    static final String TEST_NUMBER = "0344119999";

    private Wiring() {}

    /**
     * A site file's values: two trunks, and less patience than by default for keys that nobody presses, but enough for parties on
     * a machine under load.
     *
     * @param nodes the ports at which the nodes answer FastAGI, first asked first
     */
    static Map<String, String> site(List<Integer> nodes, Duration shift, Network carrier, Network samu) {
        return new HashMap<>(Map.ofEntries(
                Map.entry(
                        "site-globals/APPUI_NODES",
                        nodes.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining("&"))),
                Map.entry("site-globals/APPUI_CLOCK_SHIFT", Long.toString(shift.toSeconds())),
                Map.entry("site-globals/APPUI_SWITCHES", "lab-a&lab-b"),
                Map.entry("site-globals/APPUI_SWITCHES_SECRET", SwitchProcess.SECRET),
                Map.entry("site-globals/APPUI_MENU_WAIT", "8"),
                Map.entry("site-globals/APPUI_KEY_WAIT", "8"),
                Map.entry("site-globals/APPUI_CONFIRM_WAIT", "8"),
                Map.entry("site-globals/APPUI_NUMBER_WAIT", "8"),
                Map.entry("site-globals/APPUI_PAUSE", "2"),
                Map.entry("site-globals/APPUI_SHORTEST_TALK", "6"),
                Map.entry("site-globals/APPUI_TEST_NUMBER", TEST_NUMBER),
                Map.entry("site-carrier-aor/contact", "sip:" + carrier.address()),
                Map.entry("site-carrier-identify/match", host(carrier)),
                Map.entry("site-samu-aor/contact", "sip:" + samu.address()),
                Map.entry("site-samu-identify/type", "identify"),
                Map.entry("site-samu-identify/endpoint", "samu"),
                Map.entry("site-samu-identify/match", host(samu))));
    }

    private static String host(Network network) {
        return network.address().substring(0, network.address().indexOf(':'));
    }

    /** What a node is told of a switch. */
    static Map<String, String> link(SwitchProcess asterisk) {
        String link = name(asterisk);
        return new HashMap<>(Map.of(
                link + ".port",
                Integer.toString(asterisk.amiPort()),
                link + ".secret",
                SwitchProcess.SECRET,
                link + ".heartbeat",
                "3s",
                link + ".longest-pause",
                "2s",
                link + ".cel-file",
                asterisk.workFolder() + "/log/cel-custom/appui.csv",
                link + ".question-secret",
                SwitchProcess.SECRET,
                link + ".ari.port",
                Integer.toString(asterisk.ariPort()),
                link + ".ari.password",
                SwitchProcess.SECRET));
    }

    /** The name of the settings of this switch. */
    static String name(SwitchProcess asterisk) {
        return "appui.telephony.switches." + asterisk.name();
    }

    /** Of a server of a test's own, whose account has no password. */
    static Map<String, String> database(String url, String user) {
        return database(url, user, "");
    }

    private static Map<String, String> database(String url, String user, String password) {
        return Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", user,
                "quarkus.datasource.password", password);
    }

    static Map<String, String> database(EmbeddedMariaDb database) {
        return database(database.url(), database.user(), database.password());
    }

    /** What every stage asks of a node: where it answers, one day of ladders, and nothing that rings or mails by itself. */
    static Map<String, String> node(int fastAgi, String home) {
        return Map.of(
                "appui.telephony.fastagi.port",
                Integer.toString(fastAgi),
                "appui.home",
                home,
                "appui.telephony.ladders.ahead",
                "1d",
                "appui.outreach.line-check.enabled",
                "false",
                "appui.planning.alerts-every",
                "off");
    }

    /** Calls that were made without the service are rebuilt within seconds. */
    static Map<String, String> rebuiltSoon() {
        return Map.of("appui.telephony.rebuild.every", "2s", "appui.telephony.rebuild.settled", "3s");
    }
}
