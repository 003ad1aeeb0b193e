package fr.appui.telephony;

import fr.appui.directory.SupportLine;
import fr.appui.rota.RotaSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** For stories of the switch: what the service would keep in AstDB. */
public final class WrittenLadders {

    private WrittenLadders() {}

    /** The ladder of a line, key by key below {@code appui/}. */
    public static Map<String, String> of(SupportLine line, RotaSnapshot rota, Instant from, Duration ahead) {
        StaticLadder ladder = StaticLadder.of(line, rota, from, ahead, new Recordings(Map.of()));
        String generation = "0".repeat(12);
        var written = new LinkedHashMap<String, String>();
        ladder.values().forEach((key, value) -> written.put(ladder.line() + "/" + generation + "/" + key, value));
        written.put(ladder.line() + "/current", generation);
        return written;
    }
}
