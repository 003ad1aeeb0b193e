package fr.appui.indicators.report;

import fr.appui.calendar.DutyCalendar;
import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.BackUpPay;
import fr.appui.indicators.IndicatorsSettings;
import fr.appui.indicators.KnownPhysicians;
import fr.appui.indicators.pay.Coordination;
import fr.appui.indicators.pay.Earned;
import fr.appui.indicators.pay.PayStatement;
import fr.appui.indicators.report.AnnualReport.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The annual reports: drafted from what happened on any day, frozen once submitted. */
@ApplicationScoped
public class Reports {

    private final Years years;
    private final Directory directory;
    private final Ledger ledger;
    private final SubmittedReports submitted;
    private final Narratives narratives;
    private final RegionTemplate template;
    private final IndicatorsSettings settings;
    private final Clock clock;

    @SuppressWarnings("TooManyParameters") // every source a report draws on
    Reports(
            Years years,
            Directory directory,
            Ledger ledger,
            SubmittedReports submitted,
            Narratives narratives,
            RegionTemplate template,
            IndicatorsSettings settings,
            Clock clock) {
        this.template = template;
        this.narratives = narratives;
        this.years = years;
        this.directory = directory;
        this.ledger = ledger;
        this.submitted = submitted;
        this.settings = settings;
        this.clock = clock;
    }

    /** The submitted report when there is one, today's draft otherwise; empty when the code is not known. */
    public Optional<AnnualReport> of(String code, int year) {
        return submitted.find(code, year).or(() -> draft(code, year));
    }

    /** @param code a territory's, or the beginning that a region's territories share: {@code HDF} for {@code HDF-OISE} */
    public Optional<AnnualReport> draft(String code, int year) {
        return figures(code, Period.year(year))
                .map(report ->
                        template.applyTo(report, narratives.of(code, year).texts()));
    }

    /** What today's draft would be under a template that is not loaded. */
    public Optional<AnnualReport> preview(String code, int year, ReportTemplate tried) {
        return figures(code, Period.year(year))
                .map(report -> tried.applyTo(report, narratives.of(code, year).texts()));
    }

    /** A report of any period, to be read and not to be submitted. */
    public Optional<AnnualReport> figures(String code, Period period) {
        return scope(code, period, true).map(scope -> ReportWriter.write(scope, today(code), Definitions.ALL));
    }

    /** The money of a year, calls left uncounted. */
    public Optional<Section> financial(String code, Period period) {
        return scope(code, period, false).map(FinancialSection::write);
    }

    /** What came of asking for a report to be frozen. */
    public sealed interface Submitting {

        record Done(AnnualReport report) implements Submitting {}

        /** What is submitted never changes. */
        record AlreadyDone() implements Submitting {}

        /** The year still goes on: its report would lack calls and duties for ever. @param from when it may be submitted */
        record TooEarly(LocalDate from) implements Submitting {}

        record Unknown() implements Submitting {}
    }

    /** Freezes today's draft. */
    public Submitting submit(String code, int year, String by) {
        if (territories(code).isEmpty()) {
            return new Submitting.Unknown();
        }
        if (!isOver(code, year)) {
            return new Submitting.TooEarly(Period.year(year).last().plusDays(1));
        }
        return draft(code, year)
                .<Submitting>map(report -> keep(report, year, by))
                .orElseGet(Submitting.Unknown::new);
    }

    private Submitting keep(AnnualReport report, int year, String by) {
        String code = report.heading().code();
        String json = ReportJson.write(report);
        var submission = new Submission(clock.instant(), by, ReportJson.digest(json));
        return submitted.keep(code, year, json, submission)
                ? new Submitting.Done(report.submitted(submission))
                : new Submitting.AlreadyDone();
    }

    /** The date where the territories are. */
    public LocalDate today(String code) {
        return LocalDate.ofInstant(clock.instant(), zone(code));
    }

    public LocalDate today(Territory territory) {
        return LocalDate.ofInstant(clock.instant(), territory.timeZone());
    }

    public boolean isSubmitted(String code, int year) {
        return submitted(year).contains(code);
    }

    /** The codes, of territories and regions, whose report of the year was submitted. */
    public Set<String> submitted(int year) {
        return submitted.submitted(year);
    }

