package fr.appui.web.signin;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who signed in: a person with an account, or a program with a service token.
 *
 * @param login what the audit log names; for a token {@code jeton:} and its name
 * @param readOnly refuses every method that writes
 */
public record Person(String login, String name, List<Grant> grants, Optional<PhysicianId> physician, boolean readOnly) {

    static final String ATTRIBUTE = "appui.person";

    public Person {
        grants = List.copyOf(grants);
    }

    public Set<Role> roles() {
        return grants.stream()
                .flatMap(grant -> grant.role().implied().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    public boolean is(Role role) {
        return roles().contains(role);
    }

    /** Whether one of {@code roles} (names of {@link Roles}) is held over {@code territory}. */
    public boolean reaches(TerritoryCode territory, Collection<String> roles) {
        return grants.stream().anyMatch(grant -> grant.allows(roles, territory));
    }

    /** The territories this role is limited to; empty when it holds everywhere or is not held: ask {@link #is} first. */
    public Set<TerritoryCode> limits(Role role) {
        List<Grant> held = grants.stream()
                .filter(grant -> grant.role().implied().contains(role))
                .toList();
        return held.stream().anyMatch(grant -> grant.territory().isEmpty())
                ? Set.of()
                : held.stream().flatMap(grant -> grant.territory().stream()).collect(Collectors.toUnmodifiableSet());
    }
}
