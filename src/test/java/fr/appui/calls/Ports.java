package fr.appui.calls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Free ports of the loopback interface, so that several suites run beside each other. They lie below those that the system gives
 * to connections: between being found free here and taken by whom it is for, a port of theirs may be lent to anybody. One that was
 * given is nobody else's until this process ends, in whatever process or class loader the next is asked for.
 */
public final class Ports {

    private static final int FIRST = 24_000;
    private static final int END = 32_768;
    private static final int MOST_TRIES = 1_000;

    /** A byte of it is locked for each port that was given. Never closed: a process that closes a file loses all its locks on it. */
    private static final FileChannel GIVEN = given();

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
            if (claim(port) && isFree(probe, port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free from " + FIRST + " to " + END);
    }

    private static boolean claim(int port) {
        try {
            return GIVEN.tryLock(port, 1, false) != null;
        } catch (OverlappingFileLockException givenInThisProcess) {
            return false;
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
    }

    private static FileChannel given() {
        try {
            return FileChannel.open(
                    Path.of(System.getProperty("java.io.tmpdir"), "appui-ports-given"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE);
        } catch (IOException unable) {
            throw new UncheckedIOException(unable);
        }
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
