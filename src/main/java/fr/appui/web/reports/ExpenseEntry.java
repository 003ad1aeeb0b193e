package fr.appui.web.reports;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenDate;
import fr.appui.french.WrittenValue;
import fr.appui.indicators.pay.AccountHeading;
import fr.appui.indicators.pay.FinancialStatement.Entry;
import fr.appui.indicators.pay.Money;
import fr.appui.indicators.report.Ledger;
import fr.appui.web.Problem;
import fr.appui.web.Problem.FieldError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An income or an expense that the hospital enters, as somebody wrote it: kept, or refused with every field that is wrong.
 *
 * @param amount in euros, with a comma or a point; below zero it takes back what was entered
 */
record ExpenseEntry(
        @Nullable String date,
        @Nullable String account,
        @Nullable String label,
        @Nullable String amount) {

    static final int LONGEST_LABEL = 200;
    private static final FieldError NO_ACCOUNT =
            new FieldError("account", "choisir un compte de la nomenclature comptable");
    /** No third decimal: 1.250 is a thousand and more to who writes it, and no amount of 1,25. */
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,8}(?:\\.[0-9]{1,2})?");

    private static final BigDecimal MOST = BigDecimal.valueOf(10_000_000);

    Entry read(List<AccountHeading> accounts) {
        List<FieldError> errors = new ArrayList<>();
        Optional<LocalDate> day = day(errors);
        Optional<Money> euros = euros(errors);
        String heading = account == null ? "" : account;
        if (accounts.stream().noneMatch(known -> known.code().equals(heading))) {
            errors.add(NO_ACCOUNT);
        }
        if (label == null || WrittenValue.isNothing(label) || label.length() > LONGEST_LABEL) {
            errors.add(new FieldError("label", "dire en 1 à " + LONGEST_LABEL + " caractères de quoi il s’agit"));
        }
        if (label == null || !errors.isEmpty()) {
            throw Problem.badRequest(errors);
        }
        return new Entry(day.orElseThrow(), heading, WrittenValue.of(label), euros.orElseThrow());
    }

    /** The nomenclature may have become another one meanwhile. */
    static void requireEntered(Ledger.Entering entering) {
        switch (entering) {
            case ENTERED -> {}
            case NO_SUCH_ACCOUNT -> throw Problem.badRequest(List.of(NO_ACCOUNT));
            case ALREADY_THERE ->
                throw Problem.badRequest(
                        "amount",
                        "cette somme est déjà saisie à cette date, à ce compte et avec cet objet ; s’il y en a une autre, le"
                                + " dire dans l’objet");
            case BELOW_ZERO ->
                throw Problem.badRequest(
                        "amount",
                        "cette correction dépasse ce qui est saisi à ce compte cette année ; reprendre au plus la somme à corriger");
        }
    }

    private Optional<LocalDate> day(List<FieldError> errors) {
        try {
            LocalDate day = WrittenDate.read(date == null ? "" : date);
            Territories.year(day.getYear());
            return Optional.of(day);
        } catch (InvalidInput | Problem.Refused invalid) {
            errors.add(new FieldError("date", WrittenDate.REMEDY));
            return Optional.empty();
        }
    }

    private Optional<Money> euros(List<FieldError> errors) {
        String figures = (amount == null ? "" : amount)
                .replaceAll("[\\s\\u00A0\\u202F€]", "")
                .replace('\u2212', '-')
                .replace(',', '.');
        BigDecimal euros = AMOUNT.matcher(figures).matches() ? new BigDecimal(figures) : BigDecimal.ZERO;
        if (euros.signum() != 0 && euros.abs().compareTo(MOST) < 0) {
            return Optional.of(new Money(euros.movePointRight(2).longValueExact()));
        }
        errors.add(new FieldError(
                "amount", "écrire un montant en euros, par exemple 1 250,50 ; négatif, il reprend une somme saisie"));
        return Optional.empty();
    }
}
