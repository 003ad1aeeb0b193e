package fr.appui.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.appui.planning.life.InMemoryDirectory;
import fr.appui.rota.JoinedLines;
import fr.appui.rota.Nights;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose rules are told of a number that another line answers. */
class LocalRulesTest {

    private static final PhoneNumber NEAR = PhoneNumber.parse("03 53 01 11 11");
    private static final PhoneNumber FAR = PhoneNumber.parse("03 53 01 22 22");
    private static final LocalRules OWN = rules("appui-a@exemple.invalid", "03 20 00 11 22", false, "DAC Nord");
    private static final LocalRules ANSWERING = rules("appui-b@exemple.invalid", "03 20 00 33 44", true, "DAC Sud");

    @Test
    void fromTheDayOnTheNightIsThatOfWhoeverAnswersAndTheDayTheirOwn() {
        LocalRules told =
                JoinedLines.joinings().rulesToldOf(territory(JoinedLines.OWN, OWN), JoinedLines.FIRST_DAY, directory());
        assertThat(told.admitsUnknown()).isTrue();
        assertThat(told.paediatric()).isEqualTo(ANSWERING.paediatric());
        assertThat(told.daytimeContacts()).isEqualTo(OWN.daytimeContacts());
        assertThat(told.alerts()).isEqualTo(OWN.alerts());
    }

    @Test
    void untilThenAndForWhoeverAnswersForThemselvesAllIsTheirOwn() {
        assertThat(JoinedLines.joinings()
                        .rulesToldOf(territory(JoinedLines.OWN, OWN), JoinedLines.FIRST_DAY.minusDays(1), directory()))
                .isEqualTo(OWN);
        assertThat(JoinedLines.joinings()
                        .rulesToldOf(territory(JoinedLines.INTO, ANSWERING), JoinedLines.FIRST_DAY, directory()))
                .isEqualTo(ANSWERING);
    }

    /** What who dials the number hears, and what the poster and the API tell. */
    @Test
    void byDayTheNumberIsThatOfTheLineOrItsOnlyPartElseOfWhoeverAnswersIt() {
        LocalRules none = LocalRules.NONE;
        assertThat(byDay(Nights.JOINED.withSettings(withContact(NEAR)), none, JoinedLines.FIRST_DAY))
                .contains(NEAR);
        assertThat(byDay(Nights.JOINED, OWN, JoinedLines.FIRST_DAY))
                .contains(OWN.daytimeContacts().getFirst().number());
        assertThat(byDay(Nights.JOINED, none, JoinedLines.FIRST_DAY)).contains(FAR);
        assertThat(byDay(Nights.JOINED, none, JoinedLines.FIRST_DAY.minusDays(1)))
                .as("until then nobody answers for it")
                .isEmpty();
    }

    /** Of a line whose own line is joined to one with a contact. */
    private static Optional<PhoneNumber> byDay(SupportLine line, LocalRules rules, LocalDate date) {
        Territory own = territory(JoinedLines.OWN, rules, Optional.of(line));
        var directory = new InMemoryDirectory();
        directory.save(own);
        directory.save(
                territory(JoinedLines.INTO, LocalRules.NONE, Optional.of(Nights.LINE.withSettings(withContact(FAR)))));
        return JoinedLines.joinings().byDayToldOf(own, date, directory);
    }

    private static LineSettings withContact(PhoneNumber contact) {
        return new LineSettings(true, List.of(Duration.ofSeconds(20)), Optional.of(contact), true, Optional.empty());
    }

    @Test
    void aLineForMinorsHasNoOtherPaediatricService() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> patients(Patients.MINORS, ANSWERING.paediatric()))
                .withMessageContaining("le laisser vide");
        LocalRules minors = patients(Patients.MINORS, Optional.empty());
        assertThat(OWN.patients()).isEqualTo(Patients.ADULTS);
        assertThat(LocalRules.NONE.answeredBy(minors).patients()).isEqualTo(Patients.MINORS);
    }

    private static LocalRules patients(Patients patients, Optional<PhoneNumber> paediatric) {
        return new LocalRules(
                Optional.empty(), paediatric, false, false, HostRule.USP_AND_EMSP, false, patients, List.of());
    }

    private static LocalRules rules(String alerts, String paediatric, boolean admitsUnknown, String contact) {
        return new LocalRules(
                Optional.of(new MailAddress(alerts)),
                Optional.of(PhoneNumber.parse(paediatric)),
                admitsUnknown,
                false,
                HostRule.USP_AND_EMSP,
                false,
                List.of(new DaytimeContact(contact, PhoneNumber.parse("01 83 61 62 00"), List.of(), Optional.empty())));
    }

    private static Directory directory() {
        var directory = new InMemoryDirectory();
        directory.save(territory(JoinedLines.OWN, OWN));
        directory.save(territory(JoinedLines.INTO, ANSWERING));
        return directory;
    }

    private static Territory territory(TerritoryCode code, LocalRules rules) {
        return territory(code, rules, Optional.empty());
    }

    private static Territory territory(TerritoryCode code, LocalRules rules, Optional<SupportLine> line) {
        return new Territory(
                code,
                code.value(),
                List.of(),
                Nights.PARIS,
                HolidayZone.METROPOLE,
                new Territory.Contact(line, Optional.empty(), Optional.empty(), rules),
                Optional.empty());
    }
}
