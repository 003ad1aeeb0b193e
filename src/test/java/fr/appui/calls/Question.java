package fr.appui.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What the dialplan asks a node of a call that arrives, put to it without a switch. */
final class Question {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Question() {}

    /** @return what comes back; null where the node leaves the question to others */
    static @Nullable String ofACall(String call, String dialled, String caller, int fastAgi) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), fastAgi)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream()
                    .write(
                            ("agi_network: yes\nagi_network_script: decide\nagi_request: agi://x/decide\nagi_channel: x\n"
                                            + "agi_uniqueid: 1\nagi_arg_1: 1/1\nagi_arg_2: " + call
                                            + "\nagi_arg_3: arrived|"
                                            + dialled + "|PUBLIC|" + caller + "||0\n\n")
                                    .getBytes(UTF_8));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            String decided = answer.readLine();
            if (decided != null) {
                socket.getOutputStream().write("200 result=1\n".getBytes(UTF_8));
                answer.readLine();
            }
            return decided;
        }
    }
}
