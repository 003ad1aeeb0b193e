package fr.appui.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/fr/regles.md says what the code enforces: its table is the list of rules, word for word. */
class RulesPageTest {

    @Test
    void thePageListsEveryRuleAsTheCodeHasIt() throws IOException {
        assertThat(Files.readString(Path.of("docs/fr/regles.md"))).contains(table());
    }

    private static String table() {
        return Rule.all().stream().map(RulesPageTest::row).collect(Collectors.joining("\n"));
    }

    private static String row(Rule rule) {
        return "| `" + rule.name() + "` | " + rule.sentence() + " | " + rule.source() + " | "
                + (rule.isHard() ? "imposée" : "souhaitée") + " |";
    }
}
