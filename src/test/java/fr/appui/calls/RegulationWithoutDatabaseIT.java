package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** « Qui répond » while the database is gone: from the snapshot that calls are decided from, with its age. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the node and its database")
class RegulationWithoutDatabaseIT {

    private static final Path FOLDER = Path.of("target", "regulation-without-database");
    private static final String PAGE = "/regulation?q=HDF-OISE";
    private static final String API = "/api/regulator/on-duty?territory=HDF-OISE";
    private static final String OLD = "Le planning n’a pas pu être relu";

    private final Parts parts = new Parts();
    private DatabaseProcess database;
    private ServiceProcess service;

    @BeforeEach
    void aNodeThatARegulatorUses() throws IOException {
        Files.createDirectories(FOLDER);
        Path log = FOLDER.resolve("service.log");
        Files.deleteIfExists(log);
        database = parts.keep(new DatabaseProcess());
        Map<String, String> settings = new HashMap<>(Wiring.node(
                Ports.tcp(), Files.createTempDirectory(FOLDER, "home").toString()));
        settings.putAll(Wiring.database(database.url(database.port()), "appui"));
        settings.put("appui.directory.reference", "reference/hauts-de-france.yaml");
        settings.put("appui.rota.refresh", "1s");
        service = parts.keep(new ServiceProcess(settings, Duration.ZERO, log).startingQuickly());
        service.start();
        assertThat(service.get(PAGE).body()).contains("Oise").doesNotContain(OLD);
        assertThat(service.get(API).statusCode()).isEqualTo(200);
    }

    @AfterEach
    void end() {
        parts.close();
    }

    @Test
    void theDatabaseIsCutAndThePageGoesOnAnswering() throws Exception {
        String before = service.get(API).body();
        database.hang();
        assertThat(service.get(PAGE).statusCode())
                .as("the first question, before anything knows that it is away")
                .isEqualTo(200);
        await("its age is said")
                .atMost(Duration.ofSeconds(40))
                .until(() -> service.get(PAGE).body().contains(OLD));
        assertThat(service.get(PAGE).body()).contains("Oise", "depuis");
        assertThat(withoutTheMoment(service.get(API).body())).isEqualTo(withoutTheMoment(before));
        assertThat(service.get("/api/territories/HDF-OISE/difficulties?year=2026")
                        .statusCode())
                .as("nothing else is opened by what is remembered")
                .isNotEqualTo(200);

        database.wakeUp();
        await("all is as before")
                .atMost(Duration.ofMinutes(1))
                .until(() -> !service.get(PAGE).body().contains(OLD));
    }

    private static String withoutTheMoment(String answer) {
        return answer.replaceAll("\"at\":\"[^\"]*\"", "");
    }
}
