package fr.appui.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docs/openapi.yaml, for those who write to the API before they have the service, is what the service serves. */
@QuarkusTest
class OpenApiPageIT {

    private static final Path PAGE = Path.of("docs", "openapi.yaml");

    @Test
    void theDescriptionInTheDocumentsIsTheOneServed() throws IOException {
        String served = given().queryParam("format", "yaml").get("/openapi").asString();
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(PAGE, served);
        }
        assertThat(read(Files.readString(PAGE)))
                .as("run once with -Dopenapi.write=true, then read what changed")
                .isEqualTo(read(served));
    }

    /** A refusal that is described takes the place of what is answered when all is well, unless that is described too. */
    @Test
    @SuppressWarnings("unchecked")
    void everyOperationSaysWhatItAnswersWhenAllIsWell() throws IOException {
        var paths =
                (Map<String, Map<String, Object>>) read(Files.readString(PAGE)).get("paths");
        assertThat(paths.entrySet().stream()
                        .flatMap(path -> path.getValue().entrySet().stream()
                                .filter(operation -> operation.getValue() instanceof Map<?, ?> told
                                        && told.get("responses") instanceof Map<?, ?> responses
                                        && responses.keySet().stream()
                                                .noneMatch(
                                                        code -> code.toString().matches("[23]..")))
                                .map(operation -> operation.getKey() + " " + path.getKey())))
                .isEmpty();
    }

    private static Map<String, Object> read(String yaml) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }
}
