package fr.appui.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+33CMD|' /C calc'!A0",
                "\uFEFF=HYPERLINK(1)",
                "\u200B@SUM(1)",
                " -2+3",
                "\t=1",
                "＝1+1",
                "+33639980100 (lundi 08:00-18:00)"
            })
    void whatBeginsLikeAFormulaIsTextAndReadBack(String text) {
        assertThat(SpreadsheetCell.of(text)).isEqualTo("'" + text);
        assertThat(SpreadsheetCell.read(SpreadsheetCell.of(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+33639980100", "-12,50", "-", "", "l’appui", "'", "Dr Martin", "2026-07-14"})
    void theRestStaysAsItIs(String text) {
        assertThat(SpreadsheetCell.of(text)).isEqualTo(text);
        assertThat(SpreadsheetCell.read(text)).isEqualTo(text);
    }
}
