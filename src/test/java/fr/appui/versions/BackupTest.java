package fr.appui.versions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code deploy/backup} beside a database that does as it is told, and with a cipher that changes nothing: what a failure leaves. */
class BackupTest {

    private static final String WHOLE = "echo '-- Dump completed on 2026-11-01'";

    @TempDir
    Path folder;

    private Path backups;

    @BeforeEach
    void aKeyAndWhoEncryptsForIt() throws IOException {
        backups = Files.createDirectories(folder.resolve("backups"));
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("backup.pub"), "age1essai\n");
        Files.writeString(folder.resolve("appui.properties"), """
                quarkus.datasource.jdbc.url = jdbc:mariadb:sequential://10.0.0.21,10.0.0.22/garde?galeraAllowedState=4
                appui.home = %s
                """.formatted(folder.resolve("home")));
        age("cat");
    }

    @Test
    void oneThatFailedLeavesThoseBeforeAndIsTold() throws Exception {
        Path before = backupOf(Duration.ofDays(40));
        assertThat(backup("echo half; exit 1").said())
                .contains("la base n'a pas été sauvée", "Les sauvegardes d'avant restent");
        assertThat(backup("echo half").said()).contains("n'est pas entière");
        age("head -c 4 >/dev/null; echo 'No space left on device' >&2; exit 1");
        assertThat(backup(WHOLE).said()).contains("la base n'a pas été sauvée");
        assertThat(left()).containsExactly(before.getFileName().toString());
        assertThat(folder.resolve("home/last-backup.failed")).exists();
        assertThat(folder.resolve("home/last-backup")).doesNotExist();
    }

    @Test
    void oneThatIsWholeTakesAwayWhatFailedAndWhatIsOldAndWhatWasCutShort() throws Exception {
        assertThat(backup("exit 1").status()).isNotZero();
        backupOf(Duration.ofDays(40));
        Files.writeString(
                Files.createDirectories(backups.resolve(".appui-AbCdEf")).resolve("half"), "");
        Run whole = backup(WHOLE);
        assertThat(whole.status()).as(whole.said()).isZero();
        assertThat(left()).hasSize(2).allMatch(name -> name.matches("appui-\\S+Z\\.(sql|files\\.tar)\\.gz\\.age"));
        assertThat(folder.resolve("home/last-backup")).exists();
        assertThat(folder.resolve("home/last-backup.failed")).doesNotExist();
    }

    @Test
    void theDatabaseIsTheOneThatTheServiceWritesTo() throws Exception {
        assertThat(backup("echo \"-- of $7\" >'" + folder.resolve("asked") + "'; " + WHOLE)
                        .status())
                .isZero();
        assertThat(Files.readString(folder.resolve("asked"))).isEqualTo("-- of garde\n");
    }

    private Path backupOf(Duration age) throws IOException {
        Path before = Files.writeString(backups.resolve("appui-2026-01-01T000000Z.sql.gz.age"), "kept");
        return Files.setLastModifiedTime(before, FileTime.from(Instant.now().minus(age)));
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(backups)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void age(String does) throws IOException {
        Path program = Files.createDirectories(folder.resolve("programs")).resolve("age");
        Files.writeString(program, "#!/bin/sh\n" + does + "\n").toFile().setExecutable(true);
    }

    private record Run(int status, String said) {}

    private Run backup(String dump) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("deploy/backup", backups.toString()).redirectErrorStream(true);
        var environment = builder.environment();
        environment.put("PATH", folder.resolve("programs") + ":" + environment.get("PATH"));
        environment.put("MARIADB_DUMP", String.join("\n", "sh", "-c", dump, "mariadb-dump"));
        environment.put("APPUI_BACKUP_KEY", folder.resolve("backup.pub").toString());
        environment.put("APPUI_BACKUP_FILES", folder.resolve("appui.properties").toString());
        environment.put("APPUI_SETTINGS", folder.resolve("appui.properties").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Run(process.waitFor(), said);
    }
}
