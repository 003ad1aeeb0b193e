package fr.appui.web.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TakeOver;
import fr.appui.planning.feed.Imported;
import fr.appui.planning.feed.LineProblem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TakeOverFileTest {

    private static final String HEADING = "nature;nom;téléphone;du;au\n";

    @Test
    void aServiceIsReadWithItsNights() {
        assertThat(read("HAD;HAD du Beauvaisis;03 44 00 00 07;2026-11-29;2026-12-05\n")
                        .values())
                .containsExactly(new TakeOver(
                        TakeOver.Kind.HAD,
                        "HAD du Beauvaisis",
                        PhoneNumber.parse("03 44 00 00 07"),
                        LocalDate.of(2026, 11, 29),
                        LocalDate.of(2026, 12, 5)));
    }

    @Test
    void whatCannotBeReadIsNamedWithItsLineAndColumn() {
        Imported<TakeOver> read = read("SAMU;X;12;hier;2026-12-05\nUSP;;03 44 00 00 07;2026-11-29;2026-12-05\n"
                + "USP;Y;03 44 00 00 07;2026-12-05;2026-11-29\n");
        assertThat(read.problems())
                .extracting(LineProblem::line, LineProblem::column)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(2, "nature"),
                        org.assertj.core.groups.Tuple.tuple(2, "telephone"),
                        org.assertj.core.groups.Tuple.tuple(2, "du"),
                        org.assertj.core.groups.Tuple.tuple(3, "nom"),
                        org.assertj.core.groups.Tuple.tuple(4, "nom"));
    }

    private static Imported<TakeOver> read(String lines) {
        return TakeOverFile.read((HEADING + lines).getBytes(StandardCharsets.UTF_8));
    }
}
