package fr.appui.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IncidentTest {

    /** Stated by the dialplan, recorded by the service. */
    private static final Pattern CODE =
            Pattern.compile("degraded\\|([a-z][a-z-]+)|[dD]egraded\\((?:call, [a-z.()]+, )?\\s*\"([a-z-]+[a-z])\"");

    @Test
    void each_code_that_is_written_is_read_in_french() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (String folder : Set.of("asterisk-config", "src/main/java/fr/appui")) {
            codes.addAll(written(Path.of(folder)));
        }
        assertThat(codes).hasSizeGreaterThan(6);
        assertThat(codes).allSatisfy(code -> assertThat(Incident.inFrench(code)).isNotEqualTo(code));
    }

    @Test
    void what_the_switch_was_not_asked_is_told_with_its_code() {
        assertThat(Incident.inFrench("unexpected-Arrived-in-Ringing"))
                .isEqualTo("le commutateur a rapporté ce qui ne lui était pas demandé (Arrived-in-Ringing)");
    }

    @Test
    void a_code_of_a_later_version_is_shown_as_it_is() {
        assertThat(Incident.inFrench("moon-in-the-way")).isEqualTo("moon-in-the-way");
    }

    private static Set<String> written(Path folder) throws IOException {
        var codes = new TreeSet<String>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(conf|java)"))
                    .toList()) {
                CODE.matcher(Files.readString(file))
                        .results()
                        .map(IncidentTest::code)
                        .forEach(codes::add);
            }
        }
        return codes;
    }

    private static String code(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }
}
