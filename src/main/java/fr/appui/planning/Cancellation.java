package fr.appui.planning;

import java.util.ArrayList;
import java.util.List;

/** The coordinator's wish to stop a search, from another thread; the search answers with the best it has. */
public final class Cancellation {

    private final List<Runnable> stops = new ArrayList<>();
    private boolean requested;

    public synchronized void request() {
        requested = true;
        stops.forEach(Runnable::run);
    }

    public synchronized boolean isRequested() {
        return requested;
    }

    /** Runs {@code stop} on request, at once if it was already made. */
    public synchronized void onRequest(Runnable stop) {
        stops.add(stop);
        if (requested) {
            stop.run();
        }
    }
}
