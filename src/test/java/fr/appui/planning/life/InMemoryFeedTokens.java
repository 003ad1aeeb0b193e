package fr.appui.planning.life;

import fr.appui.rota.Substitution.Act;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

final class InMemoryFeedTokens implements FeedTokens {

    private record Issued(String secret, Instant at) {}

    private final Map<Owner, Issued> inUse = new HashMap<>();

    @Override
    public String issue(Owner owner, Act act) {
        String secret = UUID.randomUUID().toString();
        inUse.put(owner, new Issued(secret, act.at()));
        return secret;
    }

    @Override
    public boolean revoke(Owner owner, Instant now) {
        return inUse.remove(owner) != null;
    }

    @Override
    public boolean opens(String secret, Owner owner) {
        return Optional.ofNullable(inUse.get(owner))
                .filter(issued -> issued.secret().equals(secret))
                .isPresent();
    }

    @Override
    public Optional<Instant> issuedAt(Owner owner) {
        return Optional.ofNullable(inUse.get(owner)).map(Issued::at);
    }
}
