package fr.appui.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real Asterisk with the product's configuration and a site file made from its example: nothing else differs. */
final class SwitchProcess implements AutoCloseable {

    static final String NAME = "lab";
    static final String SECRET = "lab-secret";

    private static final Path CONFIGURATION = Path.of("asterisk-config");
    private static final Path RUN = Path.of("deploy", "asterisk-run").toAbsolutePath();

    private final Path work;
    private final int sipPort = Ports.udp();
    private final int amiPort = Ports.tcp();
    private final int httpPort = Ports.tcp();

    SwitchProcess() throws IOException {
        this.work = Files.createTempDirectory("appui-pbx");
    }

    InetSocketAddress sip() {
        return new InetSocketAddress("127.0.0.1", sipPort);
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
        Stream<String> configurations = Stream.concat(Stream.of(CONFIGURATION), moreConfiguration.stream())
                .flatMap(folder -> Stream.of("--conf", folder.toString()));
        Shell.run(Stream.of(
                        Stream.of(RUN.toString(), "up", "--root", root, "--work", work.toString()),
                        configurations,
                        Stream.of("--site", file.toString(), "--sounds", "asterisk-config/sounds/fr"),
                        Stream.of(
                                "--verbose",
                                "3",
                                "--parent",
                                Long.toString(ProcessHandle.current().pid())))
                .flatMap(part -> part)
                .toList());
    }

    String cli(String command) {
        return Shell.run(RUN.toString(), "cli", "--work", work.toString(), command);
    }

    void restart() {
        Shell.run(RUN.toString(), "restart", "--work", work.toString());
    }

    /** What was played on the leg of the call that came from this number, in order. */
    List<String> heardByCaller(String number) {
        return channelOf(number)
                .map(channel -> played("<" + channel + "> Playing '([^.']+)"))
                .orElse(List.of());
    }

    /** What was played on the leg that was sent to this number. */
    List<String> heardByCallee(String number) {
        List<String> log = log();
        for (int i = 0; i < log.size(); i++) {
            if (log.get(i).contains("Called PJSIP/" + number + "@")) {
                String call = group("\\[(C-[0-9a-f]+)]", log.get(i)).orElseThrow();
                return log.subList(i, log.size()).stream()
                        .filter(line -> line.contains("[" + call + "]") && line.contains("chuchotement-intro"))
                        .flatMap(line -> group("(PJSIP/[a-z]+-[0-9a-f]+)", line).stream())
                        .findFirst()
                        .map(channel -> played("<" + channel + "> Playing '([^.']+)"))
                        .orElse(List.of());
            }
        }
        return List.of();
    }

    /** The identifier that the dialplan gave to the call that came from this number. */
    Optional<String> callOf(String number) {
        return channelOf(number)
                .flatMap(channel -> log().stream()
                        .flatMap(line -> group("Set\\(\"" + channel + "\", \"__APPUI_CALL=([^\"]+)\"", line).stream())
                        .findFirst());
    }

    String workFolder() {
        return work.toString();
    }

    @Override
    public void close() {
        Shell.run(RUN.toString(), "wipe", "--work", work.toString());
    }

    private Optional<String> channelOf(String number) {
        return log().stream()
                .flatMap(line ->
                        group("Set\\(\"([^\"]+)\", \"APPUI_SEEN=arrived\\|[^|]*\\|[A-Z]+\\|" + number + "\"", line)
                                .stream())
                .findFirst();
    }

    private List<String> played(String pattern) {
        return log().stream().flatMap(line -> group(pattern, line).stream()).toList();
    }

    private List<String> log() {
        try {
            return Files.readAllLines(work.resolve("log/heard.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> group(String pattern, String line) {
        Matcher found = Pattern.compile(pattern).matcher(line);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private String siteFile(Map<String, String> values) throws IOException {
        String file = Files.readString(CONFIGURATION.resolve("appui-site.conf.example"));
        file = set(file, "site-transport", "bind", "127.0.0.1:" + sipPort);
        file = set(file, "site-manager", "port", Integer.toString(amiPort));
        file = set(file, "site-manager-user", "secret", SECRET);
        file = set(file, "site-http", "bindport", Integer.toString(httpPort));
        file = set(file, "site-ari", "password", SECRET);
        file = set(file, "site-logfiles", "heard.log", "verbose");
        file = set(file, "site-globals", "APPUI_SWITCH", NAME);
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
