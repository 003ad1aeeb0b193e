package fr.appui.telephony;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/** The connection of one question, bounded: any program that reaches the port may send for ever. */
final class AgiConnection implements SocketConnectionFacade {

    /** Asterisk writes lines of at most 2 048 bytes. */
    private static final int LONGEST_LINE = 4_096;

    /** The header and the answers to our commands. */
    private static final int LONGEST_TALK = 65_536;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private int talked;

    AgiConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    @Override
    public @Nullable String readLine() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return line.size() == 0 ? null : line.toString(UTF_8);
            }
            if (line.size() >= LONGEST_LINE || ++talked >= LONGEST_TALK) {
                close();
                throw new IOException("a question longer than any of Asterisk's");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(UTF_8);
    }

    @Override
    public void write(String text) throws IOException {
        out.write(text.getBytes(UTF_8));
    }

    /**
     * One command is the answer, and all that is said: the switch goes on once it has carried it out, whatever this thread is doing by
     * then. What Asterisk-Java would say besides, how the script ended, nobody reads; refused here, it says nothing.
     */
    @Override
    public void flush() throws IOException {
        out.flush();
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    @Override
    public boolean isConnected() {
        return socket.isConnected();
    }

    @Override
    public InetAddress getLocalAddress() {
        return socket.getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return socket.getLocalPort();
    }

    @Override
    public InetAddress getRemoteAddress() {
        return socket.getInetAddress();
    }

    @Override
    public int getRemotePort() {
        return socket.getPort();
    }
}
