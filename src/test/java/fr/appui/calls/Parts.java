package fr.appui.calls;

import java.util.ArrayDeque;
import java.util.Deque;

/** What was started, ended in the reverse order: a service before its database, a switch before its networks. */
final class Parts implements AutoCloseable {

    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    <T extends AutoCloseable> T keep(T part) {
        started.push(part);
        return part;
    }

    /** A part that cannot be ended keeps none of the others from it. */
    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                System.err.println("Arrêt incomplet : " + e);
            }
        }
    }
}
