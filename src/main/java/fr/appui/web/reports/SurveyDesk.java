package fr.appui.web.reports;

import fr.appui.directory.Territory;
import fr.appui.directory.Written;
import fr.appui.indicators.report.Reports;
import fr.appui.indicators.report.Survey;
import fr.appui.indicators.report.SurveyTally;
import fr.appui.web.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** The survey of callers, as its pages and its API ask about it. */
@ApplicationScoped
class SurveyDesk {

    private final Survey survey;
    private final Reports reports;
    private final Visitor visitor;
    private final Clock clock;

    SurveyDesk(Survey survey, Reports reports, Visitor visitor, Clock clock) {
        this.survey = survey;
        this.reports = reports;
        this.visitor = visitor;
        this.clock = clock;
    }

    /** @param tally of the links made this year */
    record State(String name, int year, Survey.Setting setting, SurveyTally tally) {}

    State of(String code) {
        Territory territory = known(code);
        LocalDate today = LocalDate.ofInstant(clock.instant(), territory.timeZone());
        return new State(
                territory.name(),
                today.getYear(),
                survey.of(territory.code()),
                survey.tally(territory.code(), today.withDayOfYear(1), today));
    }

    Written set(String code, boolean open, long revision) {
        return survey.set(known(code).code(), open, revision, visitor.signedIn().login());
    }

    /** The territory's name, as long as the link serves. */
    Optional<String> asked(String token) {
        return survey.asked(token);
    }

    boolean answer(String token, Survey.Reply useful, Survey.Reply inTime) {
        return survey.answer(token, useful, inTime);
    }

    private Territory known(String code) {
        return Territories.known(reports, code);
    }
}
