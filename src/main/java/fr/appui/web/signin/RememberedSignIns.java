package fr.appui.web.signin;

import fr.appui.access.Role;
import fr.appui.access.SignInsEnded;
import fr.appui.web.store.StorageFault;
import fr.appui.web.store.StorageTrouble;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Who was recognised lately on this node, for the one question that is still answered while nobody can be asked: who is on duty now
 * (ADR 0082). It opens nothing else, changes nothing, and ends as the session would.
 */
@ApplicationScoped
class RememberedSignIns {

    private static final Set<String> ASKED =
            Set.of("/regulation", "/api/regulator/on-duty", "/api/regulator/on-duty/stream");
    private static final Set<String> WHO = Set.of(Role.REGULATOR.name(), Role.COORDINATOR.name());
    private static final int MOST = 500;

    private final SignInSettings settings;
    private final StorageTrouble trouble;
    private final Clock clock;
    private long ended;
    private final Map<String, Seen> seen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MOST;
        }
    };

    RememberedSignIns(SignInSettings settings, StorageTrouble trouble, Clock clock) {
        this.settings = settings;
        this.trouble = trouble;
        this.clock = clock;
    }

    /**
     * @param owner the account of a session, or the token itself
     * @param lives whether the session or token would still be valid by itself, used until now
     */
    record Recognised(SecurityIdentity identity, UUID owner, Predicate<Instant> lives) {}

    private record Seen(Recognised who, Instant lastUsed) {
        boolean isOf(UUID owner) {
            return who.owner().equals(owner);
        }
    }

    /**
     * Who {@code ask} recognises; while storage is away, who it recognised lately, if that is what is asked for: at once where a question
     * found it away a moment ago. That the rota could not be read is no sign of it: one row that nobody can read does that as well.
     */
    Optional<SecurityIdentity> recognise(RoutingContext context, String hash, Supplier<Optional<Recognised>> ask) {
        Optional<SecurityIdentity> lately =
                trouble.isRecent() && isAskedBy(context) ? remembered(hash) : Optional.empty();
        if (lately.isPresent()) {
            return lately;
        }
        long before = ended();
        try {
            Optional<Recognised> found = ask.get();
            remember(hash, found, before);
            return found.map(Recognised::identity);
        } catch (RuntimeException failed) {
            if (!StorageFault.isOutage(failed) || !isAskedBy(context)) {
                throw failed;
            }
            trouble.noticed();
            return Optional.of(remembered(hash).orElseThrow(() -> failed));
        }
    }

    /** Whether or not it could be recorded: who is still signed in is recognised again. */
    synchronized void onEnd(@Observes(during = TransactionPhase.AFTER_COMPLETION) SignInsEnded told) {
        ended++;
        switch (told) {
            case SignInsEnded.OneSession one -> seen.remove(one.hash());
            case SignInsEnded.OthersOf others ->
                seen.entrySet()
                        .removeIf(known -> known.getValue().isOf(others.account())
                                && !known.getKey().equals(others.kept()));
            case SignInsEnded.AllOf all -> seen.values().removeIf(known -> known.isOf(all.account()));
            case SignInsEnded.OneToken one -> seen.values().removeIf(known -> known.isOf(one.token()));
        }
    }

    private synchronized long ended() {
        return ended;
    }

    private static boolean isAskedBy(RoutingContext context) {
        return context.request().method().equals(HttpMethod.GET) && ASKED.contains(context.normalizedPath());
    }

    /** @param before what had ended when it was asked: what ended since may be this one */
    private synchronized void remember(String hash, Optional<Recognised> found, long before) {
        found.filter(who -> before == ended)
                .filter(who -> who.identity().getRoles().stream().anyMatch(WHO::contains))
                .ifPresentOrElse(who -> seen.put(hash, new Seen(who, clock.instant())), () -> seen.remove(hash));
    }

    private synchronized Optional<SecurityIdentity> remembered(String hash) {
        Instant now = clock.instant();
        Optional<Seen> live = Optional.ofNullable(seen.get(hash))
                .filter(known ->
                        now.isBefore(known.lastUsed().plus(settings.session().idle())))
                .filter(known -> known.who().lives().test(now));
        live.ifPresent(known -> seen.put(hash, new Seen(known.who(), now)));
        return live.map(known -> known.who().identity());
    }
}
