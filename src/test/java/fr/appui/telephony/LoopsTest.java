package fr.appui.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.TerritoryCode;
import fr.appui.outreach.LoopedBack;
import fr.appui.trace.CallId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoopsTest {

    private static final PhoneNumber LINE = PhoneNumber.parse("+33344000001");
    private static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");

    @Test
    void theCallOfTheOtherSwitchIsKnownWhereItsHeaderWasCarried() {
        assertThat(told("looped|lab-a-1795354932.706|+33344000001"))
                .contains(new LoopedBack(Optional.of(new CallId("lab-a-1795354932.706")), Optional.of(OISE)));
    }

    @Test
    void otherwiseTheLineAlone() {
        assertThat(told("looped||+33344000001")).contains(new LoopedBack(Optional.empty(), Optional.of(OISE)));
    }

    @Test
    void aCallerWhoIsNoLineTellsOfNoTerritory() {
        assertThat(told("looped|lab-a-1.1|+")).map(LoopedBack::territory).contains(Optional.empty());
    }

    @Test
    void aForgedIdTellsOfNoCallAndTheLineIsToldAllTheSame() {
        assertThat(told("looped|-lab-a-1.1|+33344000001"))
                .contains(new LoopedBack(Optional.empty(), Optional.of(OISE)));
        assertThat(told("looped|" + "a".repeat(65) + "|+33344000001"))
                .map(LoopedBack::call)
                .contains(Optional.empty());
    }

    @Test
    void whatElseIsStatedIsNone() {
        assertThat(told("ringing|1")).isEmpty();
        assertThat(told("looped|cut")).isEmpty();
    }

    private static Optional<LoopedBack> told(String fact) {
        return Loops.in(
                new CelRecord(CelRecord.SEEN, Instant.EPOCH, "9.1", "9.1", "{\"extra\":\"" + fact + "\"}"),
                (number, at) -> Optional.of(OISE).filter(code -> number.equals(LINE)));
    }
}
