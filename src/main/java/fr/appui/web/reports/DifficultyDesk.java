package fr.appui.web.reports;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.report.Difficulty;
import fr.appui.indicators.report.DifficultyLog;
import fr.appui.indicators.report.Reports;
import fr.appui.web.Problem;
import fr.appui.web.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is done with difficulties, from the page or from the API. */
@ApplicationScoped
class DifficultyDesk {

    private final DifficultyLog log;
    private final Reports reports;
    private final Visitor visitor;
    private final Clock clock;

    DifficultyDesk(DifficultyLog log, Reports reports, Visitor visitor, Clock clock) {
        this.log = log;
        this.reports = reports;
        this.visitor = visitor;
        this.clock = clock;
    }

    /**
     * What somebody saw and changes.
     *
     * @param code whose log it is in
     * @param seen the revision
     */
    record Seen(String code, long number, int seen) {}

    /** By date, with those that were withdrawn and all that was changed. */
    List<DifficultyLog.Entry> entries(String code, int year) {
        return log.entries(Territories.code(code), year);
    }

    Difficulty add(String code, DifficultyEntry entry) {
        Territory territory = Territories.known(reports, code);
        return log.add(entry.read(territory.code(), reports.today(territory)));
    }

    /** What was done about it. */
    void answer(Seen seen, @Nullable String answer) {
        done(log.answer(correction(seen), DifficultyEntry.answer(answer, reports.today(seen.code()))));
    }

    /** What the ARS answers, which follows the difficulty to its end. */
    void answerOfTheArs(Seen seen, @Nullable String answer) {
        done(log.answerOfTheArs(correction(seen), DifficultyEntry.answer(answer, reports.today(seen.code()))));
    }

    /** @param to the territory where it was met, the same or another that one coordinates as well */
    Difficulty correct(Seen seen, String to, DifficultyEntry entry) {
        TerritoryCode destination = Territories.code(to);
        visitor.require(Act.COORDINATE, new Thing.Place(destination));
        if (reports.territory(to).isEmpty()) {
            throw Problem.badRequest("territory", "aucun territoire « " + to + " » ; choisir un de ceux de l’annuaire");
        }
        Difficulty now = entry.read(destination, reports.today(seen.code()));
        done(log.correct(correction(seen), now));
        return now;
    }

    /** @param withdrawn false to take it back */
    void withdraw(Seen seen, boolean withdrawn) {
        done(log.withdraw(correction(seen), withdrawn));
    }

    private DifficultyLog.Correction correction(Seen seen) {
        return new DifficultyLog.Correction(
                Territories.code(seen.code()),
                seen.number(),
                seen.seen(),
                visitor.signedIn().login(),
                clock.instant());
    }

    private static void done(DifficultyLog.Corrected corrected) {
        switch (corrected) {
            case DONE -> {}
            case UNKNOWN -> throw Problem.notFound("Cette difficulté n’est pas dans le journal de ce territoire.");
            case CHANGED_MEANWHILE ->
                throw Problem.changedMeanwhile(
                        "Quelqu’un a changé cette difficulté entre-temps : la relire, puis refaire la modification.");
        }
    }
}
