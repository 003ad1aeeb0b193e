package fr.appui.rota;

/** The snapshot that calls are decided from. Reading it never waits. */
public interface CurrentRota {

    /** {@link IndexedRota#EMPTY} until something was read. */
    IndexedRota current();

    /**
     * Reads storage again. Where it is away the snapshot in memory stays.
     *
     * @return whether storage answered
     */
    boolean refresh();
}
