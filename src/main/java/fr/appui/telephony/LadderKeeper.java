package fr.appui.telephony;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.appui.rota.RotaSnapshot;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the static ladders of one switch up to date. A ladder is written whole under a new generation before the line's
 * pointer is moved to it, and the generation before it is kept for the calls that are reading it.
 */
final class LadderKeeper {

    private static final Duration BEFORE = Duration.ofHours(1);
    private static final String ROOT = "appui/";
    private static final String DIALLED = ROOT + "dialled/";

    private final Supplier<RotaSnapshot> rota;
    private final Clock clock;
    private final Recordings recordings;
    private final Duration ahead;

    private volatile @Nullable Instant checked;
    private Made made = new Made(new Object(), Instant.EPOCH, List.of());
    /** What the switch holds of each line for certain: a writing that is cut short goes on where it was. */
    private final Map<String, StaticLadder> held = new HashMap<>();
    /** The ways of dialling each line that was written, so that one withdrawn while the switch was away is taken away all the same. */
    private final Map<String, List<String>> written = new HashMap<>();

    /** The ladders of one hour of one rota: working them out is most of what an idle service does. */
    private record Made(Object rota, Instant hour, List<StaticLadder> ladders) {}

    LadderKeeper(Supplier<RotaSnapshot> rota, Clock clock, Recordings recordings, Duration ahead) {
        this.rota = rota;
        this.clock = clock;
        this.recordings = recordings;
        this.ahead = ahead;
    }

    /** Since when the switch may hold something else than the rota says; empty before the first writing of this process. */
    Optional<Duration> age() {
        return Optional.ofNullable(checked).map(then -> Duration.between(then, clock.instant()));
    }

    /** Writes when the rota or the hour brings something new. */
    synchronized void keep(AstDb database) throws IOException {
        if (!rota.get().isKnown()) {
            return; // what AstDB holds is better than nothing, and as old as it says
        }
        List<StaticLadder> ladders = ladders();
        List<StaticLadder> news = ladders.stream()
                .filter(ladder -> !ladder.equals(held.get(ladder.line())))
                .toList();
        Set<String> withdrawn = new HashSet<>(written.keySet());
        ladders.forEach(ladder -> withdrawn.remove(ladder.line()));
        Instant now = clock.instant();
        if (checked == null || !news.isEmpty() || !withdrawn.isEmpty()) {
            write(news, withdrawn, database);
            database.put(ROOT + "age", Long.toString(now.getEpochSecond()));
            database.flush();
        }
        checked = now;
    }

    /** All of it anew: a switch that was started again may have lost what it held. */
    synchronized void write(AstDb database) throws IOException {
        held.clear();
        checked = null;
        keep(database);
    }

    /** A line withdrawn while no service ran is not known here; what is held of it expires by itself. */
    private void write(List<StaticLadder> news, Set<String> withdrawn, AstDb database) throws IOException {
        for (StaticLadder ladder : news) {
            written.put(ladder.line(), ladder.dialled());
            write(ladder, database);
            held.put(ladder.line(), ladder);
        }
        for (String line : withdrawn) {
            database.deleteTree(ROOT + line);
            // a number that is none of ours any more may be dialled, as somebody's fallback
            written.getOrDefault(line, List.of()).forEach(dialled -> database.deleteTree(DIALLED + dialled));
            database.flush();
            held.remove(line);
            written.remove(line);
        }
    }

    /**
     * From the hour, so that what was written stays true and unchanged for as long; and of the hour before, for the calls that arrived
     * in it and for a switch whose clock was set back.
     */
    private List<StaticLadder> ladders() {
        RotaSnapshot current = rota.get();
        Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        if (made.rota() != current.content() || !made.hour().equals(hour)) {
            made = new Made(
                    current.content(),
                    hour,
                    current.lines().stream()
                            .map(line ->
                                    StaticLadder.of(line, current, hour.minus(BEFORE), ahead.plus(BEFORE), recordings))
                            .toList());
        }
        return made.ladders();
    }

    private static void write(StaticLadder ladder, AstDb database) throws IOException {
        String line = ROOT + ladder.line() + "/";
        String generation = generation(ladder);
        for (var value : ladder.values().entrySet()) {
            database.put(line + generation + "/" + value.getKey(), value.getValue());
        }
        for (String dialled : ladder.dialled()) {
            database.put(DIALLED + dialled, ladder.known());
        }
        String replaced = database.get(line + "current");
        if (replaced.equals(generation)) {
            database.flush();
            return; // written anew where it was, by this node or another: nobody loses what they are reading
        }
        String outdated = database.get(line + "previous");
        database.put(line + "current", generation);
        database.put(line + "previous", replaced);
        if (!outdated.isEmpty() && !outdated.equals(generation)) {
            database.deleteTree(line + outdated);
        }
        database.flush();
    }

    /** Of its content, so that several nodes, or one that starts again, do not push each other's out. */
    private static String generation(StaticLadder ladder) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(ladder.values())
                    .forEach((name, value) -> digest.update((name + "=" + value + "\n").getBytes(UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
