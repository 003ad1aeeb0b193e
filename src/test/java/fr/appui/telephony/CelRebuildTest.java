package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallEvent.Degraded;
import fr.appui.trace.CallEvent.Ended;
import fr.appui.trace.CallEvent.Received;
import fr.appui.trace.Ending;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The records are those of real calls, as Asterisk 22 wrote them with the product's configuration. */
class CelRebuildTest {

    /** Long after the recorded calls. */
    private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

    private static final CelRebuild.Patience PATIENCE =
            new CelRebuild.Patience(Duration.ofSeconds(30), Duration.ofHours(6));

    @TempDir
    Path folder;

    private final List<List<CallEvent>> rebuilt = new ArrayList<>();
    private int malformed;
    private Path file;
    private CelRebuild rebuild;

    @BeforeEach
    void startTheService() {
        file = folder.resolve("appui.csv");
        var source = new CelRebuild.Source(new CelFile(file), new CelBookmark(folder, "lab"));
        var folds = new CelFolds("lab", (dialled, at) -> Optional.of(new TerritoryCode("HDF-OISE")));
        rebuild = new CelRebuild(source, folds, PATIENCE, new CelRebuild.Listener() {
            @Override
            public void rebuilt(List<CallEvent> events) {
                rebuilt.add(events);
            }

            @Override
            public void malformed(CelFile.Position line) {
                malformed++;
            }

            @Override
            public void read(String channel) {
                // CelRoundsTest
            }
        });
    }

    @Test
    void anAnsweredCallIsWhole() throws IOException {
        write(recorded("answered.csv"));
        pass(LATER);
        assertThat(rebuilt).hasSize(1);
        assertThat(keys(rebuilt.getFirst()))
                .containsSubsequence(
                        "received", "profile", "ladder", "attempt-started:1", "attempt-ended:1", "attempt-ended:2")
                .anyMatch(key -> key.startsWith("bridged:"))
                .anyMatch(key -> key.startsWith("unbridged:"))
                .doesNotHaveDuplicates()
                .endsWith("ended");
        assertThat(ending(rebuilt.getFirst())).isEqualTo(Ending.ANSWERED);
        assertThat(rebuilt.getFirst().getFirst())
                .isInstanceOfSatisfying(
                        Received.class,
                        received -> assertThat(received.call().value()).isEqualTo("lab-1795359633.5"));
    }

    @Test
    void aCallMadeWithoutTheServiceIsToldWithItsLadderAndWhy() throws IOException {
        write(recorded("without-service.csv"));
        pass(LATER);
        assertThat(rebuilt).hasSize(1);
        assertThat(keys(rebuilt.getFirst()))
                .containsSubsequence("received", "degraded:service-unavailable", "ladder", "attempt-started:1")
                .endsWith("ended");
        assertThat(ending(rebuilt.getFirst())).isEqualTo(Ending.ANSWERED);
    }

    @Test
    void everyCallIsTakenOnceHoweverOftenAndWhereverThePassesCut() throws IOException {
        List<String> lines = new ArrayList<>(recorded("without-service.csv"));
        lines.addAll(recorded("answered.csv"));
        for (String line : lines) {
            write(List.of(line));
            pass(CelText.read(line, Duration.ZERO).orElseThrow().at().plusSeconds(1));
            if (line.contains("BRIDGE_ENTER")) {
                startTheService();
            }
        }
        pass(LATER);
        assertThat(rebuilt).hasSize(2).allSatisfy(call -> assertThat(keys(call)).endsWith("ended"));
    }

    @Test
    void afterARestoreWhatIsLeftOfOlderFilesIsTakenAgainToo() throws IOException {
        write(recorded("without-service.csv"));
        Files.move(file, file.resolveSibling("appui.csv.1"));
        write(recorded("answered.csv"));
        Files.writeString(folder.resolve("lab.position"), "oldest 0\n");
        pass(LATER);
        assertThat(rebuilt).hasSize(2);
        pass(LATER);
        assertThat(rebuilt).hasSize(2);
    }

