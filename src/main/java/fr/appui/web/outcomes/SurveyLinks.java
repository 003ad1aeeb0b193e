package fr.appui.web.outcomes;

import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.report.Survey;
import fr.appui.trace.LoggableCall;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.Outcomes;
import fr.appui.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.LocalDate;

/** The link that a physician gives to a caller, made at whatever door. */
@ApplicationScoped
class SurveyLinks {

    private final Survey survey;
    private final Outcomes outcomes;

    SurveyLinks(Survey survey, Outcomes outcomes) {
        this.outcomes = outcomes;
        this.survey = survey;
    }

    /** @param lastDay on which it serves */
    record Made(String address, LocalDate lastDay) {}

    boolean isOpen(TerritoryCode territory) {
        return survey.of(territory).open();
    }

    /** Of a call whose sheet is validated. @param base of the address, with its last slash @param by who makes it */
    Made make(LoggableCall call, URI base, String by) {
        if (outcomes.latest(call.call())
                .filter(sheet -> sheet.status() == OutcomeStatus.FINAL)
                .isEmpty()) {
            throw Problem.conflict(
                    "survey", "La fiche de cet appel n’est pas validée ; la valider, puis demander le lien.");
        }
        return switch (survey.ask(call.territory(), by)) {
            case Survey.Link.Made made ->
                new Made(base.resolve("enquete?jeton=" + made.token()).toString(), made.lastDay());
            case Survey.Link.Closed closed ->
                throw Problem.conflict("survey", "L’enquête auprès des appelants n’est pas ouverte sur ce territoire.");
            case Survey.Link.TooMany tooMany ->
                throw Problem.conflict(
                        "survey", "Trop de liens ont été établis aujourd’hui sur ce territoire ; recommencer demain.");
        };
    }
}
