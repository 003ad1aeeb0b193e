package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the dialplan's language does not hold by itself. */
class DialplanTest {

    private static final Pattern LAST_COMMENT = Pattern.compile("(?:^;.*\\n)+\\z", Pattern.MULTILINE);
    private static final Pattern SUBROUTINE = Pattern.compile("(?:Gosub\\(|[UbB]\\()(appui-[a-z-]+)[,^)]");
    private static final Pattern SET = Pattern.compile("(?:\\bM?Set\\(|,)_{0,2}([A-Z][A-Z_]*)=");
    /** Functions that answer with commas, or with what somebody else wrote. */
    private static final List<String> LISTS = List.of(
            "HANGUPCAUSE_KEYS(", "PJSIP_HEADERS(", "PJSIP_HEADER(read", "LISTFILTER(", "GROUP_LIST(", "BRIDGEPEER");

    private static final List<String> ASTERISKS = List.of(
            "OUTBOUND_GROUP_ONCE", "DYNAMIC_FEATURES", "GOSUB_RESULT", "GOSUB_RETVAL", "AGIEXITONHANGUP", "AGISIGHUP");

    /** @param comment what stands above it, which documents its results */
    private record Section(String comment, String name, String body) {}

    /**
     * A variable is the channel's, whichever subroutine sets it: one that keeps its own under a caller's name once had our own line
     * rung instead of the physician beside the first, and the caller's description taken off the second's whisper. What a subroutine
     * gives back is named above it.
     */
    @Test
    void aSubroutineKeepsItsVariablesToItself() throws IOException {
        String dialplan = dialplan();
        Set<String> subroutines = SUBROUTINE
                .matcher(dialplan + Files.readString(Path.of("asterisk-config", "features.conf")))
                .results()
                .map(call -> call.group(1))
                .collect(Collectors.toSet());
        assertThat(subroutines).contains("appui-ring", "appui-original", "appui-confirm", "appui-call-samu");
        assertThat(sections(dialplan).stream()
                        .filter(section -> subroutines.contains(section.name()))
                        .flatMap(DialplanTest::shared))
                .isEmpty();
    }

    /**
     * MSet takes its values apart at commas: of two channels one was kept, and a busy physician was told as diverted. What a filter left
     * no comma in is no list.
     */
    @Test
    void whatGivesAListIsSetByItself() throws IOException {
        String sets = dialplan()
                .lines()
                .filter(line -> line.contains("MSet("))
                .map(line -> line.replaceAll("\\$\\{FILTER\\([^,]*,\\$\\{PJSIP_HEADER\\(read,[^)]*\\)}\\)", "filtered"))
                .collect(Collectors.joining("\n"));
        assertThat(sets).isNotEmpty().doesNotContain(LISTS);
    }

    /**
     * The telephone rings while the caller is told so: what is said or awaited before Dial is time in which nobody is called. Left
     * out are who is not heard yet (docs/adr/0025) and the second of two telephones, which rings later on purpose.
     */
    @Test
    void nothingIsSaidBeforeAPhysicianIsRung() throws IOException {
        Map<String, String> ways = sections(dialplan()).stream()
                .collect(Collectors.toMap(Section::name, section -> section.body(), String::concat));
        List<String> before = Stream.concat(
                        Stream.of(
                                        "appui-ring",
                                        "appui-ring-both",
                                        "appui-before",
                                        "appui-may-ring",
                                        "appui-claim",
                                        "appui-waits")
                                .map(ways::get),
                        Stream.of(
                                extension(ways.get("appui-command"), "ring"),
                                extension(ways.get("appui-static"), "ladder")))
                .map(way -> way.split("\\bDial\\(|Gosub\\(appui-ring", 2)[0])
                .toList();
        assertThat(before)
                .hasSize(8)
                .allSatisfy(way -> assertThat(way)
                        .isNotBlank()
                        .doesNotContainPattern(
                                "\\b(Playback|BackGround|Background|Read|Say[A-Z]\\w*|Wait\\w*|ControlPlayback)\\("));
    }

