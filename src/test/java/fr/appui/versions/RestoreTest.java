package fr.appui.versions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/restore} writes nothing unless it knows that nobody else does, and leaves a machine that is new as one that was there. */
class RestoreTest {

    private static final String STOPPED = "http://127.0.0.1:1";

    @TempDir
    Path folder;

    private Path loaded;

    /** A client that answers each question from a file of its name, and keeps what is loaded. */
    @BeforeEach
    void aClientAndADump() throws IOException {
        loaded = folder.resolve("loaded");
        Path client = folder.resolve("client");
        Files.writeString(client, """
                case "$*" in
                  *"SHOW GRANTS"*) cat "%1$s/grants" ;;
                  *CURRENT_USER*) echo restaure ;;
                  *processlist*) cat "%1$s/others" ;;
                  *information_schema.tables*) cat "%1$s/tables" ;;
                  *DROP*) echo "$*" >>"%1$s/loaded" ;;
                  *) cat >>"%1$s/loaded" ;;
                esac
                """.formatted(folder));
        Files.writeString(
                folder.resolve("grants"), "GRANT ALL PRIVILEGES ON *.* TO `restaure`@`localhost` WITH GRANT OPTION\n");
        Files.writeString(folder.resolve("others"), "0\n");
        Files.writeString(folder.resolve("tables"), "");
        Files.writeString(
                folder.resolve("dump.sql"),
                "CREATE TABLE `flyway_schema_history` (\nCREATE TABLE `duty` (\n-- Dump completed on 2026-11-01\n");
        Files.writeString(
                folder.resolve("appui.properties"),
                "appui.telephony.switches.lille.host=10.0.0.1\nappui.telephony.switches.lille.cel-file=/cel/appui.csv\n");
    }

    @Test
    void aServiceThatAcceptsAndNeverAnswersIsNotStopped() throws Exception {
        try (var hung = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(restore("http://127.0.0.1:" + hung.getLocalPort()).status())
                    .isNotZero();
        }
        assertThat(loaded).doesNotExist();
    }

    @Test
    void anAddressThatTellsNothingIsNotTakenForAServiceThatIsStopped() throws Exception {
        assertThat(restore("http://absent.invalid:8080").said()).contains("on ne peut savoir");
        assertThat(loaded).doesNotExist();
    }

    @Test
    void anotherNodeThatHasTheDatabaseOpenIsSeen() throws Exception {
        Files.writeString(folder.resolve("others"), "3\n");
        assertThat(restore(STOPPED).said()).contains("3 connexions");
        assertThat(loaded).doesNotExist();
    }

    /** It is told of its own connections alone, and would take a service that writes for one that is stopped. */
    @Test
    void anAccountThatDoesNotSeeTheServiceSaysWhatToGrantBeforeItWrites() throws Exception {
        Files.writeString(
                folder.resolve("grants"),
                "GRANT USAGE ON *.* TO `restaure`@`%`\nGRANT ALL PRIVILEGES ON `appui`.* TO `restaure`@`%`\n");
        Files.writeString(folder.resolve("tables"), "flyway_schema_history\nnewer\n");
        assertThat(restore(STOPPED).said()).contains("GRANT PROCESS ON *.* TO restaure@…", "rien n'est écrit");
        assertThat(loaded).doesNotExist();

        Files.writeString(folder.resolve("grants"), "GRANT RELOAD, PROCESS, SUPER ON *.* TO `restaure`@`%`\n");
        assertThat(restore(STOPPED).status()).isZero();
    }

    @Test
    void theServicesOwnAccountSeesItsConnections() throws Exception {
        Files.writeString(folder.resolve("grants"), "GRANT ALL PRIVILEGES ON `appui`.* TO `restaure`@`%`\n");
        Files.writeString(folder.resolve("appui.properties"), "quarkus.datasource.username=restaure\n");
        assertThat(restore(STOPPED).status()).isZero();
        assertThat(loaded).exists();
    }

    @Test
    void aDatabaseThatIsSomebodyElsesIsLeftAlone() throws Exception {
        Files.writeString(folder.resolve("tables"), "patients\n");
        assertThat(restore(STOPPED).said()).contains("n'est pas une base d'Appui");
        assertThat(loaded).doesNotExist();
    }

    @Test
    void tablesThatTheDumpDoesNotKnowGo() throws Exception {
        Files.writeString(folder.resolve("tables"), "duty\nflyway_schema_history\nnewer\n");
        assertThat(restore(STOPPED).status()).isZero();
        assertThat(Files.readString(loaded)).contains("DROP TABLE `newer`", "-- Dump completed");
    }

    @Test
    void aMachineThatIsNewReadsEachOfItsSwitchesFromTheOldest() throws Exception {
        Run run = restore(STOPPED);
        assertThat(run.status()).as(run.said()).isZero();
        assertThat(folder.resolve("home/cel/lille.position")).hasContent("oldest 0");
    }

    @Test
    void aMachineThatKnowsNoSwitchSaysWhatWillBeMissing() throws Exception {
        Files.writeString(folder.resolve("appui.properties"), "");
        assertThat(restore(STOPPED).said()).contains("ne reviendront pas");
    }

    /** As {@code appui restore} is typed: where the service listens, the program has asked the service's own. */
    @Test
    void whatIsNotTypedIsAsTheSettingsHaveIt() throws Exception {
        Path home = folder.resolve("elsewhere");
        Files.writeString(folder.resolve("appui.properties"), "appui.home = " + home + "\n", StandardOpenOption.APPEND);
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + listening.getLocalPort();
            assertThat(run(Map.of("APPUI_ADDRESS", address)).said()).contains("écoute encore à " + address);
        }
        assertThat(loaded).doesNotExist();
        for (String stopped : List.of(STOPPED, "http://[::1]:1")) {
            Run run = run(Map.of("APPUI_ADDRESS", stopped));
            assertThat(run.status()).as(run.said()).isZero();
            assertThat(home.resolve("cel/lille.position")).hasContent("oldest 0");
            Files.delete(home.resolve("cel/lille.position"));
        }
    }

    private record Run(int status, String said) {}

    private Run restore(String address) throws IOException, InterruptedException {
        return run(Map.of(), "appui", folder.resolve("home").toString(), address);
    }

    private Run run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("deploy/restore", folder.resolve("dump.sql").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        builder.environment().put("MARIADB", "sh " + folder.resolve("client"));
        builder.environment()
                .put("APPUI_SETTINGS", folder.resolve("appui.properties").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), said);
    }
}
