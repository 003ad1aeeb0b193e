package fr.appui.indicators.pay;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.Finess;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.HeldWindow;
import fr.appui.indicators.pay.AccountHeading.Side;
import fr.appui.indicators.pay.FinancialStatement.Entry;
import fr.appui.indicators.pay.FinancialStatement.Purpose;
import fr.appui.indicators.pay.PayStatement.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FinancialStatementTest {

    private static final Finess HOST = new Finess("600100648");
    private static final Finess PARTNER = new Finess("800000044");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 9);
    private static final List<AccountHeading> ACCOUNTS = List.of(
            new AccountHeading("NOTIFIED", "441", "Subvention notifiée", Side.INCOME),
            new AccountHeading("SUBSIDY_DUTIES", "747", "Subvention, forfaits", Side.INCOME),
            new AccountHeading("SUBSIDY_COORDINATION", "747", "Subvention, coordination", Side.INCOME),
            new AccountHeading("HOST_PHYSICIANS", "642", "Personnel médical", Side.EXPENSE),
            new AccountHeading("EMPLOYER_CHARGES", "645", "Charges patronales", Side.EXPENSE),
            new AccountHeading("PARTNER_TRANSFERS", "658", "Reversements", Side.EXPENSE),
            new AccountHeading("COORDINATION", "641", "Coordination", Side.EXPENSE));

    /** A working day of the host's physician, 32 €; one of a partner's, 32 €. */
    private static final PayStatement PAY = new PayStatement(
            FIRST, FIRST.plusDays(1), List.of(share(HOST, 1, "2026-03-09"), share(PARTNER, 2, "2026-03-10")));

    @Test
    void nothingIsReceivedThatNobodyEntered() {
        FinancialStatement statement = of(ACCOUNTS, BigDecimal.ZERO);
        assertThat(statement.received()).isEqualTo(Money.ZERO);
        assertThat(statement.notified()).isEqualTo(Money.ZERO);
        assertThat(statement.spent()).isEqualTo(Money.euros(64));
        assertThat(statement.beyond()).isEqualTo(Money.euros(64));
        assertThat(statement.left()).isEqualTo(Money.ZERO);
    }

    @Test
    void aNotificationIsNoIncome() {
        FinancialStatement statement = of(
                ACCOUNTS,
                BigDecimal.ZERO,
                new Entry(FIRST, "NOTIFIED", "arrêté", Money.euros(500)),
                new Entry(FIRST, "SUBSIDY_DUTIES", "acompte", Money.euros(100)),
                new Entry(FIRST, "COORDINATION", "secrétariat", Money.euros(20)));
        assertThat(statement.notified()).isEqualTo(Money.euros(500));
        assertThat(statement.received()).isEqualTo(Money.euros(100));
        assertThat(statement.spent()).isEqualTo(Money.euros(84));
        assertThat(statement.left(Purpose.DUTIES)).isEqualTo(Money.euros(36));
        assertThat(statement.beyond(Purpose.COORDINATION)).isEqualTo(Money.euros(20));
        assertThat(statement.left()).isEqualTo(Money.euros(36));
        assertThat(statement.beyond()).isEqualTo(Money.euros(20));
    }

    /** Telephony and the like: the subsidy is given for none, unless the hospital's chart says so. */
    @Test
    void aPurposeWithoutAHeadingOfIncomeIsToldAsSuch() {
        List<AccountHeading> chart = Stream.concat(
                        ACCOUNTS.stream(),
                        Stream.of(new AccountHeading("TELEPHONY", "626", "Téléphonie et outils", Side.EXPENSE)))
                .toList();
        FinancialStatement statement =
                of(chart, BigDecimal.ZERO, new Entry(FIRST, "TELEPHONY", "abonnement", Money.euros(30)));
        assertThat(statement.hasIncomeFor(Purpose.OTHER)).isFalse();
        assertThat(statement.hasIncomeFor(Purpose.COORDINATION)).isTrue();
        assertThat(statement.spent(Purpose.OTHER)).isEqualTo(Money.euros(30));
        List<AccountHeading> withIncome = Stream.concat(
                        chart.stream(),
                        Stream.of(new AccountHeading("SUBSIDY_TOOLS", "747", "Subvention, outils", Side.INCOME)))
                .toList();
        assertThat(of(withIncome, BigDecimal.ZERO).hasIncomeFor(Purpose.OTHER)).isTrue();
    }

    @Test
    void whatCoordinationDidNotSpendPaysNoDuty() {
        FinancialStatement statement = of(
                ACCOUNTS,
                BigDecimal.ZERO,
                new Entry(FIRST, "SUBSIDY_DUTIES", "acompte", Money.euros(60)),
                new Entry(FIRST, "SUBSIDY_COORDINATION", "versement", Money.euros(100)),
                new Entry(FIRST, "COORDINATION", "secrétariat", Money.euros(90)));
        assertThat(statement.beyond()).isEqualTo(Money.euros(4));
        assertThat(statement.left()).isEqualTo(Money.euros(10));
    }

    @Test
    void chargesAreARateOnTheHostsOwnPhysicians() {
        FinancialStatement statement = of(ACCOUNTS, new BigDecimal("0.425"));
        assertThat(spentOn("EMPLOYER_CHARGES", statement)).isEqualTo(new Money(13_60));
        assertThat(spentOn("HOST_PHYSICIANS", statement)).isEqualTo(Money.euros(32));
        assertThat(spentOn("PARTNER_TRANSFERS", statement)).isEqualTo(Money.euros(32));
        List<AccountHeading> without = ACCOUNTS.stream()
                .filter(account -> !account.code().equals("EMPLOYER_CHARGES"))
                .toList();
        assertThat(spentOn("HOST_PHYSICIANS", of(without, new BigDecimal("0.425"))))
                .isEqualTo(new Money(45_60));
    }

    private static FinancialStatement of(List<AccountHeading> accounts, BigDecimal rate, Entry... entered) {
        return FinancialStatement.of(accounts, PAY, Optional.of(HOST), rate, List.of(entered));
    }

    private static Money spentOn(String account, FinancialStatement statement) {
        return Money.sum(statement.expenses().stream()
                .filter(known -> known.code().equals(account))
                .flatMap(known -> Stream.of(statement.total(known))));
    }

    private static Share share(Finess establishment, long physician, String date) {
        var id = new PhysicianId(new UUID(0, physician));
        HeldWindow duty = HeldWindow.whole(new TerritoryCode("HDF-OISE"), EarnedTest.core(date), id);
        return new Share(Optional.of(establishment), id, Earned.from(duty, Tariffs.ofTheCahierDesCharges()));
    }
}
