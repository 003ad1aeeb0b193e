package fr.appui.boot;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.french.InvalidInput;
import io.quarkus.runtime.QuarkusBindException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said to whoever installs it; that it is said last, and the status, are {@link StartMistakesIT}'s. */
class StartMistakesTest {

    @TempDir
    Path folder;

    @Test
    void withoutADatabaseItIsSaidWhichKeyToWriteWhere() {
        assertThat(inSettings(Map.of(), false))
                .singleElement()
                .asString()
                .contains("quarkus.datasource.jdbc.url=jdbc:mariadb://", "appui.properties");
        assertThat(inSettings(Map.of(), true)).isEmpty();
    }

    @Test
    void anAddressOfAnotherKindIsRefusedAndNotRepeated() {
        assertThat(inSettings(Map.of(StartMistakes.URL, "postgresql://s3cret@db"), true))
                .singleElement()
                .asString()
                .contains("quarkus.datasource.jdbc.url", "jdbc:mariadb://SERVEUR")
                .doesNotContain("s3cret");
        assertThat(inSettings(Map.of(StartMistakes.URL, "jdbc:mariadb:sequential://a,b/appui"), false))
                .isEmpty();
    }

    @Test
    void aKeyThatNobodyReadsIsToldBeforeAnythingStarts() {
        assertThat(inSettings(Map.of("appui.outreech.kept", "x"), true))
                .singleElement()
                .asString()
                .contains("appui.outreech.kept : réglage inconnu");
    }

    @Test
    void filesOfSettingsThatAreNotThereAreTold() throws IOException {
        Path there = Files.createFile(folder.resolve("appui.properties"));
        assertThat(StartMistakes.ofFiles(there + "," + there.toUri())).isEmpty();
        assertThat(StartMistakes.ofFiles(there + ", " + folder.resolve("absent")))
                .singleElement()
                .asString()
                .startsWith(folder.resolve("absent").toString())
                .contains("quarkus.config.locations");
        assertThat(StartMistakes.ofFiles("https://hopital.example/appui.properties"))
                .isEmpty();
        assertThat(StartMistakes.ofFiles(null)).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldWithWhatItCosts() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(StartMistakes.ofHome(file.resolve("home")))
                .hasValueSatisfying(said -> assertThat(said).contains("appui.home", "compte du service"));
        assertThat(StartMistakes.ofHome(folder.resolve("home"))).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsToldByItsKey() {
        var taken = new QuarkusBindException("127.0.0.1", 8080, new BindException("Address already in use"));
        assertThat(StartMistakes.of(new RuntimeException("Failed to start quarkus", taken)))
                .singleElement()
                .asString()
                .contains("quarkus.http.port", "8080", "ss -ltnp");
    }

    @Test
    void whatWeRefuseIsToldAsItStandsAndWhatIsAFaultOfOursIsNot() {
        assertThat(StartMistakes.of(new IllegalStateException(new InvalidInput("appui.x : à corriger"))))
                .containsExactly("appui.x : à corriger");
        assertThat(StartMistakes.of(new IllegalStateException("bug", new NullPointerException())))
                .isEmpty();
    }

    @Test
    void aValueThatIsNoneIsToldByItsKeyAlone() {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of("some.port", "s3cret"), "here", 100))
                .build();
        try {
            config.getValue("some.port", Integer.class);
        } catch (RuntimeException refused) {
            assertThat(StartMistakes.of(refused))
                    .singleElement()
                    .asString()
                    .startsWith("some.port : ")
                    .doesNotContain("s3cret");
            return;
        }
        throw new AssertionError("it was accepted");
    }

    @Test
    void eachTroubleWithTheDatabaseIsToldByWhatToLookAt() {
        assertThat(trouble("28000", 1045)).contains(DatabaseTrouble.ACCOUNT);
        assertThat(trouble("42000", 1044)).contains(DatabaseTrouble.RIGHTS);
        assertThat(trouble("42000", 1142)).contains(DatabaseTrouble.RIGHTS);
        assertThat(trouble("42000", 1049)).contains(DatabaseTrouble.NAME);
        assertThat(trouble("08000", 0)).contains(DatabaseTrouble.AWAY);
        assertThat(DatabaseTrouble.of(new SQLTransientConnectionException("Acquisition timeout")))
                .contains(DatabaseTrouble.AWAY);
        assertThat(trouble("HY000", 1290)).isEmpty();
        var waited = new SQLTransientConnectionException("Acquisition timeout");
        waited.addSuppressed(new SQLException("denied", "28000", 1045));
        assertThat(DatabaseTrouble.of(waited)).contains(DatabaseTrouble.ACCOUNT);
    }

    private static Optional<DatabaseTrouble> trouble(String state, int code) {
        return DatabaseTrouble.of(new IllegalStateException(new SQLException("told in English", state, code)));
    }

    private static List<String> inSettings(Map<String, String> settings, boolean ownDatabase) {
        return StartMistakes.of(
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "here", 100))
                        .build(),
                ownDatabase);
    }
}
