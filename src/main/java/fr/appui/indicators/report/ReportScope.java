package fr.appui.indicators.report;

import fr.appui.directory.Physician;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.BackUpPay;
import fr.appui.indicators.CallTally;
import fr.appui.indicators.HeldWindow;
import fr.appui.indicators.KnownPhysicians;
import fr.appui.indicators.Lens;
import fr.appui.indicators.Workforce;
import fr.appui.indicators.pay.AccountHeading;
import fr.appui.indicators.pay.Coordination;
import fr.appui.indicators.pay.Tariffs;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one report speaks of: a territory, or the several of a region, in one year and the year before.
 *
 * @param territories at least one, in printing order
 * @param before those of them that have a previous year
 * @param volunteers everyone who may appear, whatever the territory
 * @param narrative what the hospital wrote of the year
 */
public record ReportScope(
        String code,
        String name,
        List<TerritoryYear> territories,
        List<TerritoryYear> before,
        KnownPhysicians volunteers,
        List<Physician> physicians,
        Money money,
        Narrative narrative) {

    /**
     * What the financial section is computed with.
     *
     * @param employerCharges rates on the pay of the host's physicians, by territory
     * @param backUps what the agreements pay for a back-up rung, by territory
     */
    public record Money(
            Tariffs tariffs,
            Coordination coordination,
            List<AccountHeading> accounts,
            Map<String, BigDecimal> employerCharges,
            Map<String, BackUpPay> backUps) {
        public Money {
            backUps = Map.copyOf(backUps);
            accounts = List.copyOf(accounts);
            employerCharges = Map.copyOf(employerCharges);
        }

        BackUpPay backUpPayOf(TerritoryCode territory) {
            return backUps.getOrDefault(territory.value(), BackUpPay.NONE);
        }

        BigDecimal chargesOf(TerritoryCode territory) {
            return employerCharges.getOrDefault(territory.value(), BigDecimal.ZERO);
        }
    }

    public ReportScope {
        territories = List.copyOf(territories);
        before = List.copyOf(before);
        physicians = List.copyOf(physicians);
        if (territories.isEmpty()) {
            throw new IllegalArgumentException("bilan : aucun territoire");
        }
    }

    boolean isRegion() {
        return territories.size() > 1;
    }

    int year() {
        return territories.getFirst().year();
    }

    Period period() {
        return territories.getFirst().period();
    }

    LocalDate firstDay() {
        return territories.getFirst().firstDay();
    }

    LocalDate coversUntil() {
        return territories.getFirst().coversUntil();
    }

    /** Labels are the same everywhere: the nomenclature is the region's. */
    Lens lens() {
        return territories.getFirst().lens();
    }

    CallTally calls() {
        return sum(territories);
    }

    SurveyTally survey() {
        return territories.stream().map(TerritoryYear::survey).reduce(SurveyTally.NONE, SurveyTally::plus);
    }

    Optional<CallTally> callsBefore() {
        return before.isEmpty() ? Optional.empty() : Optional.of(sum(before));
    }

    List<HeldWindow> duties() {
        return territories.stream().flatMap(year -> year.duties().stream()).toList();
    }

    Workforce workforce() {
        return new Workforce(duties(), volunteers);
    }

    Optional<Workforce> workforceBefore() {
        return before.isEmpty()
                ? Optional.empty()
                : Optional.of(new Workforce(
                        before.stream().flatMap(year -> year.duties().stream()).toList(), volunteers));
    }

    private static CallTally sum(List<TerritoryYear> years) {
        CallTally sum = new CallTally();
        years.forEach(year -> sum.addAll(year.calls()));
        return sum;
    }
}
