package fr.appui.directory.notice;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Whether a server takes connections. However often one looks, it is asked every half minute at most. */
public final class ServerProbe {

    static final Duration BELIEVED = Duration.ofSeconds(30);

    private static final int PATIENCE_MS = 2_000;

    private final String host;
    private final int port;
    private final Believed<Optional<String>> trouble;

    public ServerProbe(String host, int port, Clock clock) {
        this.host = host;
        this.port = port;
        this.trouble = new Believed<>(this::ask, BELIEVED, clock);
    }

    public String address() {
        return host + ":" + port;
    }

    /** In French; empty where it answers. */
    public Optional<String> trouble() {
        return trouble.get();
    }

    private Optional<String> ask() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MS);
            return Optional.empty();
        } catch (IOException | IllegalArgumentException absent) {
            return Optional.of(address() + " ne répond pas : vérifier l’adresse, le pare-feu et le serveur");
        }
    }
}
