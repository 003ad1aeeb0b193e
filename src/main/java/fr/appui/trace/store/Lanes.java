package fr.appui.trace.store;

import fr.appui.trace.CallId;

/** A call belongs to one lane for good; a lane is relayed by one node at a time. */
public final class Lanes {

    public static final int COUNT = 8;

    private Lanes() {}

    public static int of(CallId call) {
        return Math.floorMod(call.value().hashCode(), COUNT);
    }
}
