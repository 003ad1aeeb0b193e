package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Requests to be replaced. Of one rung of one duty of one physician, one is open at a time. */
public interface ReplacementRequestBook {

    void keep(ReplacementRequest request);

    /** In a transaction of its own: to know whom it concerns before anything is held. */
    Optional<ReplacementRequest> find(UUID id);

    /** Locked until the transaction ends: a request is answered once. */
    Optional<ReplacementRequest> toAnswer(UUID id);

    /** Kept as open, the duty to come first, {@code most} at most. */
    List<ReplacementRequest> open(int most);

    /** Kept as open there, the duty to come first. */
    List<ReplacementRequest> open(Reach within);

    /** Newest first. */
    List<ReplacementRequest> page(TerritoryCode territory, int page, int size);

    long total(TerritoryCode territory);

    /** Those a physician made or was asked in, newest first. */
    List<ReplacementRequest> page(PhysicianId physician, Reach within, int page, int size);

    long total(PhysicianId physician, Reach within);
}
