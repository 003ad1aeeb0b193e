package fr.appui.web.signin;

import fr.appui.access.Role;
import fr.appui.access.ServiceToken;
import fr.appui.access.ServiceTokens;
import fr.appui.directory.Audit;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.InvalidInput;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Hands out service tokens and recognises them. */
@ApplicationScoped
@Transactional
public class TokenDesk {

    public static final Duration LONGEST_LIFE = Duration.ofDays(400);

    private final ServiceTokens tokens;
    private final Audit audit;
    private final Clock clock;

    TokenDesk(ServiceTokens tokens, Audit audit, Clock clock) {
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param secret shown once; only its hash is kept */
    public record Issued(ServiceToken token, String secret) {}

    /** What a program is allowed. @param territories empty for all */
    public record Request(String name, Role role, Set<TerritoryCode> territories, boolean readOnly, Duration life) {

        public Request {
            if (life.compareTo(LONGEST_LIFE) > 0) {
                throw new InvalidInput("durée : 400 jours au plus ; un jeton se renouvelle");
            }
            if (role == Role.PHYSICIAN) {
                throw new InvalidInput("rôle : un programme ne peut pas être médecin");
            }
        }
    }

    public Issued issue(Request request, String by) {
        Instant now = clock.instant();
        var token = new ServiceToken(
                UUID.randomUUID(),
                request.name(),
                request.role(),
                request.territories(),
                request.readOnly(),
                by,
                now,
                now.plus(request.life()),
                Optional.empty());
        String secret = ServiceToken.PREFIX + Secrets.token();
        tokens.add(token, Secrets.sha256(secret));
        audit.record(
                by,
                "token.issued",
                token.name(),
                "Jeton donné pour " + request.life().toDays() + " jours");
        return new Issued(token, secret);
    }

    public Optional<ServiceToken> recognise(String secret) {
        return secret.startsWith(ServiceToken.PREFIX)
                ? tokens.bySecretHash(Secrets.sha256(secret)).filter(token -> token.live(clock.instant()))
                : Optional.empty();
    }

    /** Newest first. */
    public List<ServiceToken> page(int page, int size) {
        return tokens.page(page, size);
    }

    public long total() {
        return tokens.total();
    }

    public boolean revoke(UUID id, String by) {
        boolean revoked = tokens.revoke(id, clock.instant());
        if (revoked) {
            audit.record(by, "token.revoked", id.toString(), "Jeton retiré");
        }
        return revoked;
    }
}
