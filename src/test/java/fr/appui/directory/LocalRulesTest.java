package fr.appui.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.planning.life.InMemoryDirectory;
import fr.appui.rota.JoinedLines;
import fr.appui.rota.Nights;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose rules are told of a number that another line answers. */
class LocalRulesTest {

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
        return new Territory(
                code,
                code.value(),
                List.of(),
                Nights.PARIS,
                HolidayZone.METROPOLE,
                new Territory.Contact(Optional.empty(), Optional.empty(), Optional.empty(), rules),
                Optional.empty());
    }
}
