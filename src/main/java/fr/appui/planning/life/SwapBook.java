package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

public interface SwapBook {

    void keep(SwapOffer swap);

    /** In a transaction of its own: to know whom it concerns before anything is held. */
    Optional<SwapOffer> offer(UUID id);

    /** Locked until the transaction ends: a swap is answered once. */
    Optional<SwapOffer> toAnswer(UUID id);

    /** Newest first. */
    List<SwapOffer> page(TerritoryCode territory, int page, int size);

    long total(TerritoryCode territory);

    /** Those a physician proposed or received, newest first. */
    List<SwapOffer> page(PhysicianId physician, Reach within, int page, int size);

    long total(PhysicianId physician, Reach within);

    /** Proposed, and past their time. */
    List<SwapOffer> overdue(Instant now);
}
