package fr.appui.rota;

import fr.appui.directory.LocalRules;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The published truth at one moment, immutable and in memory: what a call is decided from. Replaced whole on publication
 * and by timer; never waits for storage.
 */
public interface RotaSnapshot {

    /** When this snapshot was read from storage; 1970 when none was read yet. */
    Instant takenAt();

    /** Whether anything was read at all: what a snapshot without it does not hold may well exist. */
    default boolean isKnown() {
        return takenAt().isAfter(Instant.EPOCH);
    }

    /** The same object as long as storage, read again, only confirms what was read: all answers are the same then. */
    default Object content() {
        return this;
    }

    /** The line a caller dialled; empty when no territory publishes that number. */
    Optional<SupportLine> line(PhoneNumber dialled);

    /** Who answers a number at an instant: the line that publishes it, or the one it was joined to by then. */
    default Optional<SupportLine> line(PhoneNumber dialled, Instant at) {
        return line(dialled);
    }

    /** Who answers for a territory at an instant: itself, or the one that its line was joined to by then. */
    default TerritoryCode answering(TerritoryCode territory, Instant at) {
        return lineOf(territory)
                .flatMap(own -> line(own.number(), at))
                .map(SupportLine::territory)
                .orElse(territory);
    }

    /** Every published line, for what must be prepared ahead of calls. */
    default Collection<SupportLine> lines() {
        return List.of();
    }

    /** The line of a territory; empty while it has none. */
    default Optional<SupportLine> lineOf(TerritoryCode territory) {
        return lines().stream()
                .filter(line -> line.territory().equals(territory))
                .findFirst();
    }

    OnDuty onDuty(SupportLine line, Instant at);

    /**
     * Until when the same line certainly answers the number of this one ({@link #line(PhoneNumber, Instant)}), with the same people on duty
     * as at an instant; that instant itself where nothing is known of it.
     */
    default Instant sameUntil(SupportLine line, Instant at) {
        return at;
    }

    /** What the line's territory decides of its own service. */
    default LocalRules rules(SupportLine line) {
        return LocalRules.NONE;
    }

    /** Whether a call from this number is certainly made by that one physician: their mobile, and nobody else's number. */
    default boolean isOnePersons(PhoneNumber number) {
        return false;
    }

    /** The zone whose clock the line's callers live by (domain §3). */
    default ZoneId zone(SupportLine line) {
        return Territory.USUAL_ZONE;
    }
}
