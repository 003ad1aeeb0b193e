package fr.appui.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Units that no systemd runs here: what they promise is in them. That they are read, and how closed they are, {@code deploy/package-try} tries. */
class UnitFilesTest {

    private static final Pattern PROGRAM = Pattern.compile("(?m)^Exec\\w+=.*?/usr/share/appui/(deploy/[\\w-]+)");

    @Test
    void whatAnswersTheLineIsStartedAgainHoweverOftenItEnded() throws IOException {
        assertThat(having("Restart=always"))
                .containsOnlyKeys("appui.service", "appui-asterisk.service")
                .allSatisfy((unit, text) -> assertThat(text).contains("\nStartLimitIntervalSec=0\n"));
    }

    /** Else whoever asks the kernel for it is killed: a switch with every conversation that it carries. */
    @Test
    void whatIsNotLetThroughFailsAndEndsNobody() throws IOException {
        assertThat(having("SystemCallFilter="))
                .hasSizeGreaterThan(4)
                .allSatisfy((unit, text) -> assertThat(text).contains("\nSystemCallErrorNumber=EPERM\n"));
    }

    /** What the service says of a setting that it refuses is in French. */
    @Test
    void theServiceHasItsAccentsWhateverTheLanguageOfTheMachine() throws IOException {
        assertThat(having("Environment=LC_ALL=C.UTF-8")).containsKey("appui.service");
    }

    /** Else whoever has Debian 12's own java reads a stack trace ({@code deploy/java-run}). */
    @Test
    void theJavaThatRunsTheServiceIsLookedAtFirst() throws IOException {
        for (String file : List.of("appui.service", "appui-credentials.conf")) {
            assertThat(Files.readString(Path.of("deploy", file)).lines().filter(line -> line.matches("ExecStart=.+")))
                    .singleElement()
                    .asString()
                    .startsWith("ExecStart=/usr/share/appui/deploy/java-run ${APPUI_JAVA} ");
        }
        for (String file : List.of("deploy/debian/appui", "deploy/archive")) {
            assertThat(Files.readString(Path.of(file)))
                    .containsPattern("java-run\" \"\\$(APPUI_JAVA|java)\"")
                    .doesNotContainPattern("(?m)(^|exec |command -v )\"\\$(APPUI_JAVA|java)\"");
        }
    }

    /** The archive of classes belongs to one JDK. */
    @Test
    void aJdkInAnothersPlaceHasTheArchiveMadeAnew() throws IOException {
        Path control = Path.of("deploy/debian/control");
        assertThat(Files.readString(control.resolve("triggers"))).contains("\ninterest-noawait /usr/lib/jvm\n");
        assertThat(Files.readString(control.resolve("postinst")))
                .containsPattern("(?s)\n  triggered\\)\n[^;]*; then archive; fi\n    ;;")
                .containsPattern(
                        "archive\\(\\) \\{\n(.*\n)?  systemctl stop appui-archive.service \\|\\| true\n  appui archive \\|\\| echo ");
    }

    /** Strangers have it write there: cut short in its place, as it cannot be told to open it anew. */
    @Test
    void whatTheSwitchSaysToWhoStartedItStaysBounded() throws IOException {
        assertThat(Files.readString(Path.of("deploy/asterisk.logrotate")))
                .containsPattern("(?s)/var/lib/appui-asterisk/log/stdout \\{[^}]*maxsize[^}]*copytruncate[^}]*}");
        assertThat(Files.readString(Path.of("deploy/asterisk-run"))).contains("-f >>\"$WORK/log/stdout\"");
    }

    @Test
    void whatTheyRunIsThere() throws IOException {
        List<String> programs = having("Exec").values().stream()
                .flatMap(text -> PROGRAM.matcher(text).results().map(found -> found.group(1)))
                .toList();
        assertThat(programs)
                .contains("deploy/asterisk-run", "deploy/recordings-pull", "deploy/astdb-mend")
                .allMatch(program -> Files.isExecutable(Path.of(program)));
    }

    private static Map<String, String> having(String word) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("deploy"))) {
            return files.filter(file -> file.toString().matches(".*(\\.service|-appui\\.conf)"))
                    .filter(file -> text(file).contains("\n" + word))
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), UnitFilesTest::text));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
