package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.Assignment;
import fr.appui.planning.DutyRung;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RotaDifferenceTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 8, 3);
    private static final PhysicianId ANNE = new PhysicianId(new UUID(0, 1));
    private static final PhysicianId BRUNO = new PhysicianId(new UUID(0, 2));
    private static final Map<PhysicianId, String> NAMES = Map.of(ANNE, "Dr Anne", BRUNO, "Dr Bruno");

    @Test
    void eachDateThatChangesIsOneSentenceInOrder() {
        Assignment before = Assignment.EMPTY
                .with(DutyRung.FIRST, MONDAY, ANNE)
                .with(DutyRung.FIRST, MONDAY.plusDays(1), ANNE)
                .with(DutyRung.BACK_UP, MONDAY, BRUNO);
        Assignment after = Assignment.EMPTY
                .with(DutyRung.FIRST, MONDAY, BRUNO)
                .with(DutyRung.FIRST, MONDAY.plusDays(2), ANNE)
                .with(DutyRung.BACK_UP, MONDAY, ANNE);
        assertThat(RotaDifference.between(before, after, NAMES::get).changes())
                .extracting(RotaDifference.Change::sentence)
                .containsExactly(
                        "le lundi 3 août : Dr Bruno au lieu de Dr Anne",
                        "le lundi 3 août (recours) : Dr Anne au lieu de Dr Bruno",
                        "le mardi 4 août : plus personne, au lieu de Dr Anne",
                        "le mercredi 5 août : Dr Anne, où il n’y avait personne");
    }

    @Test
    void theSameChangeOnDatesInARowIsSaidOnce() {
        Assignment after = Assignment.EMPTY;
        for (int day = 0; day < 7; day++) {
            after = after.with(DutyRung.FIRST, MONDAY.plusDays(day), ANNE)
                    .with(DutyRung.BACK_UP, MONDAY.plusDays(day), BRUNO);
        }
        after = after.with(DutyRung.FIRST, MONDAY.plusDays(9), ANNE);
        assertThat(RotaDifference.between(Assignment.EMPTY, after, NAMES::get).sentences())
                .containsExactly(
                        "du 3 au 9 août : Dr Anne, où il n’y avait personne",
                        "du 3 au 9 août (recours) : Dr Bruno, où il n’y avait personne",
                        "le mercredi 12 août : Dr Anne, où il n’y avait personne");
    }

    @Test
    void whatStaysIsNotTold() {
        Assignment rota = Assignment.EMPTY.with(DutyRung.FIRST, MONDAY, ANNE);
        assertThat(RotaDifference.between(rota, rota, NAMES::get).changes()).isEmpty();
    }
}
