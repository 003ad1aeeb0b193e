package fr.appui.calls;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Something that answers the dialplan's questions in place of the service, and wrongly: each time in another way. */
final class Liar implements AutoCloseable {

    private static final List<String> LIES = List.of(
            "this is not the protocol at all",
            "SET VARIABLE APPUI_ANSWER \"nonsense\"",
            "SET VARIABLE APPUI_ANSWER \"1.1/1!ring!1|over!!\"",
            "SET VARIABLE APPUI_ANSWER \"%s!dance!!!\"",
            "SET VARIABLE APPUI_ANSWER \"%s!ring!!!veuillez-patienter!x!y!z!\"",
            "SET VARIABLE APPUI_ANSWER \"%s!put-through!!!!NOWHERE!!\"",
            "SET VARIABLE APPUI_ANSWER \"%s!alone!!!\"",
            "SET VARIABLE APPUI_ANS");

    private final ServerSocket entrance = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
    private final AtomicInteger told = new AtomicInteger();

    Liar() throws IOException {
        Thread.ofVirtual().name("liar").start(this::accept);
    }

    int port() {
        return entrance.getLocalPort();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket asked = entrance.accept();
                Thread.ofVirtual().start(() -> lie(asked));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void lie(Socket asked) {
        try (asked) {
            var lines = new BufferedReader(new InputStreamReader(asked.getInputStream(), UTF_8));
            String question = "";
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                if (line.startsWith("agi_arg_1: ")) {
                    question = line.substring("agi_arg_1: ".length());
                }
            }
            String lie = LIES.get(told.getAndIncrement() % LIES.size()).formatted(question);
            asked.getOutputStream().write((lie + (lie.endsWith("ANS") ? "" : "\n")).getBytes(UTF_8));
            asked.setSoTimeout(500);
            lines.readLine();
        } catch (IOException gone) {
            // the dialplan went on
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
