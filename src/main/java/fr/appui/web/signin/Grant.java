package fr.appui.web.signin;

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

    boolean allows(Collection<String> roles, TerritoryCode asked) {
        return territory.map(asked::equals).orElse(true)
                && role.implied().stream().map(Role::name).anyMatch(roles::contains);
    }
}
