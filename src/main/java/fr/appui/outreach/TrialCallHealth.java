package fr.appui.outreach;

import fr.appui.french.WrittenValue;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the last trial of each line by the service itself reached the test number. Asks no database. */
@Wellness
@ApplicationScoped
class TrialCallHealth implements HealthCheck {

    private final TrialRounds rounds;

    TrialCallHealth(TrialRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public HealthCheckResponse call() {
        Map<String, String> failing = rounds.failing().orElse(Map.of());
        var answer = HealthCheckResponse.named("appel d’essai").status(failing.isEmpty());
        failing.forEach(answer::withData);
        rounds.unreadable()
                .ifPresentOrElse(
                        text -> answer.withData(
                                "attention",
                                "appui.outreach.trial.number : "
                                        + WrittenValue.refused(
                                                text, "n’est pas un numéro", "écrire par exemple 03 44 00 00 00")),
                        () -> answer.withData(
                                "chaque jour",
                                rounds.number().isPresent()
                                        ? "hors des heures de chaque ligne"
                                        : "non réglé (appui.outreach.trial.number)"));
        return answer.build();
    }
}
