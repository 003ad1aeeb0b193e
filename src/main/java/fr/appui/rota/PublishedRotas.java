package fr.appui.rota;

import fr.appui.calendar.Quarter;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where published duties and the acts that change them are kept. Writing refreshes the current snapshot once the
 * transaction, this one or the caller's, is committed.
 */
public interface PublishedRotas extends RotasInForce {

    /** What came of a publication. */
    sealed interface Publication {
        record Published(PublishedRota rota) implements Publication {}

        /** Somebody published in between: show them the version in force, and publish the one after it. */
        record OutOfDate(int versionInForce) implements Publication {}
    }

    /** @param rota its version must be the one in force plus 1, or 1 */
    Publication publish(PublishedRota rota);

    Optional<PublishedRota> version(TerritoryCode territory, Quarter quarter, int version);

    /** Every version with its publisher, latest first, without its duties. */
    List<PublishedRota> versions(TerritoryCode territory, Quarter quarter);

    /** Keeps a swap, an override or a piece of history; an act already kept under that id is left as it is. */
    void record(Substitution substitution);

    /** All that is in force there on these dates, both included: a few questions however many territories there are. */
    RotasRead read(Reach within, LocalDate from, LocalDate to);

    /**
     * What snapshots are made from. A territory that cannot be read, for a value that the storage should not hold, keeps what
     * was read of it {@code before}: its line and those of the others go on.
     */
    RotaFacts facts(Instant takenAt, LocalDate from, LocalDate to, RotaFacts before);
}
