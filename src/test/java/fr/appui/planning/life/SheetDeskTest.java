package fr.appui.planning.life;

import static fr.appui.planning.life.Books.Q3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.appui.planning.feed.RotaSheet;
import fr.appui.web.rotas.PlanningWorld.Place;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SheetDeskTest {

    private final Office office = new Office();
    private final Place place = office.place;

    @Test
    void eachDutyIsARowInLocalTimeWithWhoHoldsIt() {
        office.published();
        List<RotaSheet.Row> rows = office.sheetDesk.rows(place.code(), Q3);
        assertThat(rows).hasSize(92);
        RotaSheet.Row first = rows.getFirst();
        assertThat(first.date()).isEqualTo(Q3.first());
        assertThat(first.holder())
                .isEqualTo(new RotaSheet.Holder(
                        place.physicians().getFirst().rpps().value(), "Dr Acacia", "609900774"));
        assertThat(first.start()).isEqualTo("2026-07-01T18:00");
        assertThat(first.end()).isEqualTo("2026-07-02T08:30");
    }

    @Test
    void aDutyThatWasHandedOverHasARowForEach() {
        office.published();
        LocalDate date = place.monday(1);
        var relief = Office.edit(
                date, Optional.of(office.dr(5)), Optional.of(office.start(date).plus(Duration.ofHours(4))), false);
        office.overrideDesk.override(place.code(), relief, office.act("Relève"));
        assertThat(office.sheetDesk.rows(place.code(), Q3))
                .filteredOn(row -> row.date().equals(date))
                .extracting(row -> row.holder().name(), row -> row.end().toString())
                .containsExactly(
                        tuple(place.name(place.holder(date)), "2026-07-13T22:00"),
                        tuple("Dr Ginkgo", "2026-07-14T08:30"));
    }

    @Test
    void aQuarterThatNobodyHoldsHasNoRow() {
        assertThat(office.sheetDesk.rows(place.code(), Q3)).isEmpty();
    }
}
