package fr.appui.web.signin;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The person of this request, for resources whose rule depends on the data (a call's territory, one's own duty). */
@RequestScoped
public class Visitor {

    private final SecurityIdentity identity;
    private final RoutingContext context;

    Visitor(SecurityIdentity identity, RoutingContext context) {
        this.identity = identity;
        this.context = context;
    }

    public Optional<Person> person() {
        return Optional.ofNullable(identity.getAttribute(Person.ATTRIBUTE));
    }

    /** For a resource behind {@code @RolesAllowed}. */
    public Person signedIn() {
        return person().orElseThrow(ForbiddenException::new);
    }

    /** Refuses unless one of {@code roles} (names of {@link Roles}) is held over {@code territory}. */
    public void require(TerritoryCode territory, Collection<String> roles) {
        if (!signedIn().reaches(territory, roles)) {
            throw new ForbiddenException();
        }
    }

    /** As {@link #require}; what belongs to no territory is for those who hold the role everywhere. */
    public void requireReach(Optional<TerritoryCode> territory, String role) {
        boolean everywhere = signedIn().is(Role.valueOf(role))
                && signedIn().limits(Role.valueOf(role)).isEmpty();
        if (!everywhere) {
            require(territory.orElseThrow(ForbiddenException::new), List.of(role));
        }
    }

    /** For what a physician did: theirs, or their territory's coordinator's. */
    public void requireOwn(PhysicianId physician, TerritoryCode territory) {
        if (!isPhysician(physician)) {
            require(territory, List.of(Roles.COORDINATOR));
        }
    }

    /** Those of {@code territories} over which the person holds {@code role}. */
    public <T> List<T> reachable(List<T> territories, Function<T, TerritoryCode> code, String role) {
        return territories.stream()
                .filter(territory -> signedIn().reaches(code.apply(territory), List.of(role)))
                .toList();
    }

    public boolean isPhysician(PhysicianId physician) {
        return person().flatMap(Person::physician).filter(physician::equals).isPresent();
    }

    /** The address the request came from; behind a proxy, the one the proxy vouches for. */
    public String address() {
        return context.request().remoteAddress().hostAddress();
    }

    Optional<Account> account() {
        return Optional.ofNullable(identity.getAttribute(SignInMechanism.ACCOUNT_ATTRIBUTE));
    }
}
