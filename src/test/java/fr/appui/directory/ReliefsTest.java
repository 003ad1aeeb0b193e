package fr.appui.directory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.french.InvalidInput;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who takes over is named once, and what is said of one who is named twice says which. */
class ReliefsTest {

    @Test
    void aNumberThatIsGivenTwiceIsToldAsItIsWritten() {
        var line = new Relief.Line(PhoneNumber.parse("03 44 11 22 33"), Relief.Terms.ALWAYS);
        assertThatThrownBy(() -> escalation(line))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("« 03 44 11 22 33 » est donné deux fois");
    }

    @Test
    void soIsATerritory() {
        var neighbour = new Relief.Neighbour(new TerritoryCode("HDF-HAINAUT"), Relief.Terms.ALWAYS);
        assertThatThrownBy(() -> escalation(neighbour))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("« HDF-HAINAUT » est donné deux fois");
    }

    private static Escalation escalation(Relief twice) {
        return new Escalation(
                Optional.empty(),
                false,
                WhenInCall.NEXT_RUNG,
                List.copyOf(Collections.nCopies(2, twice)),
                Optional.empty(),
                Duration.ofMinutes(5));
    }
}
