package fr.appui.access;

import fr.appui.directory.TerritoryCode;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a program shows instead of a password: one role over some territories (none named: all), until a date.
 *
 * @param readOnly may read only
 */
public record ServiceToken(
        UUID id,
        String name,
        Role role,
        Set<TerritoryCode> territories,
        boolean readOnly,
        String createdBy,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> revokedAt) {

    /** Tells our tokens from those of a provider, and lets a scanner find one that leaked into a repository. */
    public static final String PREFIX = "appui_";

    public ServiceToken {
        territories = Set.copyOf(territories);
        if (WrittenValue.isNothing(name) || name.length() > 120) {
            throw new InvalidInput("nom : dire quel programme s’en sert, en 120 caractères au plus");
        }
        if (!expiresAt.isAfter(createdAt)) {
            throw new InvalidInput("fin : choisir une date à venir");
        }
    }

    public boolean live(Instant at) {
        return revokedAt.isEmpty() && at.isBefore(expiresAt);
    }

    public Person person() {
        List<Grant> grants = territories.isEmpty()
                ? List.of(Grant.everywhere(role))
                : territories.stream()
                        .map(territory -> Grant.over(role, territory))
                        .toList();
        return new Person("jeton:" + name, name, grants, Optional.empty(), readOnly);
    }
}
