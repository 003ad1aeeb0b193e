package fr.appui.web.outcomes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.appui.directory.PhysicianId;
import fr.appui.indicators.report.Survey;
import fr.appui.rota.Nights;
import fr.appui.trace.CallId;
import fr.appui.trace.LoggableCall;
import fr.appui.trace.Outcome;
import fr.appui.trace.OutcomeRevision;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.Outcomes;
import fr.appui.web.Problem;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SurveyLinksTest {

    private static final Instant AT = Instant.parse("2026-11-14T22:00:00Z");
    private static final CallId ID = new CallId("lille-1772737924.9");
    private static final LoggableCall CALL = new LoggableCall(
            ID,
            Nights.TERRITORY,
            new PhysicianId(new UUID(0, 1)),
            AT,
            AT.plusSeconds(600),
            Duration.ofMinutes(8),
            false);

    /** Whichever door asks: the form shows no button, a program or a page of before may still ask. */
    @Test
    void aLinkIsMadeOnceTheSheetIsValidatedAndNotBefore() {
        assertThatExceptionOfType(Problem.Refused.class)
                .isThrownBy(() -> make(Optional.empty()))
                .satisfies(refused -> assertThat(refused.problem().status()).isEqualTo(409));
        assertThatExceptionOfType(Problem.Refused.class).isThrownBy(() -> make(Optional.of(OutcomeStatus.DRAFT)));
        assertThat(make(Optional.of(OutcomeStatus.FINAL)).address()).endsWith("enquete?jeton=secret");
    }

    private static SurveyLinks.Made make(Optional<OutcomeStatus> sheet) {
        Outcomes outcomes = only(
                Outcomes.class,
                sheet.map(status ->
                        new OutcomeRevision(ID, 1, status, "2026", Outcome.proposed(Optional.empty()), "medecin", AT)));
        Survey survey = only(Survey.class, new Survey.Link.Made("secret", LocalDate.of(2026, 12, 13)));
        return new SurveyLinks(survey, outcomes).make(CALL, URI.create("https://appui.example/"), "medecin");
    }

    /** One that gives this answer, whatever it is asked. */
    private static <T> T only(Class<T> type, Object answer) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> answer));
    }
}
