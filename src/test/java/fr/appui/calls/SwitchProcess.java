package fr.appui.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real Asterisk with the product's configuration and a site file made from its example: nothing else differs. */
final class SwitchProcess implements AutoCloseable {

    static final String NAME = "lab";
    static final String SECRET = "lab-secret";

    /** Measurements compare with another version's. */
    private static final Path CONFIGURATION = Path.of(System.getProperty("lab.asterisk", "asterisk-config"));

    /** Measurements put shorter recordings in their place. */
    static final String SOUNDS =
            System.getProperty("lab.sounds", CONFIGURATION.resolve("sounds/fr").toString());

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final Path RUN = Path.of("deploy", "asterisk-run").toAbsolutePath();

    private final String name;
    private final String sounds;
    private Path configuration = CONFIGURATION;
    private final Path work;
    private final HeardLog heard;
    private final int sipPort = Ports.udp();
    private final int amiPort = Ports.tcp();
    private final int httpPort = Ports.tcp();

    /** One whose recordings are heard as they are. */
    SwitchProcess() throws IOException {
        this(NAME, SOUNDS);
    }

    /** Started, with no service: this machine is the operator, and what it may ask besides is in {@code src/test/asterisk/alone}. */
    static SwitchProcess alone() throws IOException {
        var asterisk = new SwitchProcess();
        asterisk.start(
                Map.of("site-carrier-identify/match", "127.0.0.1", "site-globals/APPUI_NODES", "127.0.0.1:1"),
                List.of(Path.of("src/test/asterisk/alone")));
        return asterisk;
    }

    /**
     * @param name where there are several
     * @param sounds folder of the recordings
     */
    SwitchProcess(String name, String sounds) throws IOException {
        this.name = name;
        this.sounds = sounds;
        this.work = Files.createTempDirectory("appui-pbx");
        this.heard = new HeardLog(work.resolve("log/heard.log"));
    }

    /** As another version configures it. */
    SwitchProcess configuredBy(Path folder) {
        configuration = folder;
        return this;
    }

    /** Every recording as a fifth of a second of silence: what is said is read from Asterisk's log, not listened to. */
    static String silence(Path folder) throws IOException {
        Path sounds = Files.createDirectories(folder.resolve("sounds")).toAbsolutePath();
        byte[] silence = new byte[1_600];
        Arrays.fill(silence, (byte) 0xd5);
        try (Stream<Path> recordings = Files.list(CONFIGURATION.resolve("sounds/fr"))) {
            for (Path recording : recordings.toList()) {
                if (recording.toString().endsWith(".alaw")) {
                    Files.write(sounds.resolve(recording.getFileName()), silence);
                }
            }
        }
        return sounds.toString();
    }

    /** How many frames of 20 ms these recordings last together. */
    int framesOf(String... recordings) throws IOException {
        int frames = 0;
        for (String recording : recordings) {
            frames += (int) (Files.size(Path.of(sounds, recording + ".alaw")) / 160);
        }
        return frames;
    }

    String name() {
        return name;
    }

    InetSocketAddress sip() {
        return new InetSocketAddress("127.0.0.1", sipPort);
    }

    int ariPort() {
        return httpPort;
    }

    int amiPort() {
        return amiPort;
    }

    /** @param site values of the site file that differ from its example */
    void start(Map<String, String> site, List<Path> moreConfiguration) throws IOException {
        Path file = work.resolve("site.conf");
        Files.writeString(file, siteFile(site));
        String root = Shell.run(
                        Path.of("deploy", "asterisk-unpack").toAbsolutePath().toString())
                .lines()
                .filter(line -> line.startsWith("ASTERISK_ROOT="))
                .map(line -> line.substring("ASTERISK_ROOT=".length()))
                .findFirst()
                .orElseThrow();
        Stream<String> configurations = Stream.concat(Stream.of(configuration), moreConfiguration.stream())
                .flatMap(folder -> Stream.of("--conf", folder.toString()));
        Shell.run(Stream.of(
                        Stream.of(RUN.toString(), "up", "--root", root, "--work", work.toString()),
                        configurations,
                        Stream.of("--site", file.toString(), "--sounds", sounds),
                        Stream.of(
                                "--verbose",
                                // what was heard is read from it; measurements do without
                                System.getProperty("lab.verbose", "3"),
                                "--parent",
                                Long.toString(ProcessHandle.current().pid())))
                .flatMap(part -> part)
                .toList());
    }

