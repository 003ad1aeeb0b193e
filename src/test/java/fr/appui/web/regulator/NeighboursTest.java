package fr.appui.web.regulator;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.DayKind;
import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.Escalation;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.HostRule;
import fr.appui.directory.LineSettings;
import fr.appui.directory.LocalRules;
import fr.appui.directory.Patients;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.ProximityZone;
import fr.appui.directory.Relief;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.OnDuty;
import fr.appui.rota.RotaSnapshot;
import fr.appui.rota.Rung;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NeighboursTest {

    private static final Instant AT = Instant.parse("2026-11-14T22:00:00Z");
    private static final Territory OWN = territory("HDF-A", "60159", Optional.empty());
    private static final Territory NEAR = territory("HDF-B", "60057", Optional.of("03 44 00 00 02"));
    private static final Territory FAR = territory("HDF-C", "02408", Optional.of("03 23 00 00 03"));

    @Test
    void aTerritoryOfTheSameDepartmentThatAnswersNowIsTold() {
        assertThat(asked(OWN, Set.of("HDF-B", "HDF-C")).map(RegulatorAnswer.Neighbour::of))
                .contains(new RegulatorAnswer.Neighbour("HDF-B", "HDF-B", "+33344000002"));
    }

    @Test
    void oneThatIsClosedIsNotTold() {
        assertThat(asked(OWN, Set.of("HDF-C"))).isEmpty();
    }

    @Test
    void oneInWhoseHoursNobodyIsRosteredIsNotTold() {
        assertThat(Neighbours.answering(OWN, List.of(OWN, NEAR), new Rota(Set.of("HDF-B"), List.of()), AT))
                .isEmpty();
    }

    @Test
    void theReliefThatTheLineNamesComesBeforeTheDepartments() {
        Territory relieved = territory("HDF-A", "60159", Optional.of("03 44 00 00 01"), "HDF-C");

        assertThat(asked(relieved, Set.of("HDF-A", "HDF-B", "HDF-C")))
                .hasValueSatisfying(
                        neighbour -> assertThat(neighbour.territory()).isEqualTo(FAR));
        assertThat(asked(relieved, Set.of("HDF-B")))
                .hasValueSatisfying(
                        neighbour -> assertThat(neighbour.territory()).isEqualTo(NEAR));
    }

    /** Who calls about an adult is not sent to the children's line of the same towns. */
    @Test
    void aLineForOtherPatientsIsNotTold() {
        var minors = new LocalRules(
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                HostRule.USP_AND_EMSP,
                false,
                Patients.MINORS,
                List.of());
        Territory own = new Territory(
                OWN.code(),
                OWN.name(),
                OWN.proximityZones(),
                OWN.timeZone(),
                OWN.holidayZone(),
                new Territory.Contact(Optional.empty(), Optional.empty(), Optional.empty(), minors),
                Optional.empty());
        assertThat(asked(own, Set.of("HDF-B"))).isEmpty();
    }

    private static Optional<Neighbours.Answering> asked(Territory own, Set<String> open) {
        var somebody = new Rung(1, new PhysicianId(new UUID(0, 1)), List.of(PhoneNumber.parse("06 11 00 00 01")));
        return Neighbours.answering(own, List.of(own, NEAR, FAR), new Rota(open, List.of(somebody)), AT);
    }

    private static Territory territory(String code, String commune, Optional<String> number, String... reliefs) {
        var named = new TerritoryCode(code);
        var settings = LineSettings.defaults().withEscalation(relievedBy(reliefs));
        return new Territory(
                named,
                code,
                List.of(new ProximityZone("Zone", List.of(commune))),
                ZoneId.of("Europe/Paris"),
                HolidayZone.METROPOLE,
                new Territory.Contact(
                        number.map(text -> new SupportLine(PhoneNumber.parse(text), named, settings)),
                        Optional.empty()),
                Optional.empty());
    }

    private static Escalation relievedBy(String... reliefs) {
        var usual = Escalation.DEFAULTS;
        return new Escalation(
                usual.secondRungAfter(),
                usual.redialsFirst(),
                usual.whenInCall(),
                Stream.of(reliefs)
                        .<Relief>map(code -> new Relief.Neighbour(new TerritoryCode(code), Relief.Terms.ALWAYS))
                        .toList(),
                usual.samu(),
                usual.longestSearch());
    }

    /** Lines of the territories above; inside the hours are those named. */
    private record Rota(Set<String> open, List<Rung> ladder) implements RotaSnapshot {

        @Override
        public Instant takenAt() {
            return AT;
        }

        @Override
        public Optional<SupportLine> line(PhoneNumber dialled) {
            return lines().stream()
                    .filter(line -> line.number().equals(dialled))
                    .findFirst();
        }

        @Override
        public Collection<SupportLine> lines() {
            return Stream.of(NEAR, FAR)
                    .flatMap(territory -> territory.line().stream())
                    .toList();
        }

        @Override
        public OnDuty onDuty(SupportLine line, Instant at) {
            var window = new DutyWindow(
                    LocalDate.of(2026, 11, 14),
                    at.minusSeconds(60),
                    at.plusSeconds(60),
                    PerimeterKind.CORE,
                    DayKind.WORKING);
            return open.contains(line.territory().value())
                    ? new OnDuty.Open(window, ladder, "")
                    : new OnDuty.Closed(Optional.empty());
        }
    }
}
