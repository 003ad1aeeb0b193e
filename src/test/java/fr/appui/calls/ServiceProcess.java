package fr.appui.calls;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The packaged service as a process of its own, which stories kill, hang and start again. */
public final class ServiceProcess implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ServiceProcess.class);

    /** One that is killed leaves its embedded database behind. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(15);

    private static final Duration LONG_FOR_AN_ANSWER = Duration.ofSeconds(20);
    private static final Path PACKAGE = Path.of("target", "quarkus-app");
    static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final List<String> ALWAYS =
            List.of("--add-opens=java.base/java.lang=ALL-UNNAMED", "--enable-native-access=ALL-UNNAMED", "-Xmx384m");
    private static final List<String> QUICK = Stream.concat(
                    ALWAYS.stream(),
                    Stream.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:ReservedCodeCacheSize=256m"))
            .toList();
    /** What the package gives it (deploy/debian/default). */
    private static final List<String> PACKAGED = Stream.concat(
                    ALWAYS.stream(), Stream.of("-Xms64m", "-Xmx512m", "-XX:+UseSerialGC"))
            .toList();

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Map<String, String> settings;
    private final Duration clockShift;
    private final int httpPort = Ports.tcp();
    private final Path log;
    private final Path token;
    private List<String> options = ALWAYS;
    private Path service = PACKAGE;
    private @Nullable Process process;

    /** @param clockShift how far the service's clock is from the real one */
    public ServiceProcess(Map<String, String> settings, Duration clockShift, Path log) {
        this.settings = settings;
        this.clockShift = clockShift;
        this.log = log;
        this.token = Path.of(System.getProperty("java.io.tmpdir"), "appui-token-" + UUID.randomUUID());
        token.toFile().deleteOnExit();
    }

    /** For a process that is often killed: what it would run faster later is not worth what it costs at the start. */
    public ServiceProcess startingQuickly() {
        options = QUICK;
        return this;
    }

    /** As a site's: what is measured. */
    public ServiceProcess asPackaged() {
        options = PACKAGED;
        return this;
    }

    /** Of another version: the folder of its package. */
    public ServiceProcess of(Path packageOfAnother) {
        service = packageOfAnother;
        return this;
    }

    public void start() throws IOException {
        launch();
        isWellAgain();
    }

    /** Until all of it is well: connected, and with nothing set aside. */
    void isWellAgain() {
        await("the service is well, see " + log)
                .atMost(LONGEST_START)
                .pollInterval(Duration.ofMillis(500))
                .until(this::isWell);
    }

    /** Starts it and waits for nothing. */
    void launch() throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        String java = java();
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(options);
        if (options.equals(QUICK) && service.equals(PACKAGE)) {
            command.add(ClassArchive.optionOf(service, java, QUICK));
        }
        command.addAll(List.of(
                "-Dquarkus.http.port=" + httpPort,
                "-Dappui.sign-in.first-token-file=" + token,
                "-Dappui.clock.start-at=" + Instant.now().plus(clockShift)));
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", service.resolve("quarkus-run.jar").toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Process started = process;
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Shell.end(started, LONGEST_STOP)));
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }

    /** What a program shows. */
    Path token() {
        return token;
    }

    public String address() {
        return "http://127.0.0.1:" + httpPort;
    }

    long pid() {
        return running().pid();
    }

    void kill() {
        running().destroyForcibly();
        await().atMost(Duration.ofMinutes(1)).until(() -> !running().isAlive());
    }

    /** Hangs as a process does that waits for a disk: alive, listening, and silent. */
    void hang() {
        Shell.run("kill", "-STOP", Long.toString(running().pid()));
    }

    void wakeUp() {
        Shell.run("kill", "-CONT", Long.toString(running().pid()));
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** What it says of itself to whoever reads its own folder. */
    String well() {
        try {
            return send(HttpRequest.newBuilder(URI.create(address() + "/q/health/well"))
                            .header("Authorization", "Bearer " + ownSecret())
                            .GET())
                    .body();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What came of a trial, in French; empty when it succeeded. */
    String tries(String way, String to) {
        try {
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(address() + "/q/check"))
                    .header("Authorization", "Bearer " + ownSecret())
                    .header("Appui-Trial", way)
                    .header("Appui-Trial-To", to)
                    .POST(HttpRequest.BodyPublishers.noBody()));
            return answer.statusCode() == 200
                    ? answer.body().replaceFirst(".*\"trouble\":\"(.*)\".*", "$1")
                    : answer.statusCode() + " " + answer.body();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String ownSecret() throws IOException {
        return Files.readString(Path.of(settings.get("appui.home"), "check-token"));
    }

    public HttpResponse<String> post(String path, String json) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** @param seen the version on which the act was decided, as an ETag; null where there is none */
    public HttpResponse<String> post(String path, String type, String body, String seen) {
        HttpRequest.Builder request = request(path).setHeader("Content-Type", type);
        if (seen != null) {
            request.header("If-Match", seen);
        }
        return send(request.POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> put(String path, String json) {
        return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** @param seen the version on which the change was decided, as an ETag */
    public HttpResponse<String> put(String path, String json, String seen) {
        return send(request(path).header("If-Match", seen).PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        try {
            return HttpRequest.newBuilder(URI.create(address() + path))
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + Files.readString(token))
                    .timeout(Duration.ofSeconds(60));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        CompletableFuture<HttpResponse<String>> answer =
                HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
        try {
            try {
                return answer.get(LONG_FOR_AN_ANSWER.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException late) {
                tellsWhatItDoes();
                return answer.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw new UncheckedIOException(failed);
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Its threads and those of the stories, in files beside its log: whoever reads of a late answer finds what was waited for. */
    private void tellsWhatItDoes() {
        for (long pid : List.of(pid(), ProcessHandle.current().pid())) {
            Path threads =
                    log.toAbsolutePath().resolveSibling("late-answer-%d-%d.txt".formatted(pid, System.nanoTime()));
            try {
                Process jcmd = new ProcessBuilder(
                                Path.of(java()).resolveSibling("jcmd").toString(),
                                Long.toString(pid),
                                "Thread.dump_to_file",
                                threads.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
                jcmd.onExit()
                        .orTimeout(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)
                        .join();
            } catch (IOException | CompletionException untold) {
                LOG.warnf(untold, "the threads of %d are not told", pid);
            }
        }
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            wakeUp();
            Shell.end(process, LONGEST_STOP);
        }
    }

    /** Whether the process runs and says that it is alive. */
    boolean isAlive() {
        if (!running().isAlive()) {
            throw new IllegalStateException("the service ended by itself: see " + log);
        }
        return healthSays("live");
    }

    /** Whether it takes calls. */
    boolean isReady() {
        return healthSays("ready");
    }

    private boolean healthSays(String kind) {
        try {
            return send(HttpRequest.newBuilder(URI.create(address() + "/q/health/" + kind))
                                    .timeout(Duration.ofSeconds(5))
                                    .GET())
                            .statusCode()
                    == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private boolean isWell() {
        if (!running().isAlive()) {
            throw new IllegalStateException("the service ended while it started: see " + log);
        }
        try {
            return get("/q/health/well").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("the service was never started");
        }
        return process;
    }
}