    @Test
    void aCallThatHasJustEndedIsLeftToTheLiveTraceAWhile() throws IOException {
        write(recorded("answered.csv"));
        Instant end = Instant.ofEpochSecond(1795359677);
        pass(end.plusSeconds(20));
        assertThat(rebuilt).isEmpty();
        pass(end.plusSeconds(40));
        assertThat(rebuilt).hasSize(1);
    }

    @Test
    void aCallThatTheSwitchTookWithItHasAnEndAllTheSame() throws IOException {
        List<String> lines = recorded("answered.csv");
        write(lines.subList(0, 16));
        Instant restarted = Instant.ofEpochSecond(1795359700);
        rebuild.pass(new CelRebuild.Moment(restarted, Duration.ZERO, Instant.EPOCH));
        assertThat(rebuilt).isEmpty();
        rebuild.pass(new CelRebuild.Moment(restarted, Duration.ZERO, restarted));
        assertThat(rebuilt).hasSize(1);
        assertThat(rebuilt.getFirst())
                .anyMatch(event ->
                        event instanceof Degraded degraded && degraded.problem().equals("switch-stopped"));
        assertThat(ending(rebuilt.getFirst())).isEqualTo(Ending.ANSWERED);
    }

    @Test
    void whenTheSwitchBeganIsReadOnItsOwnClockAsTheFile() throws IOException {
        write(recorded("answered.csv").subList(0, 16));
        Instant before = Instant.ofEpochSecond(1795359600);
        Duration behind = Duration.ofSeconds(-1000);
        rebuild.pass(new CelRebuild.Moment(before, behind, before));
        assertThat(rebuilt).isEmpty();
        rebuild.pass(new CelRebuild.Moment(before, behind, Instant.ofEpochSecond(1795359700)));
        assertThat(rebuilt).hasSize(1);
    }

    @Test
    void aSwitchThatIsBackBeforeTheSecondIsOverIsKnownByItsFirstChannel() throws IOException {
        List<String> lines = new ArrayList<>(recorded("answered.csv").subList(0, 16));
        lines.add("\"CHAN_START\",\"1795359660.100000\",\"\",\"s\",\"from-carrier\",\"PJSIP/carrier-00000000\","
                + "\"1795359660.0\",\"1795359660.0\",\"\",\"\",\"\"");
        write(lines);
        rebuild.pass(new CelRebuild.Moment(Instant.ofEpochSecond(1795359661), Duration.ZERO, Instant.EPOCH));
        assertThat(rebuilt).hasSize(1);
        assertThat(rebuilt.getFirst())
                .anyMatch(event ->
                        event instanceof Degraded degraded && degraded.problem().equals("switch-stopped"));
        assertThat(keys(rebuilt.getFirst())).endsWith("ended");
    }

    @Test
    void whatIsNoRecordIsCountedAndPassedOver() throws IOException {
        List<String> lines = new ArrayList<>(recorded("answered.csv"));
        lines.add(3, "\"half a line");
        lines.add(5, "\"HANGUP\",\"yesterday\",\"\",\"\",\"\",\"\",\"1\",\"1\",\"\",\"\",\"\"");
        lines.add(7, "");
        write(lines);
        pass(LATER);
        assertThat(malformed).isEqualTo(3);
        assertThat(ending(rebuilt.getFirst())).isEqualTo(Ending.ANSWERED);
    }

    @Test
    void timesAreThoseOfTheShiftedClock() throws IOException {
        write(recorded("answered.csv"));
        rebuild.pass(new CelRebuild.Moment(LATER, Duration.ofSeconds(-1000), Instant.EPOCH));
        assertThat(rebuilt.getFirst().getFirst().at()).isEqualTo(Instant.parse("2026-11-22T14:43:53.898Z"));
    }

    private void pass(Instant now) throws IOException {
        rebuild.pass(new CelRebuild.Moment(now, Duration.ZERO, Instant.EPOCH));
    }

    private void write(List<String> lines) throws IOException {
        Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static List<String> keys(List<CallEvent> events) {
        return events.stream().map(CallEvent::key).toList();
    }

    private static Ending ending(List<CallEvent> events) {
        return events.getLast() instanceof Ended ended ? ended.ending() : Ending.FAILED;
    }

    private static List<String> recorded(String name) throws IOException {
        try (InputStream recording = CelRebuildTest.class.getResourceAsStream("/cel/" + name)) {
            return new String(recording.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
