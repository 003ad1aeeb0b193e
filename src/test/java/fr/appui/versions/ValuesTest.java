package fr.appui.versions;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * In the night of an upgrade the version before reads what this one writes: a constant that it does not have is answered 500, or ends
 * its round. Whoever adds one to an enum that it has says here why it never meets it: the word is written by a stand-in until the
 * next version, or in a column of its own, or not at all.
 */
class ValuesTest {

    private static final String CHECKS = "fr.appui.outreach.LineCheck";
    private static final String NOTICES = "fr.appui.planning.notice.NoticeBook$State.";

    /** Why the version before does not meet it. */
    private static final Map<String, String> NEVER_MET = Map.of(
            CHECKS + "Ledger$State.NOT_CHECKED",
            "written as REPLACED, which it treats alike (StoredLineChecks)",
            CHECKS + "Plan$Step.NOT_CHECKED",
            "a step that is taken, not written",
            NOTICES + "DELIVERED",
            "read off a receipt, in a table that it does not have",
            NOTICES + "UNDELIVERED",
            "read off a receipt, in a table that it does not have",
            "fr.appui.planning.life.ComparisonDesk$Putting.NAME_TAKEN",
            "an answer to a page, not written");

    private final Map<String, List<String>> before = KeptVersion.beforeThis().values();

    @Test
    void theVersionBeforeMeetsNoWordThatItDoesNotKnow() {
        assertThat(young()).containsExactlyInAnyOrderElementsOf(NEVER_MET.keySet());
    }

    /** Where an enum was renamed, its words are read by another: what is kept of the version before is told by its new name. */
    @Test
    void everyEnumOfTheVersionBeforeIsThere() {
        assertThat(before).hasSizeGreaterThan(70);
        assertThat(before.keySet())
                .allSatisfy(name -> assertThat(Values.load(name, getClass().getClassLoader()))
                        .isNotNull());
    }

    private Set<String> young() {
        Map<String, List<String>> today = before.keySet().stream()
                .collect(toMap(
                        name -> name,
                        name -> Values.of(Values.load(name, getClass().getClassLoader()))));
        return before.entrySet().stream()
                .flatMap(known -> added(known.getKey(), known.getValue(), today.get(known.getKey())))
                .collect(TreeSet::new, Set::add, Set::addAll);
    }

    private static Stream<String> added(String name, List<String> before, List<String> today) {
        return today.stream().filter(constant -> !before.contains(constant)).map(constant -> name + "." + constant);
    }
}
