package fr.appui.web.signin;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.Optional;

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
