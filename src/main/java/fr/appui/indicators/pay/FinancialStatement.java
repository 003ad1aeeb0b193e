package fr.appui.indicators.pay;

import fr.appui.directory.Finess;
import fr.appui.indicators.pay.AccountHeading.Side;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the subsidy was used (doc 001 §6): what is computed from service done, and what the hospital entered.
 *
 * @param accounts every heading, in printing order
 */
public record FinancialStatement(List<AccountHeading> accounts, List<Entry> entries) {

    /** Headings that computed entries go to. */
    public static final String SUBSIDY_DUTIES = "SUBSIDY_DUTIES";

    public static final String SUBSIDY_COORDINATION = "SUBSIDY_COORDINATION";
    public static final String HOST_PHYSICIANS = "HOST_PHYSICIANS";
    public static final String PARTNER_TRANSFERS = "PARTNER_TRANSFERS";
    public static final String COORDINATION = "COORDINATION";

    /** The headings that a nomenclature must have, each on its side. */
    public static final Map<String, Side> COMPUTED = Map.of(
            SUBSIDY_DUTIES, Side.INCOME,
            SUBSIDY_COORDINATION, Side.INCOME,
            HOST_PHYSICIANS, Side.EXPENSE,
            PARTNER_TRANSFERS, Side.EXPENSE);

    /** @param account the heading's code @param label what it was for */
    public record Entry(LocalDate date, String account, String label, Money amount) {}

    public FinancialStatement {
        accounts = List.copyOf(accounts);
        entries = List.copyOf(entries);
        for (Entry entry : entries) {
            if (accounts.stream().noneMatch(account -> account.code().equals(entry.account()))) {
                throw new IllegalArgumentException(
                        "compte : « " + entry.account() + " » n’est pas dans la nomenclature comptable");
            }
        }
    }

    /** The subsidy on service done, its payment to the host's own physicians, its transfers to partners, and the rest. */
    public static FinancialStatement of(
            List<AccountHeading> accounts,
            PayStatement pay,
            Optional<Finess> host,
            Coordination coordination,
            List<Entry> enteredByHospital) {
        List<Entry> entries = new ArrayList<>();
        LocalDate closing = pay.to();
        entries.add(new Entry(closing, SUBSIDY_DUTIES, "Forfaits sur service fait", pay.total()));
        entries.add(new Entry(closing, SUBSIDY_COORDINATION, "Temps de coordination", coordination.yearlyAmount()));
        for (Optional<Finess> establishment : pay.establishments()) {
            boolean isHost = establishment.isPresent() && establishment.equals(host);
            entries.add(new Entry(
                    closing,
                    isHost ? HOST_PHYSICIANS : PARTNER_TRANSFERS,
                    establishment.map(Finess::value).orElse("Employeur inconnu"),
                    pay.totalOf(establishment)));
        }
        entries.addAll(enteredByHospital);
        return new FinancialStatement(accounts, entries);
    }

    public Money total(AccountHeading account) {
        return Money.sum(entries.stream()
                .filter(entry -> entry.account().equals(account.code()))
                .map(Entry::amount));
    }

    public Money total(Side side) {
        return Money.sum(
                accounts.stream().filter(account -> account.side() == side).map(this::total));
    }

    public Money balance() {
        return total(Side.INCOME).minus(total(Side.EXPENSE));
    }
}
