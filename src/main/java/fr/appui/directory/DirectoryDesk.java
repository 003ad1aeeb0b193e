package fr.appui.directory;

import java.util.List;
import java.util.Optional;

/**
 * Where people change the directory. Every change says which version it was decided on, is written to the audit log with
 * it, and reaches the rota once committed. Two people who change one thing: the second is told, nothing is overwritten.
 */
public interface DirectoryDesk {

    /** An agreement with the number that names it here. */
    record KeptAgreement(long id, Agreement agreement, int version) {}

    Optional<Versioned<Territory>> territory(TerritoryCode code);

    Optional<Versioned<Establishment>> establishment(Finess finess);

    Optional<Versioned<Physician>> physician(PhysicianId id);

    /** By partner, then first date. */
    List<KeptAgreement> agreements(TerritoryCode territory);

    /** Of that territory alone, whoever else has one of this number. */
    Optional<KeptAgreement> agreement(TerritoryCode territory, long id);

    Written create(Territory territory, String by);

    Written change(Territory territory, int version, String by);

    Written create(Establishment establishment, String by);

    Written change(Establishment establishment, int version, String by);

    Written create(Physician physician, String by);

    Written change(Physician physician, int version, String by);

    Written create(Agreement agreement, String by);

    Written change(long id, Agreement agreement, int version, String by);

    /** For one recorded by mistake; an agreement that was in force is ended by its last date instead. */
    Written remove(TerritoryCode territory, long id, int version, String by);

    /** Why this physician would not be kept, whether they are new or changed. */
    Optional<Written.Refused> refusal(Physician physician);

    /** What a file brings. @param before as it was when the file was read beside it; empty where it is new */
    record Brought<T>(Optional<T> before, T value) {}

    /**
     * Adds those that are new and replaces the others, all or none.
     *
     * @return the first refusal, {@link Written.Stale} where somebody changed one of them meanwhile, or {@link Written.Kept}
     */
    Written keepAll(List<Brought<Establishment>> establishments, List<Brought<Physician>> physicians, String by);
}
