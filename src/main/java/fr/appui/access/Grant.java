package fr.appui.access;

import fr.appui.directory.TerritoryCode;
import java.util.Collection;
import java.util.Optional;

/** A role, over one territory or (empty) over all of them. */
public record Grant(Role role, Optional<TerritoryCode> territory) {

    public static Grant everywhere(Role role) {
        return new Grant(role, Optional.empty());
    }

    public static Grant over(Role role, TerritoryCode territory) {
        return new Grant(role, Optional.of(territory));
    }

    boolean holdsOneOf(Collection<Role> roles) {
        return role.implied().stream().anyMatch(roles::contains);
    }

    /** Given by being a physician, not by an office. */
    boolean isPhysicians() {
        return role == Role.PHYSICIAN;
    }

    boolean isOver(TerritoryCode asked) {
        return territory.map(asked::equals).orElse(true);
    }
}
