package fr.appui.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import fr.appui.french.FrenchDuration;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code appui check} makes of what a service says of itself. */
class CheckTest {

    private static final String GOOD = """
            {"name": "disque", "status": "UP", "data": {"dossier": "/var/lib/appui", "libre": "9000 Mo"}}""";
    private static final String TO_LOOK_AT = """
            {"name": "messagerie", "status": "UP", "data": {"courrier": "smtp:25",
             "attention.courrier": "smtp:25 ne répond pas", "attention.mssanté": "non réglée"}}""";
    private static final String DOWN = """
            {"name": "téléphonie", "status": "DOWN", "data": {"fastagi": true, "lille": "connexion refusée"}}""";

    private final List<String> tried = new CopyOnWriteArrayList<>();
    private int trialStatus = 200;

    private record Answer(int status, String said) {}

    @Test
    void aSiteWithNothingLeftIsGood() throws IOException {
        Answer answer = check(200, GOOD);
        assertThat(answer.status()).isEqualTo(Check.GOOD);
        assertThat(answer.said())
                .contains("1 points vérifiés, tous bons")
                .contains("bon       disque            dossier : /var/lib/appui ; libre : 9000 Mo");
    }

    @Test
    void whatIsLeftToDoIsSaidLineByLineAndCounts() throws IOException {
        Answer answer = check(503, GOOD, TO_LOOK_AT, DOWN);
        assertThat(answer.status()).isEqualTo(Check.TO_DO);
        assertThat(answer.said().lines())
                .anyMatch(line -> line.endsWith("3 points vérifiés, 2 à reprendre"))
                .contains("  à voir    messagerie        courrier : smtp:25 ne répond pas")
                .contains(" ".repeat(30) + "mssanté : non réglée")
                .contains("  en panne  téléphonie        fastagi : true ; lille : connexion refusée");
    }

    /** At night, what is broken is read first. */
    @Test
    void theWorstIsToldFirst() throws IOException {
        assertThat(check(503, GOOD, TO_LOOK_AT, DOWN).said().lines().filter(line -> line.startsWith("  ")))
                .extracting(line -> line.substring(2, 10).strip())
                .containsExactly("en panne", "à voir", "", "bon");
    }

    @Test
    void whatIsToBeLookedAtAloneIsNotGoodEither() throws IOException {
        assertThat(check(200, GOOD, TO_LOOK_AT).status()).isEqualTo(Check.TO_DO);
    }

    @Test
    void programsGetWhatTheServiceSaid() throws IOException {
        Answer answer = check(503, List.of("--json"), GOOD, DOWN);
        assertThat(answer.status()).isEqualTo(Check.TO_DO);
        assertThat(answer.said())
                .startsWith("{")
                .contains("\"name\":\"téléphonie\"")
                .hasLineCount(1);
    }

    @Test
    void noServiceAnswersOrSomethingElseDoes() throws IOException {
        assertThat(run(List.of("http://127.0.0.1:1")).status()).isEqualTo(Check.NO_ANSWER);
        assertThat(run(List.of("http://127.0.0.1:1")).said()).contains("systemctl status appui");
        assertThat(check(200, List.of(), "\"not\": \"ours\"", "").status()).isEqualTo(Check.NO_ANSWER);
        assertThat(run(List.of("--jsn")).said()).startsWith("usage");
    }

    /** A node behind a balancer listens at its own address, and nobody at the loop's. */
    @ParameterizedTest
    @CsvSource({
        ", , http://127.0.0.1:8080",
        "0.0.0.0, 8090, http://127.0.0.1:8090",
        "::, , http://127.0.0.1:8080",
        "localhost, , http://localhost:8080",
        "10.0.0.11, 8090, http://10.0.0.11:8090",
        "fd00::11, , http://[fd00::11]:8080",
    })
    void theServiceIsAskedWhereItListens(@Nullable String host, @Nullable String port, String address) {
        var settings = new SmallRyeConfigBuilder();
        Optional.ofNullable(host).ifPresent(value -> settings.withDefaultValue("quarkus.http.host", value));
        Optional.ofNullable(port).ifPresent(value -> settings.withDefaultValue("quarkus.http.port", value));
        assertThat(Check.usualAddress(settings.build())).isEqualTo(address);
    }

    @Test
    void itsFrenchHasItsAccentsWhereNoLanguageIsSet() throws IOException {
        assertThat(main("-Dx", "check", "http://127.0.0.1:1")).contains("Aucun service ne répond à http://127.0.0.1:1");
    }

    /** Of {@code appui restore} and its like. */
    @Test
    void whoAsksTheServiceOtherwiseIsToldWhereItListens() throws IOException {
        assertThat(main("-Dquarkus.http.port=8090", "address")).isEqualTo("http://127.0.0.1:8090\n");
    }

