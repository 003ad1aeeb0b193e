package fr.appui.telephony;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.DefaultAgiServer;
import org.asteriskjava.fastagi.MappingStrategy;
import org.asteriskjava.util.ServerSocketFacade;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jboss.logging.Logger;

/**
 * Asterisk-Java's FastAGI server with what it lacks by default: one address instead of every interface, a port bound before
 * the service says that it is ready, lines that end and no more than the answer. Who answers may change while it is open.
 */
final class FastAgiServer extends DefaultAgiServer {

    private static final Logger LOG = Logger.getLogger(FastAgiServer.class);
    private static final int BACKLOG = 1_024;
    private static final int DOORKEEPERS = 3;
    private static final int MOST_AT_ONCE = 16;
    private static final int MOST_QUESTIONS = 10_000;
    private static final int SILENCE_MILLIS = 10_000;

    private final Door socket;
    private final AtomicReference<AgiScript> script;
    private volatile boolean open = true;

    FastAgiServer(String host, int port, AgiScript script) throws IOException {
        this(host, port, new AtomicReference<>(script));
    }

    private FastAgiServer(String host, int port, AtomicReference<AgiScript> script) throws IOException {
        super((MappingStrategy) (request, channel) -> script.get());
        this.script = script;
        InetAddress address = InetAddress.getByName(host);
        setAddress(address);
        setPort(port);
        this.socket =
                new Door(new ServerSocket(port == 0 ? freePort(address) : port, BACKLOG, address), new AtomicInteger());
    }

    /**
     * Asterisk-Java's own reads lines without end.
     *
     * @param kept how many wait at it for a question
     */
    private record Door(ServerSocket entrance, AtomicInteger kept) implements ServerSocketFacade {

        @Override
        public SocketConnectionFacade accept() throws IOException {
            Socket asked = next();
            asked.setSoTimeout(SILENCE_MILLIS);
            asked.setTcpNoDelay(true);
            return new AgiConnection(asked);
        }

        private Socket next() throws IOException {
            kept.incrementAndGet();
            try {
                return entrance.accept();
            } finally {
                kept.decrementAndGet();
            }
        }

        @Override
        public void close() throws IOException {
            entrance.close();
        }

        @Override
        public void setSocketReadTimeout(int millis) {
            // a question is bounded by ours
        }
    }

    void start() {
        for (int keeper = 1; keeper <= DOORKEEPERS; keeper++) {
            Thread.ofPlatform().daemon().name("fastagi-" + keeper).start(() -> {
                try {
                    startup();
                } catch (IOException | IllegalStateException stopped) {
                    LOG.debug("FastAGI stopped", stopped);
                }
            });
        }
    }

    /** Whoever took a question answers it, while another keeps the door: no thread is waited for. The last one there hands it on. */
    @Override
    protected void execute(Runnable question) {
        if (socket.kept().get() > 0) {
            question.run();
        } else {
            super.execute(question);
        }
    }

    /** Questions that come from now on. */
    void answerBy(AgiScript another) {
        script.set(another);
    }

    boolean isOpen() {
        return open;
    }

    void stop() {
        open = false;
        try {
            // in this order: a closed socket makes the server's loop complain without pause until it knows of the end
            shutdown();
            socket.close();
        } catch (IOException | IllegalStateException already) {
            LOG.debug("FastAGI was already stopped", already);
        }
    }

    private static int freePort(InetAddress address) throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, address)) {
            return probe.getLocalPort();
        }
    }

    /**
     * A question comes in some eighteen pieces, and the switch sends the last ones once the first are read: a virtual thread, which
     * another has to wake for each, is late where the machine is busy. What many silent connections take is virtual.
     */
    @Override
    protected ThreadPoolExecutor createPool() {
        var made = new AtomicInteger();
        return new ThreadPoolExecutor(
                MOST_AT_ONCE, MOST_QUESTIONS, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), question -> {
                    boolean many = made.incrementAndGet() > MOST_AT_ONCE;
                    Thread.Builder thread =
                            many ? Thread.ofVirtual() : Thread.ofPlatform().daemon();
                    return thread.name("agi-", 0).unstarted(question);
                });
    }

    @Override
    protected ServerSocketFacade createServerSocket() {
        return socket;
    }
}
