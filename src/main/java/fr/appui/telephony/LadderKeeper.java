package fr.appui.telephony;

import fr.appui.rota.RotaSnapshot;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the static ladders of one switch up to date. A ladder is written whole under a new generation before the line's
 * pointer is moved to it, and the generation before it is kept for the calls that are reading it.
 */
final class LadderKeeper {

    private static final String ROOT = "appui/";

    private final Supplier<RotaSnapshot> rota;
    private final Clock clock;
    private final Recordings recordings;
    private final TelephonySettings.Ladders settings;

    private volatile @Nullable Instant written;
    private @Nullable Instant snapshot;

    LadderKeeper(Supplier<RotaSnapshot> rota, Clock clock, Recordings recordings, TelephonySettings.Ladders settings) {
        this.rota = rota;
        this.clock = clock;
        this.recordings = recordings;
        this.settings = settings;
    }

    /** How old what the switch holds is; empty before the first writing of this process. */
    Optional<Duration> age() {
        return Optional.ofNullable(written).map(then -> Duration.between(then, clock.instant()));
    }

    /** Writes when the rota was read anew since the last time, or when the hour has come. */
    void keep(AstDb database) throws IOException {
        boolean due = age().map(old -> old.compareTo(settings.refresh()) >= 0).orElse(true);
        if (due || !rota.get().takenAt().equals(snapshot)) {
            write(database);
        }
    }

    synchronized void write(AstDb database) throws IOException {
        RotaSnapshot current = rota.get();
        Instant now = clock.instant();
        List<StaticLadder> ladders = current.lines().stream()
                .map(line -> StaticLadder.of(line, current, now, settings.ahead(), recordings))
                .toList();
        for (StaticLadder ladder : ladders) {
            write(ladder, database);
        }
        forgetOthers(ladders, database);
        database.put(ROOT + "age", Long.toString(now.getEpochSecond()));
        snapshot = current.takenAt();
        written = now;
    }

    private static void write(StaticLadder ladder, AstDb database) throws IOException {
        String line = ROOT + ladder.line() + "/";
        String generation = UUID.randomUUID().toString().substring(0, 8);
        for (var value : ladder.values().entrySet()) {
            database.put(line + generation + "/" + value.getKey(), value.getValue());
        }
        String replaced = database.get(line + "current");
        String outdated = database.get(line + "previous");
        database.put(line + "current", generation);
        database.put(line + "previous", replaced);
        for (String dialled : ladder.dialled()) {
            database.put(ROOT + "dialled/" + dialled, ladder.line());
        }
        if (!outdated.isEmpty()) {
            database.deleteTree(line + outdated);
        }
    }

    private static void forgetOthers(List<StaticLadder> ladders, AstDb database) throws IOException {
        List<String> lines = ladders.stream().map(StaticLadder::line).toList();
        for (String before : Wire.split(database.get(ROOT + "lines"), Wire.RECORDINGS)) {
            if (!lines.contains(before)) {
                database.deleteTree(ROOT + before);
            }
        }
        database.put(ROOT + "lines", String.join(Wire.RECORDINGS, lines));
    }
}
