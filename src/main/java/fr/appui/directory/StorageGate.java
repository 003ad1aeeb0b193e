package fr.appui.directory;

import java.util.Optional;

/** Whether this node may write to the database that it sees. */
public interface StorageGate {

    /** In French, why nothing may be written and what to do; empty when it may, or when the database is merely away. */
    Optional<String> refusal();
}
