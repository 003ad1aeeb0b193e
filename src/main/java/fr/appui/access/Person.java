package fr.appui.access;

import fr.appui.directory.PhysicianId;
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
}
