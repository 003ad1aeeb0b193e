package fr.appui.trace.outbox;

import fr.appui.calls.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/** One of three brokers, each a process of its own on loopback, to be killed and started again on what it kept. */
final class BrokerProcess implements AutoCloseable {

    private static final int BROKERS = 3;

    private final List<String> arguments;
    private final int port;
    private final Path log;
    private @Nullable Process process;

    private BrokerProcess(int number, int port, Path folder, String cluster, List<Integer> controllers) {
        this.port = port;
        this.log = folder.resolve("broker-" + number + ".log");
        this.arguments = Stream.concat(
                        Stream.of(
                                Integer.toString(number),
                                Integer.toString(port),
                                folder.resolve("broker-" + number).toString(),
                                cluster),
                        controllers.stream().map(String::valueOf))
                .toList();
    }

    static List<BrokerProcess> three() {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "kafka")), "three")
                    .toAbsolutePath();
            List<Integer> controllers =
                    IntStream.range(0, BROKERS).mapToObj(none -> Ports.tcp()).toList();
            String cluster = Uuid.randomUuid().toString();
            return IntStream.rangeClosed(1, BROKERS)
                    .mapToObj(number -> new BrokerProcess(number, Ports.tcp(), folder, cluster, controllers))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String... args) throws IOException {
        Path folder = Files.createDirectories(Path.of(args[2]));
        List<Integer> controllers =
                Arrays.stream(args).skip(4).map(Integer::valueOf).toList();
        Broker broker =
                Broker.among(controllers, Integer.parseInt(args[0]), Integer.parseInt(args[1]), folder, args[3]);
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        broker.start();
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    void start() {
        List<String> command = Stream.concat(
                        Stream.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                                BrokerProcess.class.getName()),
                        arguments.stream())
                .collect(Collectors.toList());
        try {
            Process started = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process = started;
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the machine's power would. */
    void kill() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
