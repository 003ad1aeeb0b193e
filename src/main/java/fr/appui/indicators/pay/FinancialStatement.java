package fr.appui.indicators.pay;

import fr.appui.directory.Finess;
import fr.appui.french.InvalidInput;
import fr.appui.indicators.pay.AccountHeading.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * How the subsidy was used (doc 001 §6): what the ARS notified, what was received and when, what was spent. Income is what the
 * hospital entered, never what service done is worth: a statement whose two sides follow from one another says nothing.
 *
 * @param accounts every heading, in printing order
 */
public record FinancialStatement(List<AccountHeading> accounts, List<Entry> entries) {

    /** What the ARS notified: a promise, which is no income yet. */
    public static final String NOTIFIED = "NOTIFIED";

    public static final String SUBSIDY_DUTIES = "SUBSIDY_DUTIES";
    public static final String SUBSIDY_COORDINATION = "SUBSIDY_COORDINATION";

    /** Headings that computed entries go to. */
    public static final String HOST_PHYSICIANS = "HOST_PHYSICIANS";

    public static final String EMPLOYER_CHARGES = "EMPLOYER_CHARGES";
    public static final String PARTNER_TRANSFERS = "PARTNER_TRANSFERS";

    /** What coordination cost; a chart of accounts without it has it among the others. */
    public static final String COORDINATION_SPENT = "COORDINATION";

    /** The headings that a nomenclature must have, each on its side. */
    public static final Map<String, Side> COMPUTED = Map.of(
            SUBSIDY_DUTIES, Side.INCOME,
            SUBSIDY_COORDINATION, Side.INCOME,
            HOST_PHYSICIANS, Side.EXPENSE,
            PARTNER_TRANSFERS, Side.EXPENSE);

    /** Which of the headings that are computed, or entered already, a nomenclature lacks. */
    public static Set<String> missing(List<AccountHeading> accounts, Set<String> entered) {
        Set<String> missing = new TreeSet<>(COMPUTED.keySet());
        missing.addAll(entered);
        accounts.forEach(account -> missing.remove(account.code()));
        return missing;
    }

    /** @param account the heading's code @param label what it was for */
    public record Entry(LocalDate date, String account, String label, Money amount) {

        /** What undoes it. */
        public Entry takenBack() {
            return new Entry(date, account, label, Money.ZERO.minus(amount));
        }
    }

    public FinancialStatement {
        accounts = List.copyOf(accounts);
        entries = List.copyOf(entries);
        for (Entry entry : entries) {
            if (accounts.stream().noneMatch(account -> account.code().equals(entry.account()))) {
                throw new InvalidInput("compte : « " + entry.account() + " » n’est pas dans la nomenclature comptable");
            }
        }
    }

    /**
     * The host's own physicians with the charges on their pay, the transfers to partners, and all that the hospital entered.
     *
     * @param chargesRate employer's charges on the host's physicians, 0.42 for 42 %
     */
    public static FinancialStatement of(
            List<AccountHeading> accounts,
            PayStatement pay,
            Optional<Finess> host,
            BigDecimal chargesRate,
            List<Entry> enteredByHospital) {
        List<Entry> entries = new ArrayList<>();
        LocalDate closing = pay.to();
        for (Optional<Finess> establishment : pay.establishments()) {
            boolean isHost = establishment.isPresent() && establishment.equals(host);
            Money due = pay.totalOf(establishment);
            entries.add(new Entry(
                    closing,
                    isHost ? HOST_PHYSICIANS : PARTNER_TRANSFERS,
                    establishment.map(Finess::value).orElse("Employeur inconnu"),
                    due));
            if (isHost && chargesRate.signum() > 0) {
                entries.add(new Entry(closing, charged(accounts), "Charges patronales", charges(due, chargesRate)));
            }
        }
        entries.addAll(enteredByHospital);
        return new FinancialStatement(accounts, entries);
    }

    /** A chart of accounts without a heading of its own for them counts them with the pay. */
    private static String charged(List<AccountHeading> accounts) {
        return accounts.stream().anyMatch(account -> account.code().equals(EMPLOYER_CHARGES))
                ? EMPLOYER_CHARGES
                : HOST_PHYSICIANS;
    }

    private static Money charges(Money due, BigDecimal rate) {
        return new Money(rate.multiply(BigDecimal.valueOf(due.cents()))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /** By date. */
    public List<Entry> of(AccountHeading account) {
        return entries.stream()
                .filter(entry -> entry.account().equals(account.code()))
                .sorted(Comparator.comparing(Entry::date))
                .toList();
    }

    public Money total(AccountHeading account) {
        return Money.sum(of(account).stream().map(Entry::amount));
    }

    public Money notified() {
        return Money.sum(notices().stream().map(this::total));
    }

    public Money received() {
        return Money.sum(receipts().stream().map(this::total));
    }

    public Money spent() {
        return Money.sum(expenses().stream().map(this::total));
    }

    /** What a subsidy is given for. One does not pay the other: what coordination did not spend is returned, whatever duties cost. */
    public enum Purpose {
        DUTIES("Forfaits d’astreinte"),
        COORDINATION("Coordination"),

        /**
         * Telephony, communication and the like. The subsidy pays flat rates and a time of coordination, which sees to the tools (doc 001 §5): it
         * is given for no such purpose, and what they cost is not taken from either of the two. The hospital that has an income for them enters
         * it under a heading of its own; without such a heading the statement says that none was notified for them.
         */
        OTHER("Autres");

        private final String label;

        Purpose(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        static Purpose of(AccountHeading account) {
            return switch (account.code()) {
                case SUBSIDY_DUTIES, HOST_PHYSICIANS, EMPLOYER_CHARGES, PARTNER_TRANSFERS -> DUTIES;
                case SUBSIDY_COORDINATION, COORDINATION_SPENT -> COORDINATION;
                default -> OTHER;
            };
        }
    }

    /** Whether the chart of accounts has an income for a purpose, received or not. */
    public boolean hasIncomeFor(Purpose purpose) {
        return receipts().stream().anyMatch(heading -> Purpose.of(heading) == purpose);
    }

    public Money received(Purpose purpose) {
        return totalFor(purpose, receipts());
    }

    public Money spent(Purpose purpose) {
        return totalFor(purpose, expenses());
    }

    /** What was received for a purpose and not spent on it: to be returned or carried over. */
    public Money left(Purpose purpose) {
        return new Money(Math.max(0, received(purpose).minus(spent(purpose)).cents()));
    }

    /** What was spent on a purpose beyond what was received for it. */
    public Money beyond(Purpose purpose) {
        return new Money(Math.max(0, spent(purpose).minus(received(purpose)).cents()));
    }

    public Money left() {
        return Money.sum(Stream.of(Purpose.values()).map(this::left));
    }

    public Money beyond() {
        return Money.sum(Stream.of(Purpose.values()).map(this::beyond));
    }

    private Money totalFor(Purpose purpose, List<AccountHeading> headings) {
        return Money.sum(headings.stream()
                .filter(heading -> Purpose.of(heading) == purpose)
                .map(this::total));
    }

    public List<AccountHeading> notices() {
        return accounts.stream()
                .filter(account -> account.code().equals(NOTIFIED))
                .toList();
    }

    public List<AccountHeading> receipts() {
        return accounts.stream()
                .filter(account ->
                        account.side() == Side.INCOME && !account.code().equals(NOTIFIED))
                .toList();
    }

    public List<AccountHeading> expenses() {
        return accounts.stream()
                .filter(account -> account.side() == Side.EXPENSE)
                .toList();
    }
}
