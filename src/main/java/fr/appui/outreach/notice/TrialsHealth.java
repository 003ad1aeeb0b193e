package fr.appui.outreach.notice;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** What came of the last trial by each way since this node started. One that was never made is nothing to look at. */
@Wellness
@ApplicationScoped
class TrialsHealth implements HealthCheck {

    private final Trials trials;

    TrialsHealth(Trials trials) {
        this.trials = trials;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("essais").up();
        trials.last()
                .forEach((way, outcome) -> outcome.trouble()
                        .ifPresentOrElse(
                                why -> answer.withData("attention." + way.label(), why),
                                () -> answer.withData(way.label(), "réussi")
                                        .withData(
                                                way.label() + ", le",
                                                outcome.at().toString())));
        return answer.build();
    }
}
