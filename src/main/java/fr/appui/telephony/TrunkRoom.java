package fr.appui.telephony;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How full the operator's trunk is, as the dialplan counts it (extensions-trunk.conf).
 *
 * @param channels conversations that it carries at once; 0 where the site did not tell
 * @param kept how many of them callers who are in, and what we began, have or are sure to get
 * @param refused callers whom the switch refused for want of room since it runs; what we would have begun and did not is not counted
 * @param refusedByOperator calls of ours that the operator answered with 503 since then
 * @param last when either last was
 */
record TrunkRoom(int channels, int kept, long refused, long refusedByOperator, Optional<Instant> last) {

    static final TrunkRoom UNKNOWN = new TrunkRoom(0, 0, 0, 0, Optional.empty());

    /** What a variable of the dialplan, or a function of it, is worth; empty where it is not set. */
    interface Variables {
        String get(String name) throws IOException;
    }

    static TrunkRoom read(Variables variables) throws IOException {
        List<String> full = List.of(variables.get("APPUI_FULL").split("/", -1));
        return new TrunkRoom(
                (int) number(variables.get("APPUI_CHANNELS")),
                (int) (2 * number(variables.get("GROUP_COUNT(2@trunk)"))
                        + number(variables.get("GROUP_COUNT(1@trunk)"))),
                full.size() == 3 ? number(full.get(0)) : 0,
                full.size() == 3 ? number(full.get(1)) : 0,
                full.size() == 3 ? Optional.of(Instant.ofEpochSecond(number(full.get(2)))) : Optional.empty());
    }

    /** A dialplan of an earlier version tells nothing, and a site's file may hold anything. */
    private static long number(String text) {
        return text.matches("\\d{1,10}") ? Long.parseLong(text) : 0;
    }
}
