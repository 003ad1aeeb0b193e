package fr.appui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.calendar.Quarter;
import fr.appui.directory.Finess;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.ProximityZone;
import fr.appui.directory.Rpps;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.WrittenDate;
import fr.appui.french.WrittenTime;
import fr.appui.french.WrittenValue;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A field that was left empty is said to be missing; nothing is quoted as if it had been written. */
class NothingWrittenTest {

    static Stream<Function<String, Object>> readers() {
        return Stream.of(
                MailAddress::new,
                Finess::new,
                Rpps::new,
                TerritoryCode::new,
                PhoneNumber::parse,
                PhysicianId::parse,
                Quarter::parse,
                WrittenDate::read,
                WrittenTime::read,
                commune -> new ProximityZone("Zone", List.of(commune)));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void nothingIsMissingAndNotWrong(Function<String, Object> reader) {
        for (String nothing : List.of("", " ", "\u00a0\u202f")) {
            assertThatThrownBy(() -> reader.apply(nothing))
                    .hasMessageContaining("à renseigner, ")
                    .hasMessageNotContaining("«");
        }
    }

    @Test
    void whatWasWrittenIsQuotedWithItsRemedy() {
        assertThat(WrittenValue.refused("\u00a0hier\u202f ", "n’est pas une date", "écrire par exemple 14/07/2026"))
                .isEqualTo("« hier » n’est pas une date ; écrire par exemple 14/07/2026");
    }
}
