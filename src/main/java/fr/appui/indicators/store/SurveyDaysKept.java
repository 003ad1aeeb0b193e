package fr.appui.indicators.store;

import fr.appui.directory.store.Pieces;
import fr.appui.indicators.report.Survey;
import fr.appui.nodes.KeptForATime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** The day of a link that nobody answered. */
@ApplicationScoped
class SurveyDaysKept implements KeptForATime {

    private final Pieces pieces;

    SurveyDaysKept(Pieces pieces) {
        this.pieces = pieces;
    }

    @Override
    public Terms terms() {
        return new Terms(
                "survey-days",
                "jours des liens d’enquête restés sans réponse, réduits ensuite au mois",
                Duration.ofDays(Survey.DAYS).toString(),
                "",
                "savoir jusqu’à quand le lien sert");
    }

    /** One day later than any zone's clock says: nothing that still serves is touched. */
    @Override
    public int eraseOld(Instant now) {
        return pieces.delete(
                "UPDATE survey_link SET " + StoredSurvey.MONTH_ALONE
                        + " WHERE last_day < ? AND last_day <> DATE_FORMAT(asked_on, '%Y-%m-01')",
                LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1));
    }
}
