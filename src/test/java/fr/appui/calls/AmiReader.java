package fr.appui.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;

/** Reads what Asterisk sends to the service's AMI account, as it comes over the wire. */
final class AmiReader implements AutoCloseable {

    private final Socket socket;
    private final StringBuffer text = new StringBuffer();

    AmiReader(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        say("Action: Login\r\nUsername: appui\r\nSecret: " + SwitchProcess.SECRET + "\r\n\r\n");
        Thread.ofVirtual().name("ami-reader").start(this::read);
    }

    void say(String action) throws IOException {
        socket.getOutputStream().write(action.getBytes(UTF_8));
    }

    /** What came so far, empty line by empty line; the last may be incomplete and is left out. */
    List<String> blocks() {
        String all = text.toString();
        int end = all.lastIndexOf("\r\n\r\n");
        return end < 0 ? List.of() : List.of(all.substring(0, end).split("\r\n\r\n"));
    }

    private void read() {
        byte[] buffer = new byte[65_536];
        try {
            for (int read = socket.getInputStream().read(buffer);
                    read >= 0;
                    read = socket.getInputStream().read(buffer)) {
                text.append(new String(buffer, 0, read, UTF_8));
            }
        } catch (IOException closed) {
            // by the test's end
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