    /** An INVITE of a false sender, or the second path of one call, rings nobody: the trace says so of nobody either. */
    @Test
    void nobodyIsSaidToRingForWhoIsNotHeard() throws IOException {
        Map<String, String> ways = sections(dialplan()).stream()
                .collect(Collectors.toMap(Section::name, section -> section.body(), String::concat));
        assertThat(extension(ways.get("appui-command"), "ring").split("ringing\\|", 2)[0])
                .contains("Gosub(appui-heard");
        assertThat(extension(ways.get("appui-static"), "ladder").split("attempt-started\\|", 2)[0])
                .contains("Gosub(appui-heard");
    }

    /**
     * A hang-up ends a subroutine where it stands: what is refused at first and let in by its last step is refused by whoever hangs up
     * in between. When the two were joined is noted before that they are, or a hang-up between the two makes a long talk of none.
     */
    @Test
    void whoIsRungIsRefusedUntilTheLastStep() throws IOException {
        String dialplan = dialplan();
        List<Section> asked = sections(dialplan).stream()
                .filter(section -> dialplan.contains("U(" + section.name() + "^")
                        || dialplan.contains("U(" + section.name() + ")"))
                .toList();
        assertThat(asked)
                .extracting(Section::name)
                .contains("appui-confirm", "appui-joined", "appui-accept", "appui-line-checked", "appui-samu-answered");
        assertThat(asked).allSatisfy(section -> {
            assertThat(section.body()).contains("\nexten => s,1,Set(GOSUB_RESULT=CONTINUE)\n same => n,");
            assertThat(section.body())
                    .doesNotContainPattern("Set\\(GOSUB_RESULT=\\)\\n(?! same => n(\\(\\w+\\))?,Return\\(\\))");
            assertThat(section.body()).doesNotContainPattern("(?s)=(accepted|answered)\\)\\n.*SHARED\\(APPUI_JOINED");
        });
    }

    /** It says ANSWER of whoever picked up, a voicemail or somebody who hung up at once. */
    @Test
    void whetherTheTwoWereJoinedIsNotAskedOfDial() throws IOException {
        assertThat(dialplan()).doesNotContainPattern("DIALSTATUS}\"=\"ANSWER\"");
    }

    /** No redirection is followed, no number shown, the call goes on where nobody is there, and every ring ends. */
    @Test
    void whoeverIsRungIsRungAlike() throws IOException {
        assertThat(dialplan().lines().filter(line -> !line.startsWith(";") && line.contains("Dial(")))
                .hasSizeGreaterThan(7)
                .allMatch(line -> line.matches(
                        ".*,(\\d+|\\$\\{\\w+}|\\$\\{FILTER\\(0-9,\\$\\{\\w+}\\)}),giI(U|m\\(.+\\)(U|\\))).*"));
        assertThat(Pattern.compile("\\bLocal/[^&,]*")
                        .matcher(dialplan().replaceAll("(?m)^;.*$", ""))
                        .results()
                        .map(MatchResult::group))
                .hasSize(3)
                .allMatch(local -> local.matches("Local/[^@]+@appui-(ring|samu)-leg/n"));
    }

    private static String extension(String section, String name) {
        String from = section.substring(section.indexOf("exten => " + name + ","));
        int next = from.indexOf("\nexten =>");
        return next < 0 ? from : from.substring(0, next);
    }

    private static Stream<String> shared(Section section) {
        return SET.matcher(section.body())
                .results()
                .map(set -> set.group(1))
                .filter(name -> !name.startsWith("APPUI_") && !ASTERISKS.contains(name))
                .filter(name -> !Pattern.compile("\\b" + name + "\\b")
                        .matcher(section.comment())
                        .find())
                .map(name -> section.name() + ": " + name)
                .distinct();
    }

    private static List<Section> sections(String dialplan) {
        List<Section> sections = new ArrayList<>();
        String above = "";
        for (String text : dialplan.split("(?m)^(?=\\[)")) {
            if (text.startsWith("[")) {
                sections.add(
                        new Section(above, text.substring(1, text.indexOf(']')), text.replaceAll("(?m)^ *;.*$", "")));
            }
            above = LAST_COMMENT.matcher(text).results().map(MatchResult::group).collect(Collectors.joining());
        }
        return sections;
    }

    private static String dialplan() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("asterisk-config"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(file -> file.getFileName().toString().matches("extensions.*\\.conf"))
                    .sorted()
                    .toList()) {
                all.append(Files.readString(file)).append('\n');
            }
            return all.toString();
        }
    }
}
