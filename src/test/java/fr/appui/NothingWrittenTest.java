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
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenDate;
import fr.appui.french.WrittenTime;
import fr.appui.french.WrittenValue;
import fr.appui.planning.Derogation;
import fr.appui.rota.Substitution.Act;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A field that was left empty is said to be missing; nothing is quoted as if it had been written. */
class NothingWrittenTest {

    private static final List<String> NOTHING = List.of("", " ", "\u00a0\u202f", "\ufeff \u200b");

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
        for (String nothing : NOTHING) {
            assertThatThrownBy(() -> reader.apply(nothing))
                    .hasMessageContaining("à renseigner, ")
                    .hasMessageNotContaining("«");
        }
    }

    /** What a rule asks to be said is not said by a blank that does not look like one. */
    @Test
    void aReasonThatNobodyCanReadIsNone() {
        for (String nothing : NOTHING) {
            assertThatThrownBy(() -> new Act("c.durand", nothing, Instant.EPOCH))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("raison : à renseigner");
            assertThatThrownBy(() -> new Derogation(
                            PhysicianId.parse("96427893-8db4-42c5-bdac-1e0110672a4d"),
                            new Quarter(2026, 4),
                            15,
                            nothing))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("à renseigner");
        }
    }

    @Test
    void whatWasWrittenIsQuotedWithItsRemedy() {
        assertThat(WrittenValue.refused("\u00a0hier\u202f ", "n’est pas une date", "écrire par exemple 14/07/2026"))
                .isEqualTo("« hier » n’est pas une date ; écrire par exemple 14/07/2026");
    }
}
