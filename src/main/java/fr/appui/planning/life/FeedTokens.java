package fr.appui.planning.life;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.Substitution.Act;
import java.time.Instant;
import java.util.Optional;

/** The secrets that calendars subscribe with. Only their hashes are kept: a secret is shown once, when it is issued. */
public interface FeedTokens {

    /** Whose duties a feed shows. */
    sealed interface Owner {
        record OfPhysician(PhysicianId id) implements Owner {}

        record OfTerritory(TerritoryCode code) implements Owner {}
    }

    /** Issues a secret; the owner's earlier one no longer opens anything. */
    String issue(Owner owner, Act act);

    /** @return whether there was one */
    boolean revoke(Owner owner, Instant now);

    boolean opens(String secret, Owner owner);

    /** When the secret in use was issued. */
    Optional<Instant> issuedAt(Owner owner);
}
