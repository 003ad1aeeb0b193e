package fr.appui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.directory.Dialling.Whose;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiallingTest {

    private static final PhoneNumber MOBILE = PhoneNumber.parse("06 39 98 00 01");
    private static final PhoneNumber BELGIAN = PhoneNumber.parse("+32 2 555 12 12");

    private static final Dialling SITE = new Dialling(
            Map.of(
                    Whose.PHYSICIAN, List.of("+336", "+337"),
                    Whose.LINE, List.of("+33"),
                    Whose.CALLER, List.of("+33")),
            Map.of(Whose.PHYSICIAN, List.of("+32")));

    @ParameterizedTest
    @ValueSource(strings = {"15", "112", "0899 00 00 00", "+1 900 555 1234", "+882 16 12 34 56 78", "03 44 00 00 00"})
    void whatNoPrefixBeginsIsNotDialled(String number) {
        assertThat(SITE.allows(Whose.PHYSICIAN, PhoneNumber.parse(number))).isFalse();
        assertThat(SITE.refusal(Whose.PHYSICIAN, "numéro", PhoneNumber.parse(number))
                        .orElseThrow())
                .startsWith("numéro : ")
                .contains("écrire un numéro à dix chiffres");
    }

    @Test
    void aTerritoryThatListsNothingDialsAsItsSite() {
        Dialling rule = SITE.of(Dialling.OF_THE_SITE);
        assertThat(rule.allows(Whose.PHYSICIAN, MOBILE)).isTrue();
        assertThat(rule.allows(Whose.PHYSICIAN, BELGIAN))
                .as("an extension is nobody's by itself")
                .isFalse();
    }

    @Test
    void aTerritoryNarrowsOneClassAndLeavesTheOthers() {
        Dialling rule = SITE.of(physicians("+337"));
        assertThat(rule.allows(Whose.PHYSICIAN, MOBILE)).isFalse();
        assertThat(rule.allows(Whose.CALLER, MOBILE)).isTrue();
    }

    @Test
    void aTerritoryExtendsWithinWhatTheSiteForesees() {
        Dialling own = physicians("+336", "+32");
        assertThat(SITE.beyond(Whose.PHYSICIAN, "médecins", own)).isEmpty();
        assertThat(SITE.of(own).allows(Whose.PHYSICIAN, BELGIAN)).isTrue();
        assertThat(SITE.beyond(Whose.PHYSICIAN, "médecins", physicians("+3")).orElseThrow())
                .startsWith("médecins : « +3 »")
                .contains("+336, +337");
        assertThat(SITE.beyond(Whose.PHYSICIAN, "médecins", physicians("+333"))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+", "06", "336", "+0", "+33 6", "+33.", "+33600000000000"})
    void whatIsNoPrefixIsRefused(String written) {
        assertThatThrownBy(() -> physicians(written)).hasMessageContaining("indicatif du pays");
    }

    private static Dialling physicians(String... prefixes) {
        return new Dialling(Map.of(Whose.PHYSICIAN, List.of(prefixes)));
    }
}
