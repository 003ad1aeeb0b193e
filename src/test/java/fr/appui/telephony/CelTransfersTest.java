package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallEvent.Ended;
import fr.appui.trace.CallEvent.Transferred;
import fr.appui.trace.CallId;
import fr.appui.trace.Ending;
import fr.appui.trace.TransferKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Transfers as a real Asterisk records them: followed live and rebuilt from the file, a call is the same one call. */
class CelTransfersTest {

    @TempDir
    Path folder;

    @Test
    void afterABlindTransferTheCallIsTheCallersOwn() throws IOException {
        List<CallEvent> events = live(recorded("blind-transfer.csv"));
        assertThat(calls(events)).hasSize(1);
        assertThat(keys(events))
                .containsSubsequence(
                        "received", "transferred:", "attempt-started:1", "bridged:", "unbridged:", "ended");
        assertThat(transferred(events).kind()).isEqualTo(TransferKind.BLIND);
        assertThat(ending(events)).isEqualTo(Ending.ANSWERED);
    }

    @Test
    void afterAnAttendedTransferTheCallerTakesTheRegulatorsPlaceInOneTrace() throws IOException {
        List<CallEvent> events = live(recorded("attended-transfer.csv"));
        assertThat(calls(events)).hasSize(1);
        assertThat(keys(events))
                .containsSubsequence(
                        "received",
                        "attempt-ended:1",
                        "bridged:",
                        "unbridged:",
                        "transferred:",
                        "bridged:",
                        "unbridged:",
                        "ended");
        assertThat(transferred(events).kind()).isEqualTo(TransferKind.ATTENDED);
        assertThat(transferred(events).consultation()).isEmpty();
        assertThat(ending(events)).isEqualTo(Ending.ANSWERED);
        assertThat(events.getLast().at())
                .as("the call lasts as long as caller and physician talk")
                .isAfter(transferred(events).at().plusSeconds(1));
    }

    /** The regulator announces nobody, and leaves while the first of the ladder is rung; the second takes the call. */
    @Test
    void whomASamuLeavesWhileATelephoneRingsIsJoinedWithWhoeverTakesTheCall() throws IOException {
        List<CallEvent> events = live(recorded("transfer-while-it-rings.csv"));
        assertThat(calls(events)).hasSize(1);
        assertThat(keys(events))
                .containsSubsequence(
                        "received",
                        "transferred:",
                        "attempt-ended:1",
                        "attempt-started:2",
                        "attempt-ended:2",
                        "bridged:")
                .endsWith("unbridged:", "ended");
        assertThat(keys(events)).filteredOn("bridged:"::equals).hasSize(1);
        assertThat(transferred(events).kind()).isEqualTo(TransferKind.BLIND);
        assertThat(ending(events)).isEqualTo(Ending.ANSWERED);
    }

    /** The caller had come to us first, nobody was reached, and the SAMU that was put through hands them back. */
    @Test
    void whereTheCallerHasATraceAlreadyItTellsWhichCallAnnouncedThem() throws IOException {
        List<String> lines = new ArrayList<>(recorded("attended-transfer.csv"));
        String first = lines.getFirst();
        lines.add(1, stated(first, "arrived|0344100056|PUBLIC|0612000001"));
        List<CallEvent> events = live(lines);
        assertThat(calls(events)).hasSize(2);
        CallId callers = events.getFirst().call();
        List<CallEvent> ofCaller =
                events.stream().filter(event -> event.call().equals(callers)).toList();
        assertThat(transferred(ofCaller).consultation()).isPresent();
        assertThat(transferred(ofCaller).consultation().orElseThrow()).isNotEqualTo(callers);
        assertThat(keys(ofCaller)).containsSubsequence("received", "transferred:", "bridged:", "unbridged:", "ended");
        assertThat(events.stream().filter(Ended.class::isInstance)).hasSize(2);
    }

    @Test
    void theSamuThatAPhysicianCallsInIsOfTheSameCallWhichGoesOnWithoutThePhysician() throws IOException {
        List<CallEvent> events = live(recorded("samu-called-in.csv"));
        assertThat(calls(events)).hasSize(1);
        assertThat(keys(events))
                .containsSubsequence("bridged:", "samu-asked:", "samu-joined:", "unbridged:", "samu-left:", "ended");
        assertThat(keys(events)).filteredOn("bridged:"::equals).hasSize(1);
        assertThat(ending(events)).isEqualTo(Ending.ANSWERED);
    }