    /** Whether these hours have a year to report on: a line that opens later owes none, one that closed in the course of it owes it still. */
    public static boolean isOwed(DutyCalendar hours, int year) {
        Period asked = Period.year(year);
        return hours.promises(asked.first(), asked.last());
    }

    /** The ARS expects a year's report in March of the next (doc 001 §6). */
    public static LocalDate dueBy(int year) {
        return LocalDate.of(year + 1, 3, 31);
    }

    /** Whether every day of the year belongs to the past, where the territories are. */
    public boolean isOver(String code, int year) {
        return today(code).isAfter(Period.year(year).last());
    }

    /** Whose clock a report of this code is dated by. */
    public ZoneId zone(String code) {
        return territories(code).stream().map(Territory::timeZone).findFirst().orElse(Territory.USUAL_ZONE);
    }

    private Optional<ReportScope> scope(String code, Period period, boolean counted) {
        List<Territory> territories = territories(code);
        KnownPhysicians volunteers = years.volunteers();
        List<TerritoryYear> now = territories.stream()
                .flatMap(territory -> (counted
                                ? years.of(territory.code(), period, volunteers)
                                : years.withoutCalls(territory.code(), period, volunteers))
                        .stream())
                .toList();
        if (now.isEmpty()) {
            return Optional.empty();
        }
        boolean alone = territories.getFirst().code().value().equals(code);
        return Optional.of(new ReportScope(
                code,
                alone ? territories.getFirst().name() : "Région " + code,
                now,
                counted
                        ? now.stream()
                                .flatMap(year -> before(year, volunteers).stream())
                                .toList()
                        : List.of(),
                volunteers,
                directory.physicians(),
                new ReportScope.Money(
                        ledger.tariffs(),
                        Coordination.OF_THE_CAHIER_DES_CHARGES,
                        ledger.accounts(),
                        settings.employerCharges(),
                        settings.backUpPay()),
                period.isYear() ? narratives.of(code, period.year()) : Narrative.NONE));
    }

    private Optional<TerritoryYear> before(TerritoryYear now, KnownPhysicians volunteers) {
        Period before = now.period().yearBefore();
        LocalDate until = now.period().comparedUntil(now.coversUntil());
        return years.of(now.territory().code(), before, until, volunteers, true).filter(Reports::hasSomething);
    }

    /** The territory of this code, or those of a region; empty when the code is not known. */
    public List<Territory> territories(String code) {
        return territory(code)
                .map(List::of)
                .orElseGet(() -> directory.territories().stream()
                        .filter(territory -> territory.code().isIn(code))
                        .toList());
    }

    /** The territory of this code, never a region: what is noted of a region would be told in nobody's report. */
    public Optional<Territory> territory(String code) {
        return TerritoryCode.tryParse(code).flatMap(directory::territory);
    }

    /** A year without calls nor duties is no year to compare with. */
    private static boolean hasSomething(TerritoryYear year) {
        return year.calls().volume() > 0
                || year.duties().stream().anyMatch(duty -> !duty.holds().isEmpty());
    }

    /** What each earned by the duties they held, by date. */
    public List<Earned> earned(TerritoryYear year) {
        return Earned.from(year.duties(), ledger.tariffs());
    }

    /** The service done on these dates, and what it is worth. */
    public PayStatement serviceDone(TerritoryYear year) {
        return PayStatement.of(year.firstDay(), year.lastDay(), earned(year), year.volunteers());
    }

    /** The same as it is printed, with what back-ups are paid. */
    public Printable printed(TerritoryYear year) {
        return printed(year, serviceDone(year));
    }

    public Printable printed(TerritoryYear year, PayStatement serviceDone) {
        return PayPrint.of(
                serviceDone, year.coversUntil(), backUps(year), year.territory().name(), year.volunteers());
    }

    /** What the agreements of a territory pay for its back-ups on these dates. */
    public PayStatement backUps(TerritoryYear year) {
        BackUpPay pay =
                settings.backUpPay().getOrDefault(year.territory().code().value(), BackUpPay.NONE);
        return PayStatement.of(
                year.firstDay(),
                year.lastDay(),
                Earned.ofBackUps(year.backUps(), pay, ledger.tariffs()),
                year.volunteers());
    }

    /** What a territory's duties and people were, calls left uncounted. */
    public Optional<TerritoryYear> duties(TerritoryCode code, Period period) {
        return years.withoutCalls(code, period);
    }
}
