package fr.appui.web.signin;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether what a setting asked to be left in a file was left. */
@Wellness
@ApplicationScoped
class SecretFilesHealth implements HealthCheck {

    private final SecretFiles files;

    SecretFilesHealth(SecretFiles files) {
        this.files = files;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("accès par un fichier").up();
        files.troubles().forEach((setting, trouble) -> answer.withData("attention." + setting, trouble));
        return answer.build();
    }
}
