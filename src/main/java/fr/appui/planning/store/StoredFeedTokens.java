package fr.appui.planning.store;

import fr.appui.planning.life.FeedTokens;
import fr.appui.rota.Substitution.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** A secret has 192 random bits, so a plain hash is enough: there is nothing to guess. */
@ApplicationScoped
@Transactional
class StoredFeedTokens implements FeedTokens {

    private static final int BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final StoredDutyLocks locks;

    StoredFeedTokens(StoredDutyLocks locks) {
        this.locks = locks;
    }

    /** Of two at once the second closes what the first was given. */
    @Override
    public String issue(Owner owner, Act act) {
        locks.hold("calendar.of." + FeedTokenRow.key(owner));
        revoke(owner, act.at());
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String written = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        var row = new FeedTokenRow();
        row.owner = FeedTokenRow.key(owner);
        row.hash = hash(written);
        row.issuedBy = act.author();
        row.issuedAt = act.at();
        row.persist();
        return written;
    }

    @Override
    public boolean revoke(Owner owner, Instant now) {
        return FeedTokenRow.update(
                        "revokedAt = ?1 where owner = ?2 and revokedAt is null", now, FeedTokenRow.key(owner))
                > 0;
    }

    @Override
    public boolean opens(String secret, Owner owner) {
        return FeedTokenRow.opens(hash(secret), owner);
    }

    @Override
    public Optional<Instant> issuedAt(Owner owner) {
        return FeedTokenRow.inUse(owner).map(row -> row.issuedAt);
    }

    private static String hash(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
