package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the dialplan's language does not hold by itself. */
class DialplanTest {

    private static final Pattern SET = Pattern.compile("\\bM?Set\\(([^$]*?)=|,([A-Za-z_]\\w*(?:\\(\\w+\\))?)=\\$");
    /** Run on a channel of their own, so that nobody else's variables are there. */
    private static final List<String> PROGRAMS = List.of("appui-ring-leg");

    private static final List<String> ASTERISKS = List.of("OUTBOUND_GROUP_ONCE", "DYNAMIC_FEATURES");
    /** Documented results of a subroutine. */
    private static final List<String> RESULTS = List.of("KEY", "CALLER_LEFT");

    /**
     * A variable is the channel's, whichever subroutine sets it: one that keeps its own under a caller's name once had our own line
     * rung instead of the physician beside the first, and the caller's description taken off the second's whisper.
     */
    @Test
    void ringingKeepsItsVariablesToItself() throws IOException {
        String dialplan = Files.readString(Path.of("asterisk-config", "extensions-ring.conf"));
        List<String> shared = contexts(dialplan)
                .filter(context -> PROGRAMS.stream().noneMatch(name -> context.startsWith("[" + name + "]")))
                .flatMap(context -> SET.matcher(context).results().map(DialplanTest::target))
                .filter(name -> !name.contains("(") && !name.matches("_{0,2}APPUI_.*|GOSUB_\\w+"))
                .filter(name -> !ASTERISKS.contains(name) && !RESULTS.contains(name))
                .toList();
        assertThat(shared).isEmpty();
    }

    private static Stream<String> contexts(String dialplan) {
        return Pattern.compile("(?m)(?=^\\[)").splitAsStream(dialplan.replaceAll("(?m)^ *;.*$", ""));
    }

    private static String target(MatchResult set) {
        return set.group(1) == null ? set.group(2) : set.group(1);
    }
}
