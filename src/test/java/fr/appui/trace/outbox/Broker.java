package fr.appui.trace.outbox;

import fr.appui.calls.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka broker in this JVM, alone or one of several, on loopback, which may be stopped and started again on what it kept. */
public final class Broker implements AutoCloseable {

    private static final int COPIES_THAT_ARE_ENOUGH = 2;

    private final Path folder;
    private final int number;
    private final int port;
    private final int advertisedPort;
    private final List<Integer> controllers;
    private KafkaRaftServer server;

    private Broker(Path folder, int number, int port, int advertisedPort, List<Integer> controllers) {
        this.folder = folder;
        this.number = number;
        this.port = port;
        this.advertisedPort = advertisedPort;
        this.controllers = controllers;
    }

    private static Broker alone(int port, int advertisedPort) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "kafka")), "broker")
                .toAbsolutePath();
        return formatted(
                new Broker(folder, 1, port, advertisedPort, List.of(Ports.tcp())),
                Uuid.randomUuid().toString());
    }

    /** @param controllers where each of the cluster's brokers votes: there are as many brokers, and as many copies of each event */
    static Broker among(List<Integer> controllers, int number, int port, Path folder, String cluster) {
        var broker = new Broker(folder, number, port, port, controllers);
        return Files.exists(folder.resolve("meta.properties")) ? broker : formatted(broker, cluster);
    }

    public static Broker onFreePort() throws IOException {
        int port = Ports.tcp();
        return alone(port, port);
    }

    /** @param advertised the port that clients are told to come to, which leads to this broker's own */
    public static Broker behind(int advertised) throws IOException {
        return alone(Ports.tcp(), advertised);
    }

    public int port() {
        return port;
    }

    public String address() {
        return "127.0.0.1:" + advertisedPort;
    }

    public void start() {
        server = new KafkaRaftServer(KafkaConfig.fromProps(settings(), false), Time.SYSTEM);
        server.startup();
    }

    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    @Override
    public void close() {
        stop();
    }

    private Properties settings() {
        var settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(number),
                "controller.quorum.voters",
                voters(),
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllers.get(number - 1),
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + advertisedPort,
                "controller.listener.names",
                "CONTROLLER",
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name",
                "PLAINTEXT",
                "log.dirs",
                folder.toString()));
        String copies = Integer.toString(controllers.size());
        settings.putAll(Map.of(
                "num.partitions", "3",
                "offsets.topic.num.partitions", "1",
                "offsets.topic.replication.factor", copies,
                "default.replication.factor", copies,
                "min.insync.replicas", Integer.toString(Math.min(controllers.size(), COPIES_THAT_ARE_ENOUGH)),
                "transaction.state.log.num.partitions", "1",
                "transaction.state.log.replication.factor", copies,
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", "2097152",
                "log.segment.bytes", "16777216"));
        settings.put("transaction.state.log.min.isr", "1");
        return settings;
    }

    private String voters() {
        return IntStream.rangeClosed(1, controllers.size())
                .mapToObj(voter -> voter + "@127.0.0.1:" + controllers.get(voter - 1))
                .collect(Collectors.joining(","));
    }

    private static Broker formatted(Broker broker, String cluster) {
        var formatter = new Formatter();
        formatter.setClusterId(cluster);
        formatter.setNodeId(broker.number);
        formatter.addDirectory(broker.folder.toString());
        formatter.setMetadataLogDirectory(broker.folder.toString());
        formatter.setControllerListenerName("CONTROLLER");
        formatter.setReleaseVersion(MetadataVersion.latestProduction());
        formatter.setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            formatter.run();
        } catch (Exception e) {
            throw new IllegalStateException("Kafka's folder cannot be made", e);
        }
        return broker;
    }
}
