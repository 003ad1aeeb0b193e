package fr.appui.planning;

/** The coordinator's wish to stop a search, made from another thread; the search answers with the best it has. */
public final class Cancellation {

    private volatile boolean requested;

    public void request() {
        requested = true;
    }

    public boolean isRequested() {
        return requested;
    }
}
