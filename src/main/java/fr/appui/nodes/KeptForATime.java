package fr.appui.nodes;

import java.time.Instant;

/** A class of data that is erased once it has served. Each room names its own; one scheduler erases them all. */
public interface KeptForATime {

    /**
     * What the coordinator is shown.
     *
     * @param name short and stable, in English
     * @param what it is, in French
     * @param kept how long, as a setting writes it: {@code P90D}, {@code PT1H}
     * @param setting the key that changes it, empty where nothing does
     * @param why that long, in French
     */
    record Terms(String name, String what, String kept, String setting, String why) {}

    Terms terms();

    /**
     * Erases what is older, in pieces so that nothing waits for it.
     *
     * @return how many things were erased
     */
    int eraseOld(Instant now);
}
