package fr.appui.planning.life;

import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Generation jobs of all nodes. Every call is a transaction of its own: others must see it at once. */
public interface JobBook {

    enum Claim {
        ACCEPTED,
        /** This territory has one already. */
        TERRITORY_BUSY,
        /** As many as may run at once are running. */
        ALL_BUSY
    }

    Claim claim(GenerationJob job, int mostAtOnce, Instant now);

    Optional<GenerationJob> job(UUID id);

    Optional<GenerationJob> running(TerritoryCode territory);

    /** Tells the others that the search lives, and how far it is. @return whether somebody asked to stop it */
    boolean alive(UUID id, Optional<Draft.Proof> best, Instant now);

    void end(GenerationJob job, Instant now);

    /** @return whether there was a running job to stop */
    boolean askToStop(UUID id);

    /** Ends the jobs whose node has not been heard of since then. */
    void loseSilentSince(Instant then, Instant now);
}
