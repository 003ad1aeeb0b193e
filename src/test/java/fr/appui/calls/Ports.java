package fr.appui.calls;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports of the loopback interface, so that several suites run beside each other. They lie below those that the system gives
 * to connections: between being found free here and taken by whom it is for, a port of theirs may be lent to anybody.
 */
public final class Ports {

    private static final int FIRST = 24_000;
    private static final int END = 32_768;
    private static final int MOST_TRIES = 1_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    public static int tcp() {
        return free(port -> new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
    }

    static int udp() {
        return free(port -> new DatagramSocket(port, InetAddress.getLoopbackAddress()));
    }

    private interface Probe {
        AutoCloseable bind(int port) throws IOException;
    }

    private static int free(Probe probe) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, END);
            if (isFree(probe, port) && GIVEN.add(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free from " + FIRST + " to " + END);
    }

    @SuppressWarnings("EmptyTryBlock") // that it can be bound is all that is asked
    private static boolean isFree(Probe probe, int port) {
        try (AutoCloseable bound = probe.bind(port)) {
            return true;
        } catch (Exception taken) {
            return false;
        }
    }
}
