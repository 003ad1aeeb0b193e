package fr.appui.web.accounts;

import fr.appui.access.Account;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import jakarta.ws.rs.DefaultValue;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;

/** What an administrator writes about an account. Codes and dates are read here; {@link Account} judges the rest. */
public final class AccountForm {

    @RestForm
    @DefaultValue("")
    public String login = "";

    @RestForm
    @DefaultValue("")
    public String name = "";

    @RestForm
    @DefaultValue("")
    public String role = "";

    /** Territory codes, separated by spaces or commas; empty for all. */
    @RestForm
    @DefaultValue("")
    public String territories = "";

    @RestForm
    @DefaultValue("")
    public String physician = "";

    @RestForm
    @DefaultValue("")
    public String subject = "";

    /** @param known the territories that there are */
    Account account(Collection<TerritoryCode> known) {
        Role chosen = role(role);
        Optional<PhysicianId> linked = Optional.of(WrittenValue.of(physician))
                .filter(id -> !id.isEmpty())
                .map(PhysicianId::parse);
        if (chosen == Role.PHYSICIAN && linked.isEmpty()) {
            throw new InvalidInput("médecin : choisir le médecin de l’annuaire dont c’est le compte");
        }
        return new Account(
                UUID.randomUUID(),
                WrittenValue.of(login).toLowerCase(Locale.ROOT),
                WrittenValue.of(name),
                grants(List.of(role), territories, known),
                linked,
                Optional.of(WrittenValue.of(subject)).filter(value -> !value.isEmpty()),
                true,
                false);
    }

    /** Each role over each of the territories; over all where none is written. */
    static List<Grant> grants(List<String> roles, String territories, Collection<TerritoryCode> known) {
        List<TerritoryCode> codes = codes(territories, known).distinct().toList();
        List<Grant> grants = roles.stream()
                .map(AccountForm::role)
                .flatMap(chosen -> codes.isEmpty()
                        ? Stream.of(Grant.everywhere(chosen))
                        : codes.stream().map(code -> Grant.over(chosen, code)))
                .toList();
        if (grants.isEmpty()) {
            throw new InvalidInput("rôle : en choisir au moins un");
        }
        return grants;
    }

    private static Role role(String written) {
        return Stream.of(Role.values())
                .filter(known -> known.name().equals(written))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("rôle : en choisir un"));
    }

    /** A right over a territory that is none would be one over nothing. */
    static Stream<TerritoryCode> codes(String written, Collection<TerritoryCode> known) {
        return Stream.of(written.toUpperCase(Locale.ROOT).split("[\\s,;]+"))
                .filter(code -> !code.isEmpty())
                .map(TerritoryCode::new)
                .map(code -> {
                    if (!known.contains(code)) {
                        throw new InvalidInput("territoires : « " + code + " » n’est pas connu ; choisir parmi "
                                + known.stream().map(TerritoryCode::value).collect(Collectors.joining(", ")));
                    }
                    return code;
                });
    }
}
