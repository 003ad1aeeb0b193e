package fr.appui.telephony;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/**
 * Whether each switch is connected, its questions come and our answers reach it, its static ladders are fresh and its CEL file is written
 * and read. A matter of wellness, not of readiness: a node that
 * lost its view of Asterisk still answers questions and must not be taken out of service for it.
 */
@Wellness
@ApplicationScoped
class TelephonyHealth implements HealthCheck {

    private final Telephony telephony;
    private final TelephonySettings settings;

    TelephonyHealth(Telephony telephony, TelephonySettings settings) {
        this.telephony = telephony;
        this.settings = settings;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("téléphonie").withData("fastagi", telephony.answersQuestions());
        boolean well = telephony.answersQuestions();
        for (Switchboard board : telephony.switches()) {
            boolean fresh = board.ladderAge()
                    .filter(age -> age.compareTo(settings.ladders().oldest()) < 0)
                    .isPresent();
            response.withData(board.name(), board.isUp() ? "connecté" : board.problem());
            response.withData(
                    board.name() + ".echelle",
                    board.ladderAge()
                            .map(Duration::toSeconds)
                            .map(age -> age + " s")
                            .orElse("jamais écrite"));
            Optional<String> cel = board.celProblem();
            response.withData(
                    board.name() + ".cel",
                    cel.map(problem -> problem.isEmpty() ? "lu" : problem)
                            .orElse("non réglé : les appels pris sans le service restent hors de la trace"));
            board.trunks().tell(board.name(), response);
            board.trunks().tell(board.name(), board.room(), response);
            boolean asks = board.roundTrip().tell(response);
            well &= board.isUp() && asks && fresh && cel.orElse("").isEmpty();
        }
        return response.status(well).build();
    }
}
