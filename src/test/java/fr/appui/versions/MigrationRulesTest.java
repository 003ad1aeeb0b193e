package fr.appui.versions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that this version migrated still serves the version before, and a migration once made is never written anew. */
class MigrationRulesTest {

    private static final Version CURRENT = Version.parse("0.3.0");
    private static final Migration KNOWN =
            new Migration("V1__known.sql", "CREATE TABLE known (a INT); CREATE TABLE gone (a INT);");

    @Test
    void theVersionBeforeStandsEveryMigrationOfThisOne() {
        Version current = Version.parse(Pom.version());
        var rules = new MigrationRules(
                current, KeptVersion.before(current).migrations().keySet());
        assertThat(rules.check(Migration.all())).isEmpty();
    }

    @Test
    void aMigrationThatAVersionMadeIsNeverWrittenAnew() throws IOException {
        for (KeptVersion kept : KeptVersion.all()) {
            var today = Migration.all().stream().collect(KeptVersion.digests());
            assertThat(today).as("of " + kept.version()).containsAllEntriesOf(kept.migrations());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE known;",
                "drop table if exists `known`;",
                "DROP TRIGGER known_is_kept;",
                "RENAME TABLE known TO renamed;",
                "ALTER TABLE known DROP COLUMN a;",
                "ALTER TABLE known ADD COLUMN b INT, DROP INDEX territory;",
                "ALTER TABLE known RENAME COLUMN a TO b;",
                "ALTER TABLE known CHANGE a b INT;",
                "ALTER TABLE known MODIFY a VARCHAR(3) NOT NULL;",
                "ALTER TABLE known ADD COLUMN b INT NOT NULL;",
                "ALTER TABLE known\n  ADD COLUMN IF NOT EXISTS b DECIMAL(4, 3) NOT NULL COMMENT 'DEFAULT';",
                "ALTER TABLE known ADD b INT NOT NULL;",
                "ALTER TABLE known ADD UNIQUE INDEX known_once (a);",
                "ALTER TABLE known ADD CONSTRAINT known_good CHECK (a > 0);",
                "CREATE UNIQUE INDEX known_once ON known (a);",
                "CREATE TRIGGER t BEFORE INSERT ON known FOR EACH ROW SIGNAL SQLSTATE '45000';",
                "DELIMITER $$\nCREATE TRIGGER t BEFORE INSERT ON known FOR EACH ROW BEGIN SET @a = 1; END $$\nDELIMITER ;",
                "UPDATE known SET a = 2;",
                "DELETE FROM known;",
                "-- contract: last used in 0.2.0\nALTER TABLE known DROP COLUMN a;",
            })
    void isRefused(String sql) {
        assertThat(check(sql))
                .singleElement()
                .satisfies(finding -> assertThat(finding.migration()).isEqualTo("V2__new.sql"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE known ADD COLUMN b INT;",
                "ALTER TABLE known ADD COLUMN b INT NOT NULL DEFAULT 0, ADD INDEX by_b (b);",
                "ALTER TABLE known ADD COLUMN b INT AS (a + 1) STORED NOT NULL;",
                "CREATE INDEX known_by_a ON known (a);",
                "INSERT INTO known VALUES (1), (2);",
                "CREATE TABLE young (a INT NOT NULL, UNIQUE (a)); ALTER TABLE young DROP COLUMN a; UPDATE young SET a = 1;",
                "-- DROP TABLE known;\nINSERT INTO known VALUES ('DROP TABLE known; -- not this');",
                "-- contract: last used in 0.1.0\nALTER TABLE known DROP COLUMN a;",
                "-- beside the version before: it never wrote there\nALTER TABLE known MODIFY a BIGINT;",
            })
    void isTaken(String sql) {
        assertThat(check(sql)).isEmpty();
    }

    @Test
    void aContractThatComesTooEarlySaysWhen() {
        assertThat(check("-- contract: last used in 0.2.0\nDROP TABLE gone;")
                        .getFirst()
                        .why())
                .contains("two minor versions after 0.2.0");
    }

    private static List<MigrationRules.Finding> check(String sql) {
        return new MigrationRules(CURRENT, Set.of(KNOWN.name()))
                .check(List.of(KNOWN, new Migration("V2__new.sql", sql)));
    }
}
