package fr.appui.boot;

import fr.appui.directory.StorageGate;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Says that this node writes nothing, and why. Calls are taken all the same. */
@Wellness
@ApplicationScoped
class StorageHealth implements HealthCheck {

    private final StorageGate gate;

    StorageHealth(StorageGate gate) {
        this.gate = gate;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("écriture").status(gate.refusal().isEmpty());
        gate.refusal().ifPresent(why -> answer.withData("refus", why));
        return answer.build();
    }
}
