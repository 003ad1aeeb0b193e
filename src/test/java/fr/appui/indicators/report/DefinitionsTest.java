package fr.appui.indicators.report;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.indicators.Breakdown;
import fr.appui.indicators.Breakdowns;
import fr.appui.indicators.DutyBreakdown;
import fr.appui.indicators.DutyBreakdowns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every indicator of the code is defined, once, and the page of the documentation says the same. */
class DefinitionsTest {

    /** Figures that are not rows of a breakdown. */
    private static final List<String> COMPUTED = List.of("rota-acts");

    @Test
    void everyIndicatorOfTheCodeIsDefinedAndNoOther() {
        Stream<String> coded = Stream.of(
                        Breakdowns.EVERY.stream().map(Breakdown::code),
                        DutyBreakdowns.EVERY.stream().map(DutyBreakdown::code),
                        COMPUTED.stream())
                .flatMap(codes -> codes);
        assertThat(Definitions.ALL).extracting(Definition::code).containsExactlyInAnyOrderElementsOf(coded.toList());
    }

    @Test
    void everyIndicatorThatTheReportNamesIsDefined() {
        List<String> defined = Definitions.ALL.stream().map(Definition::code).toList();
        AnnualReport report =
                ReportWriter.write(SampleRegion.territory(4, 40), SampleRegion.PRINTED_ON, Definitions.ALL);
        List<String> named = report.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Block.Table.class::isInstance)
                .map(block -> ((Block.Table) block).indicator())
                .flatMap(Optional::stream)
                .toList();
        assertThat(named).isNotEmpty().allMatch(defined::contains);
    }

    @Test
    void thePageOfTheDocumentationSaysTheSame() throws IOException {
        String page = Files.readString(Path.of("docs", "fr", "indicateurs.md"));
        String expected =
                Definitions.ALL.stream().map(DefinitionsTest::paragraph).collect(Collectors.joining());
        assertThat(page.substring(page.indexOf("\n## `"))).isEqualTo(expected);
    }

    private static String paragraph(Definition definition) {
        return "\n## `" + definition.code() + "` – " + definition.label() + "\n\n- **Formule** : "
                + definition.formula()
                + "\n- **Source** : " + definition.source() + "\n- **Exemple** : " + definition.example()
                + "\n- **N’est pas compté** : " + definition.excludes() + "\n";
    }
}
