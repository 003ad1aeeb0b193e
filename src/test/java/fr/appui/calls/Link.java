package fr.appui.calls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A cable between two programs that can be cut, blocked, slowed down or plugged in elsewhere. One TCP port on loopback. */
public final class Link implements AutoCloseable {

    private enum Mode {
        OPEN,
        CUT,
        BLOCKED
    }

    private final ServerSocket entrance;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Object changed = new Object();
    private volatile int target;
    private volatile Mode mode = Mode.OPEN;
    private volatile Duration answersLate = Duration.ZERO;

    /** @param target the port it leads to */
    public Link(int target) throws IOException {
        this();
        this.target = target;
    }

    /** Leads nowhere until {@link #leadTo}. */
    Link() throws IOException {
        entrance = new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().name("link-" + port()).start(this::accept);
    }

    public int port() {
        return entrance.getLocalPort();
    }

    /** From the next connection on. */
    void leadTo(int port) {
        target = port;
    }

    /** Ends every connection and takes no other until {@link #mend}. */
    public void cut() {
        change(Mode.CUT);
        sockets.forEach(Link::closeQuietly);
    }

    /** Nothing passes any more and nobody is told, as when a network is parted. */
    void block() {
        change(Mode.BLOCKED);
    }

    /** What the far end says arrives so much later. */
    void slow(Duration late) {
        answersLate = late;
    }

    public void mend() {
        answersLate = Duration.ZERO;
        change(Mode.OPEN);
    }

    private void change(Mode next) {
        synchronized (changed) {
            mode = next;
            changed.notifyAll();
        }
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket near = entrance.accept();
                Thread.ofVirtual().start(() -> join(near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void join(Socket near) {
        sockets.add(near);
        try {
            passes();
            if (mode == Mode.CUT) {
                closeQuietly(near);
                return;
            }
            Socket far = new Socket();
            sockets.add(far);
            far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 2_000);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> pump(far, near, true));
            pump(near, far, false);
        } catch (IOException unreachable) {
            closeQuietly(near);
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[16_384];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (answers && answersLate.isPositive()) {
                    Thread.sleep(answersLate);
                }
                passes();
                out.write(buffer, 0, read);
            }
        } catch (IOException ended) {
            // both ends are closed below
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    /** Waits while the link is blocked. */
    private void passes() throws IOException {
        synchronized (changed) {
            while (mode == Mode.BLOCKED && !entrance.isClosed()) {
                try {
                    changed.wait();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    throw new IOException(stopped);
                }
            }
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException already) {
            // closed is closed
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException already) {
            // closed is closed
        }
        cut();
    }
}
