package fr.appui.web.regulator;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.DayKind;
import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.SupportLine;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.OnDuty;
import fr.appui.rota.RotaSnapshot;
import fr.appui.rota.Rung;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A page reads again when its mark is another. */
class LiveOnDutyTest {

    private static final Instant AT = Instant.parse("2026-11-14T22:00:10Z");

    @Test
    void theSameAnswerWithinAMinuteHasTheSameMark() {
        assertThat(mark(new Rota(open(1, 2)), AT)).isEqualTo(mark(new Rota(open(1, 2)), AT.plusSeconds(40)));
    }

    @Test
    void anotherPhysicianAnotherOrderTheEndOfHoursTheNextMinuteAndARotaThatCannotBeReadEachHaveAnother() {
        assertThat(List.of(
                        mark(new Rota(open(1, 2)), AT),
                        mark(new Rota(open(2, 1)), AT),
                        mark(new Rota(open(3)), AT),
                        mark(new Rota(open()), AT),
                        mark(new Rota(new OnDuty.Closed(Optional.empty())), AT),
                        mark(new Rota(open(1, 2)), AT.plusSeconds(50)),
                        LiveOnDuty.mark(new Rota(open(1, 2)), Optional.of(AT.minusSeconds(5)), AT)))
                .doesNotHaveDuplicates();
    }

    private static String mark(RotaSnapshot rota, Instant at) {
        return LiveOnDuty.mark(rota, Optional.empty(), at);
    }

    private static OnDuty open(int... physicians) {
        return new OnDuty.Open(
                new DutyWindow(
                        LocalDate.of(2026, 11, 14),
                        AT.minusSeconds(3600),
                        AT.plusSeconds(3600),
                        PerimeterKind.CORE,
                        DayKind.WORKING),
                IntStream.range(0, physicians.length)
                        .mapToObj(place -> new Rung(
                                place + 1,
                                new PhysicianId(new UUID(0, physicians[place])),
                                List.of(PhoneNumber.parse("06 11 00 00 01"))))
                        .toList(),
                "");
    }

    private record Rota(OnDuty answer) implements RotaSnapshot {

        @Override
        public Instant takenAt() {
            return AT;
        }

        @Override
        public Optional<SupportLine> line(PhoneNumber dialled) {
            return Optional.empty();
        }

        @Override
        public Collection<SupportLine> lines() {
            return List.of(new SupportLine(
                    PhoneNumber.parse("03 44 00 00 01"), new TerritoryCode("HDF-A"), LineSettings.defaults()));
        }

        @Override
        public OnDuty onDuty(SupportLine line, Instant at) {
            return answer;
        }
    }
}
