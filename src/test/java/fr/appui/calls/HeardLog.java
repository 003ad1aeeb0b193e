package fr.appui.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asterisk's verbose log, read as it grows: what was played on whose leg. */
final class HeardLog {

    private static final Pattern PLAYING = Pattern.compile("<(PJSIP/[^>]+)> Playing '([^.']+)");
    private static final Pattern WAITING =
            Pattern.compile("Started music on hold, class '([a-z]+/[^']+)', on channel '(PJSIP/[^']+)'");
    private static final Pattern ARRIVED =
            Pattern.compile("Set\\(\"(PJSIP/[^\"]+)\", \"APPUI_SEEN=arrived\\|[^|]*\\|[A-Z]+\\|([^|\"]*)");
    private static final Pattern CALLED_BY = Pattern.compile("\"APPUI_SEEN=arrived\\|([^|]*)\\|[A-Z]+\\|([^|\"]*)");
    private static final Pattern CALL_ID = Pattern.compile("Set\\(\"(PJSIP/[^\"]+)\", \"__APPUI_CALL=([^\",]+)[\",]");
    private static final Pattern CALLED = Pattern.compile("\\[(C-[0-9a-f]+)].* Called PJSIP/([^@]+)@");
    private static final Pattern ANSWERED =
            Pattern.compile("\\[(C-[0-9a-f]+)].* (PJSIP/\\S+) answered (?:PJSIP|Local)/");

    private final Path file;
    private final Map<String, List<String>> played = new HashMap<>();
    private final Map<String, String> waiting = new HashMap<>();
    private final Map<String, String> legOfCaller = new HashMap<>();
    private final Map<String, String> legOfCallee = new HashMap<>();
    private final Map<String, String> callOfLeg = new HashMap<>();
    private final Map<String, String> callOfCaller = new HashMap<>();
    private final Map<String, String> beingCalled = new HashMap<>();
    private final Map<String, List<String>> callersOfLine = new HashMap<>();
    private long position;

    HeardLog(Path file) {
        this.file = file;
    }

    synchronized List<String> byCaller(String number) {
        read();
        return played(legOfCaller.get(number));
    }

    synchronized List<String> byCallee(String number) {
        read();
        return played(legOfCallee.get(number));
    }

    /** What the caller of this number heard last after the announcements: {@code music} or {@code ringing}. */
    synchronized String waitedWith(String number) {
        read();
        return waiting.getOrDefault(legOfCaller.get(number), "").split("/", 2)[0];
    }

    /** The identifier that the dialplan gave to the call of this number. */
    synchronized Optional<String> callOf(String number) {
        read();
        return Optional.ofNullable(callOfCaller.get(number));
    }

    /** Whether the dialplan told this of any call, always or where something held (ExecIf). */
    boolean tells(String fact) {
        try {
            return Pattern.compile("[\"(]APPUI_SEEN," + Pattern.quote(fact) + "[\")]")
                    .matcher(Files.readString(file))
                    .find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who called this line, as the dialplan told it. */
    synchronized List<String> callersOf(String line) {
        read();
        return List.copyOf(callersOfLine.getOrDefault(line, List.of()));
    }

    private List<String> played(@Nullable String leg) {
        return List.copyOf(played.getOrDefault(leg, List.of()));
    }

    private void read() {
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) (log.length() - position)];
            log.seek(position);
            log.readFully(bytes);
            // of the last whole line; in bytes, since what comes over the wire need not be UTF-8
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            position += end;
            new String(bytes, 0, end, UTF_8).lines().forEach(this::line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String line) {
        if (line.contains("> Playing '")) {
            pair(
                    PLAYING,
                    line,
                    (leg, name) -> played.computeIfAbsent(leg, key -> new ArrayList<>())
                            .add(name));
        } else if (line.contains("Started music on hold, class '")) {
            pair(WAITING, line, this::waits);
        } else if (line.contains("\"APPUI_SEEN=arrived|")) {
            pair(ARRIVED, line, this::arrived);
            pair(
                    CALLED_BY,
                    line,
                    (dialled, caller) -> callersOfLine
                            .computeIfAbsent(dialled, key -> new ArrayList<>())
                            .add(caller));
        } else if (line.contains("\"__APPUI_CALL=")) {
            pair(CALL_ID, line, callOfLeg::put);
        } else if (line.contains(" Called PJSIP/")) {
            pair(CALLED, line, beingCalled::put);
        } else if (line.contains(" answered PJSIP/") || line.contains(" answered Local/")) {
            pair(ANSWERED, line, (call, leg) -> legOfCallee.put(beingCalled.get(call), leg));
        }
    }

    /** What is said while a telephone rings, or part of it; asked for again it goes on where it was cut. */
    private void waits(String what, String leg) {
        if (!what.equals(waiting.put(leg, what))) {
            String said = what.substring(what.indexOf('/') + 1);
            played.computeIfAbsent(leg, key -> new ArrayList<>()).addAll(List.of(said.split("&")));
        }
    }

    /** A switch that was started again gives the names of legs anew. */
    private void arrived(String leg, String number) {
        legOfCaller.put(number, leg);
        callOfCaller.put(number, callOfLeg.get(leg));
        played.remove(leg);
        waiting.remove(leg);
    }

    private static void pair(Pattern pattern, String line, BiConsumer<String, String> found) {
        Matcher matcher = pattern.matcher(line);
        if (matcher.find()) {
            found.accept(matcher.group(1), matcher.group(2));
        }
    }
}
