package fr.appui.planning.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TellingTest {

    private static final TerritoryCode OISE = new TerritoryCode("TEST-OISE");
    private static final LocalDate DATE = LocalDate.of(2026, 11, 14);
    private static final Instant START = Instant.parse("2026-11-14T07:30:00Z");
    private static final Instant MIDDLE = Instant.parse("2026-11-14T19:00:00Z");
    private static final Instant END = Instant.parse("2026-11-15T07:30:00Z");
    private static final Instant NOW = Instant.parse("2026-11-01T09:00:00Z");
    private static final PhysicianId ANNE = new PhysicianId(new UUID(0, 1));
    private static final PhysicianId BRUNO = new PhysicianId(new UUID(0, 2));

    @Test
    void whoIsGivenADutyHearsOfItOnce() {
        List<ToldDuty> told = tell(List.of(), held(ANNE, START, END));
        assertThat(told).singleElement().satisfies(duty -> {
            assertThat(duty.key().physician()).isEqualTo(ANNE);
            assertThat(duty.sequence()).isZero();
            assertThat(duty.cancelled()).isFalse();
        });
        assertThat(tell(told, held(ANNE, START, END))).isEmpty();
    }

    @Test
    void aReplacementIsHeardByBoth() {
        List<ToldDuty> told = tell(List.of(), held(ANNE, START, END));
        List<ToldDuty> changes = tell(told, held(BRUNO, START, END));
        assertThat(changes)
                .extracting(duty -> duty.key().physician(), ToldDuty::cancelled, ToldDuty::sequence)
                .containsExactlyInAnyOrder(tuple(ANNE, true, 1), tuple(BRUNO, false, 0));
    }

    @Test
    void aTakeoverInMidDutyShortensOneAndBeginsTheOther() {
        List<ToldDuty> told = tell(List.of(), held(ANNE, START, END));
        List<ToldDuty> changes = tell(told, held(ANNE, START, MIDDLE), held(BRUNO, MIDDLE, END));
        assertThat(changes)
                .extracting(duty -> duty.key().physician(), ToldDuty::start, ToldDuty::end)
                .containsExactly(tuple(ANNE, START, MIDDLE), tuple(BRUNO, MIDDLE, END));
        assertThat(changes.getFirst().key().uid())
                .isEqualTo(told.getFirst().key().uid());
    }

    @Test
    void aDutyGivenBackIsTheSameEventAgain() {
        List<ToldDuty> told = merge(List.of(), tell(List.of(), held(ANNE, START, END)));
        told = merge(told, tell(told, held(BRUNO, START, END)));
        List<ToldDuty> back = tell(told, held(ANNE, START, END));
        assertThat(back.getFirst().key().uid()).isEqualTo(told.getFirst().key().uid());
        assertThat(back.getFirst().sequence()).isEqualTo(2);
        assertThat(back.getFirst().cancelled()).isFalse();
    }

    @Test
    void whatIsOverIsNotMailed() {
        Telling telling = new Telling(tell(List.of(), held(ANNE, START, END)));
        assertThat(telling.toTell(NOW)).containsOnlyKeys(ANNE);
        assertThat(telling.toTell(END)).isEmpty();
    }

    /** Whatever happens, what was told in the end is what is held, and no sequence ever falls. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void afterAnyChangesWhatWasToldIsWhatIsHeld(long seed) {
        var random = new Random(seed);
        List<ToldDuty> told = List.of();
        for (int change = 0; change < 60; change++) {
            HeldPart[] held = anything(random);
            List<ToldDuty> changes = tell(told, held);
            Map<ToldDuty.Key, Integer> before = sequences(told);
            assertThat(changes).allMatch(duty -> duty.sequence() > before.getOrDefault(duty.key(), -1));
            told = merge(told, changes);
            assertThat(tell(told, held)).isEmpty();
            assertThat(told.stream().filter(duty -> !duty.cancelled()))
                    .extracting(duty -> duty.key().physician(), ToldDuty::start, ToldDuty::end)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(held)
                            .map(part -> tuple(part.physician(), part.start(), part.end()))
                            .toList());
        }
    }

    private static HeldPart[] anything(Random random) {
        var held = new ArrayList<HeldPart>();
        Instant start = START;
        for (int part = random.nextInt(4); part > 0; part--) {
            Instant end = start.plusSeconds(600 + random.nextInt(3_600));
            held.add(held(random.nextBoolean() ? ANNE : BRUNO, start, end));
            start = end.plusSeconds(60);
        }
        return held.toArray(HeldPart[]::new);
    }

    private static Map<ToldDuty.Key, Integer> sequences(List<ToldDuty> told) {
        var sequences = new HashMap<ToldDuty.Key, Integer>();
        told.forEach(duty -> sequences.put(duty.key(), duty.sequence()));
        return sequences;
    }

    private static List<ToldDuty> merge(List<ToldDuty> told, List<ToldDuty> changes) {
        Map<ToldDuty.Key, ToldDuty> merged = new LinkedHashMap<>();
        told.forEach(duty -> merged.put(duty.key(), duty));
        changes.forEach(duty -> merged.put(duty.key(), duty));
        return List.copyOf(merged.values());
    }

    private static List<ToldDuty> tell(List<ToldDuty> told, HeldPart... held) {
        return Telling.between(OISE, told, List.of(held), NOW).changes();
    }

    private static HeldPart held(PhysicianId physician, Instant start, Instant end) {
        return new HeldPart(DATE, 1, physician, start, end, "Planning.");
    }
}
