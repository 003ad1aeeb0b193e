package fr.appui.web.reports;

import fr.appui.french.WrittenValue;
import fr.appui.indicators.pay.AccountHeading;
import fr.appui.indicators.pay.FinancialStatement;
import fr.appui.web.Problem;
import fr.appui.web.Problem.FieldError;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The accounting nomenclature of the financial statement: a hospital under another chart of accounts puts its own. */
@Path("/api/accounts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
public class AccountsResource {

    private static final int MOST = 60;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,31}");

    private final ExpenseDesk desk;

    AccountsResource(ExpenseDesk desk) {
        this.desk = desk;
    }

    /** @param code stable, English @param number in the chart of accounts @param side {@code INCOME} or {@code EXPENSE} */
    public record Heading(
            @Nullable String code,
            @Nullable String number,
            @Nullable String label,
            @Nullable String side) {

        static Heading of(AccountHeading account) {
            return new Heading(
                    account.code(),
                    account.number(),
                    account.label(),
                    account.side().name());
        }
    }

    @GET
    @Operation(summary = "Les comptes du compte d’emploi de la subvention, dans l’ordre où il les imprime")
    public List<Heading> list() {
        return desk.accounts().stream().map(Heading::of).toList();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Remplace tous les comptes ; ceux que le calcul ou une dépense emploie doivent y figurer")
    public List<Heading> replace(@Nullable List<@Nullable Heading> headings) {
        List<FieldError> errors = new ArrayList<>();
        List<AccountHeading> accounts = read(headings == null ? List.of() : headings, errors);
        if (!errors.isEmpty()) {
            throw Problem.badRequest(errors);
        }
        desk.replaceAccounts(accounts);
        return list();
    }

    private static List<AccountHeading> read(List<@Nullable Heading> headings, List<FieldError> errors) {
        if (headings.isEmpty() || headings.size() > MOST) {
            errors.add(new FieldError("", "donner de 1 à " + MOST + " comptes, dans l’ordre d’impression"));
            return List.of();
        }
        List<AccountHeading> accounts = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (int at = 0; at < headings.size(); at++) {
            Heading heading = headings.get(at);
            read(heading == null ? new Heading(null, null, null, null) : heading, "[" + at + "].", codes, errors)
                    .ifPresent(accounts::add);
        }
        return accounts;
    }

    private static Optional<AccountHeading> read(
            Heading heading, String at, Set<String> codes, List<FieldError> errors) {
        int before = errors.size();
        String code = text(heading.code());
        if (!CODE.matcher(code).matches()) {
            errors.add(new FieldError(at + "code", "2 à 32 capitales, chiffres ou _, par exemple TELEPHONY"));
        } else if (!codes.add(code)) {
            errors.add(new FieldError(at + "code", "« " + code + " » est déjà donné plus haut ; un compte a son code"));
        }
        String number = text(heading.number());
        if (number.isEmpty() || number.length() > 16) {
            errors.add(new FieldError(at + "number", "le numéro du plan comptable, en 1 à 16 caractères"));
        }
        String label = text(heading.label());
        if (label.isEmpty() || label.length() > 160) {
            errors.add(new FieldError(at + "label", "l’intitulé, en 1 à 160 caractères"));
        }
        Optional<AccountHeading.Side> side = Arrays.stream(AccountHeading.Side.values())
                .filter(one -> one.name().equals(heading.side()))
                .findFirst();
        if (side.isEmpty()) {
            errors.add(new FieldError(at + "side", "choisir parmi " + Arrays.toString(AccountHeading.Side.values())));
        } else if (FinancialStatement.COMPUTED.getOrDefault(code, side.get()) != side.get()) {
            errors.add(new FieldError(at + "side", "le calcul tient « " + code + " » de l’autre côté ; l’y laisser"));
        }
        return errors.size() > before
                ? Optional.empty()
                : side.map(known -> new AccountHeading(code, number, label, known));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : WrittenValue.of(given);
    }
}
