package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.trace.CallEvent;
import fr.appui.trace.CallEvent.Ended;
import fr.appui.trace.CallId;
import fr.appui.trace.Ending;
import fr.appui.trace.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RebuildingTest {

    /** As Asterisk 22 wrote it. */
    private static final String CALL = """
            "CHAN_START","1795353508.799675","0612000001","0344000001","from-carrier","PJSIP/carrier-00000000","1795353508.0","1795353508.0","","",""
            "APPUI_SEEN","1795353508.800876","0612000001","s","appui-call","PJSIP/carrier-00000000","1795353508.0","1795353508.0","","APPUI_SEEN","{""extra"":""arrived|0344000001|PUBLIC|0612000001""}"
            "APPUI_SEEN","1795353509.948338","06,""12","arrival","appui-static","PJSIP/carrier-00000000","1795353508.0","1795353508.0","","APPUI_SEEN","{""extra"":""profile|NURSE""}"
            "HANGUP","1795353534.571060","0344000001","s","appui-ring","PJSIP/carrier-00000000","1795353508.0","1795353508.0","","","{""hangupcause"":16,""hangupsource"":""PJSIP/carrier-00000000"",""dialstatus"":""ANSWER""}"
            """;

    private static final String END = """
            "LINKEDID_END","1795353534.571060","0344000001","s","appui-ring","PJSIP/carrier-00000000","1795353508.0","1795353508.0","","",""
            """;

    private final List<List<CallEvent>> rebuilt = new ArrayList<>();
    private final Journal journal = new Journal() {
        @Override
        public void append(List<CallEvent> events) {
            throw new AssertionError("a rebuilt call is told apart from a live one");
        }

        @Override
        public void appendRebuilt(List<CallEvent> events) {
            rebuilt.add(List.copyOf(events));
        }
    };

    @TempDir
    Path folder;

    @Test
    void aCallIsRebuiltOnceItIsOver() throws IOException {
        Rebuilding rebuilding = rebuilding(false);
        write(CALL);
        rebuilding.goOn(Duration.ZERO);
        assertThat(rebuilt).isEmpty();
        write(END);
        rebuilding.goOn(Duration.ZERO);
        rebuilding.goOn(Duration.ZERO);
        rebuilding.goOn(Duration.ZERO);
        assertThat(rebuilt).hasSize(1);
        assertThat(rebuilt.getFirst()).extracting(CallEvent::key).containsExactly("received", "profile", "ended");
        assertThat(rebuilt.getFirst().getLast())
                .isEqualTo(new Ended(
                        new CallId("lab-1795353508.0"),
                        Instant.parse("2026-11-22T13:18:54.571Z"),
                        Ending.ABANDONED,
                        16));
    }

    @Test
    void aLineThatIsHalfWrittenWaitsForItsOtherHalf() throws IOException {
        Rebuilding rebuilding = rebuilding(false);
        write(CALL + END.substring(0, 20));
        rebuilding.goOn(Duration.ZERO);
        write(END.substring(20));
        rebuilding.goOn(Duration.ZERO);
        rebuilding.goOn(Duration.ZERO);
        assertThat(rebuilt).hasSize(1);
    }

    @Test
    void aFileThatWasRotatedIsBegunAgain() throws IOException {
        Rebuilding rebuilding = rebuilding(false);
        write(CALL + END);
        rebuilding.goOn(Duration.ZERO);
        Files.delete(file());
        rebuilding.goOn(Duration.ZERO);
        write("\"rubbish\"\n" + CALL.replace("353508.0", "353999.9"));
        rebuilding.goOn(Duration.ZERO);
        write(END.replace("353508.0", "353999.9"));
        rebuilding.goOn(Duration.ZERO);
        rebuilding.goOn(Duration.ZERO);
        assertThat(rebuilt).hasSize(2);
    }

    @Test
    void aCallThatWasFollowedLiveIsLeftAlone() throws IOException {
        Rebuilding rebuilding = rebuilding(true);
        write(CALL + END);
        rebuilding.goOn(Duration.ZERO);
        rebuilding.goOn(Duration.ZERO);
        assertThat(rebuilt).isEmpty();
    }

    private Rebuilding rebuilding(boolean followed) {
        return new Rebuilding(
                new CelFile(file()), new CelCalls("lab", dialled -> Optional.empty()), journal, linked -> followed);
    }

    private Path file() {
        return folder.resolve("appui.csv");
    }

    private void write(String text) throws IOException {
        Files.writeString(file(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
