package fr.appui.web.signin;

import fr.appui.directory.PhysicianId;
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
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * What annotations cannot say, checked for every resource: a territory named in the address or the query must be reached
 * by one of the roles the resource allows; a physician reaches their own address only; a read-only token writes nothing; a
 * page of another site cannot use somebody's session.
 */
final class TerritoryGate {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final List<String> TERRITORY_NAMES = List.of("code", "territory", "territoire");
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
        if (person.isPresent() && rule != null) {
            List<TerritoryCode> asked = territories(request);
            asked.forEach(territory -> visitor.require(territory, List.of(rule.value())));
            if (asked.isEmpty() && asksOverTerritories(resource)) {
                requireEverywhere(person.get(), List.of(rule.value()));
            }
            requireOwnAddress(person.get(), List.of(rule.value()), request, context);
        }
    }

    /** A list that may be asked for one territory is not given over all of them to whom is limited to some. */
    private static void requireEverywhere(Person person, List<String> roles) {
        boolean everywhere = person.grants().stream()
                .filter(grant -> grant.territory().isEmpty())
                .flatMap(grant -> grant.role().implied().stream())
                .anyMatch(role -> roles.contains(role.name()));
        if (!everywhere) {
            throw Problem.badRequest("territory", "votre accès est limité à certains territoires ; en nommer un");
        }
    }

    private static boolean asksOverTerritories(ResourceInfo resource) {
        return Stream.of(resource.getResourceMethod().getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(RestQuery.class)
                        && parameter.getName().equals("territory"));
    }

    private static void requireOwnAddress(
            Person person, List<String> roles, ContainerRequestContext request, RoutingContext context) {
        String id = request.getUriInfo().getPathParameters().getFirst("id");
        boolean asPhysicianOnly = person.roles().stream()
                .filter(role -> roles.contains(role.name()))
                .toList()
                .equals(List.of(Role.PHYSICIAN));
        if (id != null && asPhysicianOnly && context.normalizedPath().startsWith("/api/physicians/")) {
            if (!person.physician().map(PhysicianId::toString).equals(Optional.of(id))) {
                throw new ForbiddenException();
            }
        }
    }

    private static List<TerritoryCode> territories(ContainerRequestContext request) {
        var path = request.getUriInfo().getPathParameters();
        var query = request.getUriInfo().getQueryParameters();
        return TERRITORY_NAMES.stream()
                .flatMap(name -> Stream.of(path.getFirst(name), query.getFirst(name))
                        .filter(value -> value != null && !value.isBlank())
                        .map(value -> territory(name, value)))
                .toList();
    }

    private static TerritoryCode territory(String name, String value) {
        try {
            return new TerritoryCode(value);
        } catch (IllegalArgumentException unreadable) {
            throw Problem.badRequest(name, String.valueOf(unreadable.getMessage()));
        }
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
