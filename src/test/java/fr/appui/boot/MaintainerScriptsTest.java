package fr.appui.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What dpkg runs when the package comes and goes, in a tree of its own with Debian's own deb-systemd-helper. The whole life of the package,
 * {@code deploy/package-try} tries.
 */
class MaintainerScriptsTest {

    private static final List<String> UNITS = List.of("appui.service", "appui-asterisk.service", "appui-backup.timer");
    private static final Path SCRIPTS = Path.of("deploy/debian/control").toAbsolutePath();

    @TempDir
    Path root;

    @BeforeEach
    void treeWithItsAccount() throws IOException {
        Files.createDirectories(root.resolve("etc/appui"));
        Files.writeString(root.resolve("etc/group"), "appui:x:999:\n");
        Path programs = Files.createDirectories(root.resolve("programs"));
        for (String ofRoot : List.of("chown", "systemd-sysusers")) { // need an account that a build has not
            Files.writeString(programs.resolve(ofRoot), "#!/bin/sh\n").toFile().setExecutable(true);
        }
    }

    @Test
    void aFirstInstallationTurnsOnTheDailyBackupAlone() throws Exception {
        install("");
        assertThat(on()).containsExactly("appui-backup.timer");
    }

    @Test
    void whatWasOnIsOnAgainAfterARemovalAndWhatWasOffIsOff() throws Exception {
        install("");
        turnOn("appui.service", "multi-user.target");
        remove();
        install("0.1.0");
        assertThat(on()).containsExactly("appui-backup.timer", "appui.service");

        turnOff("appui-backup.timer");
        remove();
        install("0.1.0");
        assertThat(on()).containsExactly("appui.service");
        assertThat(Files.readString(SCRIPTS.resolve("prerm"))).doesNotContain(" disable");
    }

    @Test
    void anUpdateTurnsOnNothingThatTheVersionBeforeLeftOff() throws Exception {
        layUnits();
        run("postinst", "configure", "0.1.0");
        assertThat(on()).isEmpty();
    }

    @Test
    void aPurgeLeavesNothingOnAndTheNextInstallationIsAFirstOne() throws Exception {
        install("");
        turnOn("appui-asterisk.service", "multi-user.target");
        turnOff("appui-backup.timer");
        remove();
        run("postrm", "purge");
        assertThat(on()).isEmpty();

        Files.createDirectories(root.resolve("etc/appui"));
        install("");
        assertThat(on()).containsExactly("appui-backup.timer");
    }

    private void install(String lastConfigured) throws Exception {
        layUnits();
        run("postinst", "configure", lastConfigured);
    }

    private void layUnits() throws IOException {
        Path laid = Files.createDirectories(root.resolve("usr/lib/systemd/system"));
        for (String unit : UNITS) {
            Files.copy(Path.of("deploy", unit), laid.resolve(unit));
        }
    }

    private void remove() throws Exception {
        run("prerm", "remove");
        for (String unit : UNITS) {
            Files.delete(root.resolve("usr/lib/systemd/system").resolve(unit));
        }
        run("postrm", "remove");
    }

    private void turnOn(String unit, String target) throws IOException {
        Path wants = Files.createDirectories(root.resolve("etc/systemd/system/" + target + ".wants"));
        Files.createSymbolicLink(wants.resolve(unit), Path.of("/usr/lib/systemd/system", unit));
    }

    private void turnOff(String unit) throws IOException {
        Files.delete(root.resolve("etc/systemd/system/timers.target.wants").resolve(unit));
    }

    private List<String> on() throws IOException {
        Path wanted = root.resolve("etc/systemd/system");
        if (!Files.exists(wanted)) {
            return List.of();
        }
        try (Stream<Path> links = Files.walk(wanted)) {
            return links.filter(Files::isSymbolicLink)
                    .map(link -> link.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private void run(String script, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("sh", SCRIPTS.resolve(script).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("DPKG_ROOT", root.toString());
        environment.put("DPKG_MAINTSCRIPT_PACKAGE", "appui");
        environment.put("PATH", root.resolve("programs") + ":" + environment.get("PATH"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