    private static String main(String option, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                option,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command);
        process.environment().put("LC_ALL", "C");
        return new String(process.start().getInputStream().readAllBytes(), UTF_8);
    }

    @Test
    void whatIsToBeTriedIsTriedBeforeThePointsAreAskedFor() throws IOException {
        assertThat(check(200, List.of("--mail", "essai@hopital.example", "--ring", "0344112233"), GOOD)
                        .status())
                .isEqualTo(Check.GOOD);
        assertThat(tried).containsExactlyInAnyOrder("mail essai@hopital.example", "telephone 0344112233");
    }

    @Test
    void aTrialThatIsRefusedIsToldAndNothingIsCalledGood() throws IOException {
        trialStatus = 401;
        Answer answer = check(200, List.of("--sms", "0611223344"), GOOD);
        assertThat(answer.status()).isEqualTo(Check.NO_ANSWER);
        assertThat(answer.said()).contains("essai « sms »", "sur la machine du service");
        assertThat(run(List.of("--mail")).said()).startsWith("usage");
    }

    @Test
    void clocksThatDisagreeAndADiskThatFillsAreTold() {
        assertThat(DatabaseHealth.apart(Duration.ofMillis(-1_900))).isEmpty();
        assertThat(DatabaseHealth.apart(Duration.ofSeconds(-75)))
                .hasValueSatisfying(text -> assertThat(text).contains("75 s"));
        assertThat(DiskHealth.scarce(3L << 30, 1000L << 30)).isEmpty();
        assertThat(DiskHealth.scarce(1L << 30, 8L << 30)).isEmpty();
        assertThat(DiskHealth.scarce(1L << 30, 1000L << 30))
                .hasValueSatisfying(text -> assertThat(text).contains("1024 Mo"));
    }

    @Test
    void aHomeThatIsClosedToTheServiceIsTold(@TempDir Path folder) throws IOException {
        Path closed = Files.createFile(folder.resolve("home")).resolve("within");
        assertThat(new DiskHealth(closed).call().getData().orElseThrow())
                .hasEntrySatisfying(
                        "attention.droits", told -> assertThat(told.toString()).contains(closed.toString()));
        assertThat(new DiskHealth(folder).call().getData().orElseThrow()).doesNotContainKey("attention.droits");
    }

    @Test
    void aBackupThatIsNotOfTodayOrYesterdayIsTold() {
        Instant now = Instant.parse("2026-11-29T12:00:00Z");
        Optional<Instant> none = Optional.empty();
        assertThat(BackupHealth.trouble(ago(now, 27), none, now)).isEmpty();
        assertThat(BackupHealth.trouble(ago(now, 29), none, now))
                .hasValueSatisfying(text -> assertThat(text).contains(FrenchDuration.hours(Duration.ofHours(29))));
        assertThat(BackupHealth.trouble(none, none, now))
                .hasValueSatisfying(text -> assertThat(text).contains("appui backup"));
        assertThat(BackupHealth.trouble(ago(now, -1), none, now))
                .hasValueSatisfying(text -> assertThat(text).contains("mettre la machine à l’heure"));
    }

    /** Else the list of the next morning says that the one before it is young enough. */
    @Test
    void aBackupThatFailedIsToldBeforeTheOneBeforeItIsOld() {
        Instant now = Instant.parse("2026-11-29T12:00:00Z");
        for (var last : List.of(ago(now, 20), Optional.<Instant>empty())) {
            assertThat(BackupHealth.trouble(last, ago(now, 2), now))
                    .hasValueSatisfying(text -> assertThat(text).contains("a échoué", "journalctl -u appui-backup"));
        }
        assertThat(BackupHealth.trouble(ago(now, 2), ago(now, 20), now)).isEmpty();
    }

    private static Optional<Instant> ago(Instant now, int hours) {
        return Optional.of(now.minus(Duration.ofHours(hours)));
    }

    @Test
    void aServiceThatAnswersInTlsAloneIsNotTakenForAbsent() throws IOException {
        Answer answer = check(301, GOOD);
        assertThat(answer.status()).isEqualTo(Check.NO_ANSWER);
        assertThat(answer.said()).contains("renvoie ailleurs").doesNotContain("Aucun service");
    }

    private Answer check(int status, String... checks) throws IOException {
        return check(status, List.of(), checks);
    }

    private Answer check(int status, List<String> options, String... checks) throws IOException {
        String body = checks[checks.length - 1].isEmpty()
                ? "{" + checks[0] + "}"
                : "{\"status\": \"" + (status == 200 ? "UP" : "DOWN") + "\", \"checks\": [" + String.join(",", checks)
                        + "]}";
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/q/health/well", exchange -> {
            byte[] said = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        server.createContext("/q/check", exchange -> {
            tried.add(exchange.getRequestHeaders().getFirst("Appui-Trial") + " "
                    + exchange.getRequestHeaders().getFirst("Appui-Trial-To"));
            byte[] said = "{\"trouble\":\"\"}".getBytes(UTF_8);
            exchange.sendResponseHeaders(trialStatus, said.length);
            exchange.getResponseBody().write(said);
            exchange.close();
        });
        server.start();
        try {
            List<String> arguments = new ArrayList<>(options);
            arguments.add("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            return run(arguments);
        } finally {
            server.stop(0);
        }
    }

    private static Answer run(List<String> arguments) {
        var said = new ByteArrayOutputStream();
        int status = new Check(new PrintStream(said, true, UTF_8), new SmallRyeConfigBuilder().build()).run(arguments);
        return new Answer(status, said.toString(UTF_8));
    }
}
