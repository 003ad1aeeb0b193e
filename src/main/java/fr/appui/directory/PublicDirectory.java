package fr.appui.directory;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** The public extraction of the Annuaire Santé, where a site keeps one. */
public interface PublicDirectory {

    sealed interface Reading {
        /** @param asOf when its file was written @param records of those who are in it */
        record Known(Instant asOf, Map<Rpps, PublicRecord> records) implements Reading {}

        /** No file is set. */
        record None() implements Reading {}

        /** @param why in French, with the remedy */
        record Unreadable(String why) implements Reading {}
    }

    Reading of(Set<Rpps> wanted);
}
