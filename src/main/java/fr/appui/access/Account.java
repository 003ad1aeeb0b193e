package fr.appui.access;

import fr.appui.directory.PhysicianId;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A person who may sign in.
 *
 * @param providerSubject how an OpenID Connect provider names them; a Pro Santé Connect physician's is their RPPS
 * @param temporaryPassword whether the password was generated and must be changed before anything else
 */
public record Account(
        UUID id,
        String login,
        String name,
        List<Grant> grants,
        Optional<PhysicianId> physician,
        Optional<String> providerSubject,
        boolean temporaryPassword,
        boolean disabled) {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?");
    private static final int LONGEST_NAME = 120;

    public Account {
        grants = List.copyOf(grants);
        if (!LOGIN.matcher(login).matches()) {
            throw new InvalidInput(
                    "identifiant : des minuscules sans accent, chiffres, points et tirets (64 au plus), par exemple c.durand");
        }
        if (WrittenValue.isNothing(name) || name.length() > LONGEST_NAME) {
            throw new InvalidInput("nom : en donner un, de 120 caractères au plus");
        }
        if (grants.isEmpty()) {
            throw new InvalidInput("rôle : en choisir au moins un");
        }
    }

    public Account closed(boolean closed) {
        return new Account(id, login, name, grants, physician, providerSubject, temporaryPassword, closed);
    }

    public Account granted(List<Grant> other) {
        return new Account(id, login, name, other, physician, providerSubject, temporaryPassword, disabled);
    }

    /** What it may do, as one writes it to say later what one saw. */
    public String getRights() {
        return grants.stream()
                .map(grant ->
                        grant.role() + grant.territory().map(code -> "@" + code).orElse(""))
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** Open, and an administrator of the whole service beside what it was. */
    public Account administering() {
        List<Grant> all = Stream.concat(grants.stream(), Stream.of(Grant.everywhere(Role.ADMINISTRATOR)))
                .distinct()
                .toList();
        return new Account(id, login, name, all, physician, providerSubject, temporaryPassword, false);
    }

    public Person person() {
        return new Person(login, name, grants, physician, false);
    }
}
