package fr.appui.indicators.report;

import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.pay.Coordination;
import fr.appui.indicators.report.AnnualReport.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The annual reports: drafted from what happened on any day, frozen once submitted. */
@ApplicationScoped
public class Reports {

    private static final ZoneId BY_DEFAULT = ZoneId.of("Europe/Paris");

    private final Years years;
    private final Directory directory;
    private final Ledger ledger;
    private final SubmittedReports submitted;
    private final Clock clock;

    Reports(Years years, Directory directory, Ledger ledger, SubmittedReports submitted, Clock clock) {
        this.years = years;
        this.directory = directory;
        this.ledger = ledger;
        this.submitted = submitted;
        this.clock = clock;
    }

    /** The submitted report when there is one, today's draft otherwise; empty when the code is not known. */
    public Optional<AnnualReport> of(String code, int year) {
        return submitted.find(code, year).or(() -> draft(code, year));
    }

    /** @param code a territory's, or the beginning that a region's territories share: {@code HDF} for {@code HDF-OISE} */
    public Optional<AnnualReport> draft(String code, int year) {
        return scope(code, year)
                .map(scope ->
                        ReportWriter.write(scope, LocalDate.ofInstant(clock.instant(), zone(code)), Definitions.ALL));
    }

    /** Freezes today's draft. Empty when the code is not known, or when that year was submitted already. */
    public Optional<AnnualReport> submit(String code, int year, String by) {
        return draft(code, year).flatMap(report -> {
            String json = ReportJson.write(report);
            var submission = new Submission(clock.instant(), by, ReportJson.digest(json));
            return submitted.keep(code, year, json, submission)
                    ? Optional.of(report.submitted(submission))
                    : Optional.empty();
        });
    }

    public boolean isSubmitted(String code, int year) {
        return submitted.find(code, year).isPresent();
    }

    /** Whose clock a report of this code is dated by. */
    public ZoneId zone(String code) {
        return territories(code).stream().map(Territory::timeZone).findFirst().orElse(BY_DEFAULT);
    }

    private Optional<ReportScope> scope(String code, int year) {
        List<Territory> territories = territories(code);
        List<TerritoryYear> now = yearsOf(territories, year);
        if (now.isEmpty()) {
            return Optional.empty();
        }
        boolean alone = territories.getFirst().code().value().equals(code);
        return Optional.of(new ReportScope(
                code,
                alone ? territories.getFirst().name() : "Région " + code,
                now,
                yearsOf(territories, year - 1).stream()
                        .filter(Reports::hasSomething)
                        .toList(),
                years.volunteers(),
                directory.physicians(),
                new ReportScope.Money(ledger.tariffs(), Coordination.OF_THE_CAHIER_DES_CHARGES, ledger.accounts())));
    }

    private List<TerritoryYear> yearsOf(List<Territory> territories, int year) {
        return territories.stream()
                .flatMap(territory -> years.of(territory.code(), year).stream())
                .toList();
    }

    private List<Territory> territories(String code) {
        List<Territory> all = directory.territories();
        List<Territory> alone = all.stream()
                .filter(territory -> territory.code().value().equals(code))
                .toList();
        return alone.isEmpty()
                ? all.stream()
                        .filter(territory -> territory.code().value().startsWith(code + "-"))
                        .toList()
                : alone;
    }

    /** A year without calls nor duties is no year to compare with. */
    private static boolean hasSomething(TerritoryYear year) {
        return year.calls().volume() > 0
                || year.duties().stream().anyMatch(duty -> !duty.holds().isEmpty());
    }

    public Optional<TerritoryYear> year(TerritoryCode code, int year) {
        return years.of(code, year);
    }
}
