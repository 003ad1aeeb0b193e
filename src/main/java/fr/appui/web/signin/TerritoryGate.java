package fr.appui.web.signin;

import fr.appui.access.Act;
import fr.appui.access.Person;
import fr.appui.access.Thing;
import fr.appui.directory.TerritoryCode;
import fr.appui.web.Problem;
import io.quarkus.security.ForbiddenException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * What annotations cannot say, asked before anything is looked up: the territory that an address names must be reached by one
 * of the roles the resource allows; what only administrators may do and names no territory is for those of the whole
 * installation; a read-only token writes nothing; a page of another site cannot use somebody's session. Every other object is
 * asked about where it is found.
 */
final class TerritoryGate {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String TERRITORY = "code";
    private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");

    private final Visitor visitor;

    TerritoryGate(Visitor visitor) {
        this.visitor = visitor;
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo resource, RoutingContext context) {
        Optional<Person> person = visitor.person();
        boolean writes = !READING.contains(context.request().method());
        boolean readOnly = person.map(Person::readOnly).orElse(false);
        if (writes && (readOnly || comesFromAnotherSite(context))) {
            throw new ForbiddenException();
        }
        RolesAllowed rule = ruleOf(resource);
        if (person.isEmpty() || rule == null) {
            return;
        }
        List<String> roles = List.of(rule.value());
        String code = request.getUriInfo().getPathParameters().getFirst(TERRITORY);
        if (code != null) {
            visitor.require(Act.through(roles), new Thing.Place(territory(code)));
        } else if (roles.equals(List.of(Roles.ADMINISTRATOR))) {
            visitor.require(Act.ADMINISTER, new Thing.Installation());
        }
    }

    private static TerritoryCode territory(String value) {
        return Problem.read(TERRITORY, value, TerritoryCode::new);
    }

    /** Browsers say where a request comes from; programs do not, and hold no session. */
    private static boolean comesFromAnotherSite(RoutingContext context) {
        String site = context.request().getHeader("Sec-Fetch-Site");
        return site != null && OTHER_SITES.contains(site);
    }

    private static @Nullable RolesAllowed ruleOf(ResourceInfo resource) {
        if (resource.getResourceMethod() == null) {
            return null;
        }
        RolesAllowed ofMethod = resource.getResourceMethod().getAnnotation(RolesAllowed.class);
        return ofMethod != null ? ofMethod : resource.getResourceClass().getAnnotation(RolesAllowed.class);
    }
}
