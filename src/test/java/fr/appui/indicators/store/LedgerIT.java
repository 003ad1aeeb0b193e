package fr.appui.indicators.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.pay.AccountHeading;
import fr.appui.indicators.pay.FinancialStatement.Entry;
import fr.appui.indicators.pay.Money;
import fr.appui.indicators.report.Ledger;
import fr.appui.indicators.report.Ledger.Entering;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever enters something and whoever changes the nomenclature meanwhile never break each other's work. */
@QuarkusTest
class LedgerIT {

    private static final TerritoryCode PLACE = new TerritoryCode("HDF-OISE");
    private static final AccountHeading RENT =
            new AccountHeading("RENT_OF_LEDGER_IT", "613", "Locations", AccountHeading.Side.EXPENSE);

    @Inject
    Ledger ledger;

    @Inject
    EntityManager database;

    private List<AccountHeading> before;

    @BeforeEach
    void aHeadingMore() {
        before = ledger.accounts().stream()
                .filter(account -> !account.equals(RENT))
                .toList();
        var with = new ArrayList<>(before);
        with.add(RENT);
        assertThat(ledger.replaceAccounts(with, "tests")).isEmpty();
    }

    @AfterEach
    void asItWas() {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("DELETE FROM expense WHERE account = ?1")
                        .setParameter(1, RENT.code())
                        .executeUpdate());
        ledger.replaceAccounts(before, "tests");
    }

    @Test
    void aHeadingThatSomethingIsBeingEnteredUnderStays() throws Exception {
        var entered = new CountDownLatch(1);
        var decided = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(2)) {
            Future<Entering> spending =
                    threads.submit(() -> QuarkusTransaction.requiringNew().call(() -> {
                        Entering kept = ledger.enter(PLACE, rent());
                        entered.countDown();
                        decided.await(1, TimeUnit.SECONDS); // the other one decides meanwhile, or waits
                        return kept;
                    }));
            entered.await();
            Future<Set<String>> replacing = threads.submit(() -> {
                try {
                    return ledger.replaceAccounts(before, "tests");
                } finally {
                    decided.countDown();
                }
            });
            assertThat(spending.get(30, TimeUnit.SECONDS)).isEqualTo(Entering.ENTERED);
            assertThat(replacing.get(30, TimeUnit.SECONDS)).containsExactly(RENT.code());
        }
        assertThat(ledger.accounts()).contains(RENT);
    }

    @Test
    void nothingIsEnteredUnderAHeadingThatIsGone() {
        assertThat(ledger.replaceAccounts(before, "tests")).isEmpty();
        assertThat(ledger.enter(PLACE, rent())).isEqualTo(Entering.NO_SUCH_ACCOUNT);
    }

    /** Typed twice, or with one figure too many. */
    @Test
    void whatWasEnteredIsTakenBackAndNoMoreThanThat() throws Exception {
        assertThat(ledger.enter(PLACE, rent())).isEqualTo(Entering.ENTERED);
        assertThat(ledger.enter(PLACE, rent("Loyer d’avril"))).isEqualTo(Entering.ENTERED);
        assertThat(ledger.enter(PLACE, rent().takenBack())).isEqualTo(Entering.ENTERED);
        var one = rent("Saisi deux fois").takenBack();
        var other = rent("Une fois de trop").takenBack();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var came = threads.invokeAll(List.of(() -> ledger.enter(PLACE, one), () -> ledger.enter(PLACE, other)));
            assertThat(List.of(came.getFirst().get(), came.getLast().get()))
                    .containsExactlyInAnyOrder(Entering.ENTERED, Entering.BELOW_ZERO);
        }
        assertThat(ledger.entries(PLACE, 2026))
                .filteredOn(entry -> entry.account().equals(RENT.code()))
                .hasSize(4);
    }

    /** A button touched twice, or a page sent again by the one before. */
    @Test
    void whatIsSentTwiceAtOnceIsEnteredOnceUntilItIsTakenBack() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            Callable<Entering> touch = () -> ledger.enter(PLACE, rent());
            List<Future<Entering>> came = threads.invokeAll(Collections.nCopies(4, touch));
            var each = new ArrayList<Entering>();
            for (Future<Entering> one : came) {
                each.add(one.get());
            }
            assertThat(each)
                    .containsExactlyInAnyOrder(
                            Entering.ENTERED, Entering.ALREADY_THERE, Entering.ALREADY_THERE, Entering.ALREADY_THERE);
        }
        assertThat(ledger.enter(PLACE, rent().takenBack())).isEqualTo(Entering.ENTERED);
        assertThat(ledger.enter(PLACE, rent())).isEqualTo(Entering.ENTERED);
    }

    private static Entry rent() {
        return rent("Loyer de mars");
    }

    private static Entry rent(String label) {
        return new Entry(LocalDate.of(2026, 3, 2), RENT.code(), label, new Money(40_000));
    }
}