    String cli(String command) {
        return Shell.run(RUN.toString(), "cli", "--work", work.toString(), command);
    }

    /** Waits until it says so of a command; asks each second, for each question is a process of its own. */
    void says(String command, String what, Predicate<String> expected, Duration patience) {
        await(what)
                .atMost(patience)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> expected.test(cli(command)));
    }

    /**
     * As the service does over ARI, or whoever knows its password.
     *
     * @param then the context that whoever answers goes on in
     * @param variables JSON
     */
    void originate(String endpoint, String then, String variables) throws IOException {
        try {
            String account = "appui:" + SECRET;
            var order = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + "/ari/channels?endpoint="
                            + endpoint + "&context=" + then + "&extension=s&priority=1&formats=alaw&timeout=120"))
                    .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(account.getBytes(UTF_8)))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(variables))
                    .build();
            assertThat(HTTP.send(order, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        } catch (InterruptedException stopped) {
            throw new IOException(stopped);
        }
    }

    void restart() {
        Shell.run(RUN.toString(), "restart", "--work", work.toString());
    }

    /** As a crash would. */
    void kill() {
        Shell.run(RUN.toString(), "kill", "--work", work.toString());
    }

    /** As its timer does each minute. @return what it complains of */
    String fetchesRecordings(ServiceProcess service) {
        return Shell.run(
                "env",
                "ASTERISK_CLI=" + RUN + " cli --work " + work,
                Path.of("deploy", "recordings-pull").toAbsolutePath().toString(),
                service.address(),
                service.token().toString(),
                work.resolve("recordings").toString(),
                work.resolve("data/sounds").toString());
    }

    void reload() {
        Shell.run(RUN.toString(), "reload", "--work", work.toString());
    }

    /** What was played to whom. */
    HeardLog heard() {
        return heard;
    }

    String workFolder() {
        return work.toString();
    }

    @Override
    public void close() {
        Shell.run(RUN.toString(), "wipe", "--work", work.toString());
    }

    private String siteFile(Map<String, String> values) throws IOException {
        String file = Files.readString(configuration.resolve("appui-site.conf.example"));
        file = set(file, "site-transport", "bind", "127.0.0.1:" + sipPort);
        file = set(file, "site-manager", "port", Integer.toString(amiPort));
        file = set(file, "site-manager-user", "secret", SECRET);
        file = set(file, "site-http", "bindport", Integer.toString(httpPort));
        file = set(file, "site-ari", "password", SECRET);
        file = set(file, "site-logfiles", "heard.log", "verbose");
        file = set(file, "site-globals", "APPUI_SWITCH", name);
        file = set(file, "site-globals", "APPUI_SECRET", SECRET);
        for (Map.Entry<String, String> value : values.entrySet()) {
            String[] where = value.getKey().split("/");
            file = set(file, where[0], where[1], value.getValue());
        }
        return file;
    }

    /** Completes the setting as a person would: in its section, in place of the line that is there, commented or not. */
    private static String set(String file, String section, String name, String value) {
        int start = file.indexOf("[" + section + "](!)");
        int end = file.indexOf("\n[", start);
        String body = end < 0 ? file.substring(start) : file.substring(start, end);
        String line = name + " = " + value;
        Matcher existing =
                Pattern.compile("(?m)^;?" + Pattern.quote(name) + " *=.*$").matcher(body);
        String changed = existing.find() ? existing.replaceFirst(Matcher.quoteReplacement(line)) : body + "\n" + line;
        return file.substring(0, start) + changed + "\n" + (end < 0 ? "" : file.substring(end));
    }
}
