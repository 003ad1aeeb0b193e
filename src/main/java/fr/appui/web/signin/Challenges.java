package fr.appui.web.signin;

import fr.appui.access.Passkeys;
import fr.appui.directory.StorageReady;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Base64;

/** The {@link Challenge}s of this service. Asking for one asks no database: the page that shows it is there without one. */
@Singleton
class Challenges {

    private final Passkeys passkeys;
    private final Clock clock;
    private volatile byte[] key = {};

    Challenges(Passkeys passkeys, Clock clock) {
        this.passkeys = passkeys;
        this.clock = clock;
    }

    void atStart(@Observes StorageReady ready) {
        key = passkeys.challengeKey();
    }

    /** What a browser is to have signed, in base64url; empty as long as the database was never there. */
    String next() {
        byte[] known = key;
        return known.length == 0
                ? ""
                : Base64.getUrlEncoder().withoutPadding().encodeToString(Challenge.make(known, clock.instant()));
    }

    boolean isOurs(byte[] challenge) {
        return key.length > 0 && Challenge.isOurs(key, challenge, clock.instant());
    }
}
