package fr.appui.indicators.notice;

import static org.assertj.core.api.Assertions.assertThat;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import fr.appui.calendar.KeptCalendars;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.Directory;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.MailAddress;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.IndicatorsSettings;
import fr.appui.indicators.report.Difficulty;
import fr.appui.indicators.report.DifficultyLog;
import fr.appui.indicators.report.Reports;
import fr.appui.planning.notice.MailServer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From January to March, whose report is not submitted yet is reminded of it, on a real mail server. */
@QuarkusTest
class ReportReminderIT {

    private static final TerritoryCode TERRITORY = new TerritoryCode("HDF-REMIND");
    private static final String COORDINATION = "coordination-bilan@exemple.fr";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Inject
    ReportReminder reminder;

    @Inject
    Reports reports;

    @Inject
    Directory directory;

    @Inject
    KeptCalendars calendars;

    @Inject
    IndicatorsSettings settings;

    @Inject
    DifficultyNotice notice;

    @Inject
    DifficultyLog difficulties;

    @Inject
    Clock clock;

    @Test
    void aReportThatIsNotSubmittedIsRemindedAndOneThatIsNoMore() {
        int past = clock.instant().atZone(PARIS).getYear() - 1;
        QuarkusTransaction.requiringNew().run(() -> save(LocalDate.of(past, 1, 1)));
        reminder.remind();
        assertThat(MailServer.inbox(COORDINATION)).hasSize(1);
        assertThat(reports.submit(TERRITORY.value(), past, "coordination")).isInstanceOf(Reports.Submitting.Done.class);
        reminder.remind();
        assertThat(MailServer.inbox(COORDINATION)).hasSize(1);
    }

    /** Nothing happened yet that it could report on. */
    @Test
    void aLineThatOpensThisYearIsNotRemindedOfTheYearBefore() {
        int year = clock.instant().atZone(PARIS).getYear();
        var opening = new TerritoryCode("HDF-REMIND-OPENS");
        QuarkusTransaction.requiringNew()
                .run(() -> save(opening, "coordination-ouvre@exemple.fr", LocalDate.of(year, 1, 1)));
        reminder.remind();
        assertThat(MailServer.inbox("coordination-ouvre@exemple.fr")).isEmpty();
    }

    /** It answered people until then, and nobody else reports on that. */
    @Test
    void aLineThatClosedInTheCourseOfTheYearIsRemindedOfIt() {
        int past = clock.instant().atZone(PARIS).getYear() - 1;
        var closed = new TerritoryCode("HDF-REMIND-CLOSED");
        QuarkusTransaction.requiringNew().run(() -> {
            save(closed, "coordination-close@exemple.fr", LocalDate.of(past, 1, 1));
            calendars.end(closed, Optional.of(LocalDate.of(past, 8, 31)));
        });
        reminder.remind();
        assertThat(MailServer.inbox("coordination-close@exemple.fr")).hasSize(1);
    }

    /** The ARS of the region is told once, by mail; what it answers is in the report. */
    @Test
    void theArsIsToldOfADifficultyWhenItIsNotedAndAnswersIt() {
        int year = clock.instant().atZone(PARIS).getYear();
        QuarkusTransaction.requiringNew().run(() -> save(LocalDate.of(year, 1, 1)));
        Difficulty noted = difficulties.add(new Difficulty(
                0,
                TERRITORY,
                LocalDate.of(year, 1, 2),
                Difficulty.Category.RECRUITMENT,
                "Un seul volontaire pour l’été.",
                Optional.empty()));
        notice.tell();
        notice.tell();
        assertThat(MailServer.inbox("ars-difficultes@exemple.fr")).hasSize(1);
        assertThat(difficulties.answerOfTheArs(read(TERRITORY, noted), "Appel à volontaires relayé."))
                .isEqualTo(DifficultyLog.Corrected.DONE);
        assertThat(difficulties.answerOfTheArs(read(new TerritoryCode("HDF-OISE"), noted), "Autre."))
                .isEqualTo(DifficultyLog.Corrected.UNKNOWN);
        assertThat(difficulties.of(TERRITORY, year))
                .filteredOn(entry -> entry.id() == noted.id())
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.told()).isPresent();
                    assertThat(entry.arsAnswer()).contains("Appel à volontaires relayé.");
                });
    }

    private DifficultyLog.Correction read(TerritoryCode territory, Difficulty noted) {
        return new DifficultyLog.Correction(territory, noted.id(), 0, "ars", clock.instant());
    }

    @Test
    void mondaysFromJanuaryToMarchAndNoOther() {
        var cron = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ))
                .parse(settings.reportReminder());
        ExecutionTime times = ExecutionTime.forCron(cron);
        assertThat(times.nextExecution(at(2026, 11, 25)))
                .contains(at(2027, 1, 4).withHour(9));
        assertThat(times.nextExecution(at(2027, 3, 29).withHour(9)))
                .contains(at(2028, 1, 3).withHour(9));
    }

    private static ZonedDateTime at(int year, int month, int day) {
        return LocalDate.of(year, month, day).atStartOfDay(PARIS);
    }

    private void save(LocalDate since) {
        save(TERRITORY, COORDINATION, since);
    }

    private void save(TerritoryCode territory, String coordination, LocalDate since) {
        directory.save(new Territory(
                territory,
                "Territoire à relancer",
                List.of(),
                PARIS,
                HolidayZone.METROPOLE,
                new Territory.Contact(Optional.empty(), Optional.of(new MailAddress(coordination))),
                Optional.empty()));
        calendars.save(
                territory,
                Perimeter.announced(PerimeterKind.CORE, PerimeterHours.core(), since, since)
                        .agreed(since, "ARS " + since.getYear()));
    }
}
