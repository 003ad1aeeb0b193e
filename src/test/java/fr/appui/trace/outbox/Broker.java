package fr.appui.trace.outbox;

import fr.appui.calls.Ports;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka broker of one node in this JVM, on loopback, which may be stopped and started again on what it kept. */
public final class Broker implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final int advertisedPort;
    private final int controllerPort;
    private KafkaRaftServer server;

    private Broker(int port, int advertisedPort) throws IOException {
        this.folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "kafka")), "broker")
                .toAbsolutePath();
        this.port = port;
        this.advertisedPort = advertisedPort;
        this.controllerPort = Ports.tcp();
    }

    public static Broker onFreePort() throws IOException {
        int port = Ports.tcp();
        return formatted(new Broker(port, port));
    }

    /** @param advertised the port that clients are told to come to, which leads to this broker's own */
    public static Broker behind(int advertised) throws IOException {
        return formatted(new Broker(Ports.tcp(), advertised));
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
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners", "PLAINTEXT://127.0.0.1:" + advertisedPort,
                "controller.listener.names", "CONTROLLER",
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "PLAINTEXT",
                "log.dirs", folder.toString()));
        settings.putAll(Map.of(
                "num.partitions", "3",
                "offsets.topic.num.partitions", "1",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0",
                "log.cleaner.dedupe.buffer.size", "2097152",
                "log.segment.bytes", "16777216"));
        return settings;
    }

    private static Broker formatted(Broker broker) {
        var formatter = new Formatter();
        formatter.setClusterId(Uuid.randomUuid().toString());
        formatter.setNodeId(1);
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
