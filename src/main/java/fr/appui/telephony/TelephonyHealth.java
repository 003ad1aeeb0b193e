package fr.appui.telephony;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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

    private final BooleanSupplier answers;
    private final List<Switchboard> switches;
    private final Duration oldest;

    @Inject
    TelephonyHealth(Telephony telephony, TelephonySettings settings) {
        this(
                telephony::answersQuestions,
                telephony.switches(),
                settings.ladders().oldest());
    }

    TelephonyHealth(BooleanSupplier answers, List<Switchboard> switches, Duration oldest) {
        this.answers = answers;
        this.switches = switches;
        this.oldest = oldest;
    }

    @Override
    public HealthCheckResponse call() {
        boolean well = answers.getAsBoolean();
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("téléphonie").withData("fastagi", well);
        for (Switchboard board : switches) {
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
            well &= board.isUp() && asks && isFresh(board) && cel.orElse("").isEmpty();
        }
        return response.status(well).build();
    }

    /** Whether the ladders that the switch holds for the time without us are of this rota, as far as one knows. */
    boolean isFresh(Switchboard board) {
        return board.ladderAge().filter(age -> age.compareTo(oldest) < 0).isPresent();
    }
}