    /** By then the physician's leg is of the caller's linked id, under which the call is not known. */
    @Test
    void theSamuThatAPhysicianCallsBackInAfterATransferIsOfThatCall() throws IOException {
        List<String> lines = new ArrayList<>(recorded("attended-transfer.csv"));
        int talking = lines.lastIndexOf(lines.stream()
                .filter(line -> line.startsWith("\"LINKEDID_END\",\"1795625461"))
                .findFirst()
                .orElseThrow());
        lines.addAll(
                talking + 1,
                List.of(
                        seen("1795625460.3", "1795625456.0", "samu-asked|1795625460.3-1795625462"),
                        seen("1795625462.5", "1795625462.4", "joins|1795625456.0"),
                        seen("1795625462.6", "1795625462.4", "samu-joined|1795625460.3-1795625462")));
        lines.add(lines.getLast().replace("1795625460.3", "1795625462.6").replace("1795625456.0", "1795625462.4"));
        List<CallEvent> events = live(lines);
        assertThat(calls(events)).hasSize(1);
        assertThat(keys(events))
                .containsSubsequence("transferred:", "samu-asked:", "samu-joined:", "samu-left:", "ended");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "blind-transfer.csv",
                "attended-transfer.csv",
                "transfer-while-it-rings.csv",
                "samu-called-in.csv"
            })
    void liveAndRebuiltAgree(String recording) throws IOException {
        List<String> lines = recorded(recording);
        assertThat(rebuilt(lines)).isEqualTo(live(lines));
    }

    /** As when the service comes back in the middle of a call. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "blind-transfer.csv",
                "attended-transfer.csv",
                "transfer-while-it-rings.csv",
                "samu-called-in.csv"
            })
    void aFileThatIsReadWhileTheCallLastsTellsItWholeToo(String recording) throws IOException {
        List<String> lines = recorded(recording);
        List<CallEvent> events = new ArrayList<>();
        CelRebuild rebuild = rebuild(events);
        for (int written = 1; written <= lines.size(); written++) {
            Files.write(folder.resolve("appui.csv"), lines.subList(0, written));
            rebuild.pass(moment(at(lines.get(written - 1))));
        }
        rebuild.pass(moment(at(lines.getLast()).plusSeconds(60)));
        assertThat(events).isEqualTo(live(lines));
    }

    private List<CallEvent> rebuilt(List<String> lines) throws IOException {
        Files.write(folder.resolve("appui.csv"), lines);
        List<CallEvent> events = new ArrayList<>();
        rebuild(events).pass(moment(Instant.parse("2026-12-31T00:00:00Z")));
        return events;
    }

    private static CelRebuild.Moment moment(Instant now) {
        return new CelRebuild.Moment(now, Duration.ZERO, Instant.EPOCH);
    }

    private static Instant at(String line) {
        return CelText.read(line, Duration.ZERO).orElseThrow().at();
    }

    private CelRebuild rebuild(List<CallEvent> events) {
        return new CelRebuild(
                new CelRebuild.Source(new CelFile(folder.resolve("appui.csv")), new CelBookmark(folder, "lab")),
                folds(),
                new CelRebuild.Patience(Duration.ofSeconds(30), Duration.ofHours(6)),
                new CelRebuild.Listener() {
                    @Override
                    public void rebuilt(List<CallEvent> ofOneCall) {
                        events.addAll(ofOneCall);
                    }

                    @Override
                    public void malformed(CelFile.Position line) {
                        throw new AssertionError(line);
                    }

                    @Override
                    public void read(String channel) {
                        // CelRoundsTest
                    }
                });
    }

    private static List<CallEvent> live(List<String> lines) {
        CelCalls calls = new CelCalls("lab", (dialled, at) -> Optional.of(new TerritoryCode("HDF-OISE")));
        List<CallEvent> events = new ArrayList<>();
        lines.forEach(line ->
                events.addAll(calls.accept(CelText.read(line, Duration.ZERO).orElseThrow())));
        assertThat(calls.underWay()).isZero();
        return events;
    }

    private static CelFolds folds() {
        return new CelFolds("lab", (dialled, at) -> Optional.of(new TerritoryCode("HDF-OISE")));
    }

    private static String stated(String line, String fact) {
        return line.replaceFirst("CHAN_START", "APPUI_SEEN")
                .replaceFirst("\"[^\"]*\"$", "\"{\"\"extra\"\":\"\"" + fact + "\"\"}\"");
    }

    private static String seen(String channel, String linked, String fact) {
        return ("\"APPUI_SEEN\",\"1795625462.000000\",\"\",\"s\",\"appui\",\"PJSIP/x-1\",\"%s\",\"%s\",\"\",\"APPUI_SEEN\","
                        + "\"{\"\"extra\"\":\"\"%s\"\"}\"")
                .formatted(channel, linked, fact);
    }

    private static List<CallId> calls(List<CallEvent> events) {
        return events.stream().map(CallEvent::call).distinct().toList();
    }

    /** Without what follows the colon, but for attempts. */
    private static List<String> keys(List<CallEvent> events) {
        return events.stream()
                .map(CallEvent::key)
                .map(key -> key.startsWith("attempt") ? key : key.replaceFirst(":.*$", ":"))
                .toList();
    }

    private static Transferred transferred(List<CallEvent> events) {
        return events.stream()
                .filter(Transferred.class::isInstance)
                .map(Transferred.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Ending ending(List<CallEvent> events) {
        return ((Ended) events.getLast()).ending();
    }

    private static List<String> recorded(String name) throws IOException {
        try (InputStream recording = CelTransfersTest.class.getResourceAsStream("/cel/" + name)) {
            return new String(recording.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
