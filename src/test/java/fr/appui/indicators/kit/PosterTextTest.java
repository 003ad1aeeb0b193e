package fr.appui.indicators.kit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.PerimeterHours;
import fr.appui.directory.DaytimeContact;
import fr.appui.directory.HostRule;
import fr.appui.directory.LocalRules;
import fr.appui.directory.MailAddress;
import fr.appui.directory.Patients;
import fr.appui.directory.PhoneNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever got a poster is sent it again when it says something else, and only then. */
class PosterTextTest {

    private static final PhoneNumber CHILDREN = PhoneNumber.parse("03 20 00 11 22");
    private static final DaytimeContact DAC =
            new DaytimeContact("DAC Nord", PhoneNumber.parse("01 83 61 62 00"), List.of(), Optional.empty());

    /** As 0.2.0 wrote them into its lists of recipients. */
    @Test
    void aPosterThatSaysWhatItSaidHasTheDigestOfTheVersionBefore() {
        assertThat(oise(LocalRules.NONE, Optional.empty()).digest())
                .isEqualTo("d4008150c3c5497d551b60ee5574438ebb0b68bd5b9f220bf3d03b3432134434");
        assertThat(new PosterText(
                                "Seine-et-Marne",
                                PhoneNumber.parse("01 81 74 32 76"),
                                PerimeterHours.seineEtMarne(),
                                true,
                                Optional.of(PhoneNumber.parse("01 83 61 62 00")),
                                Optional.empty(),
                                Optional.empty())
                        .digest())
                .isEqualTo("d3df885c10c591142e633bbe0ac857dc8a13b3ded8d5cb6576eae36a8a6d32fa");
    }

    @Test
    void eachRuleThatItPrintsIsAnother() {
        assertThat(List.of(
                        oise(LocalRules.NONE, Optional.empty()).digest(),
                        oise(rules(true, Optional.empty(), List.of()), Optional.empty())
                                .digest(),
                        oise(rules(false, Optional.of(CHILDREN), List.of()), Optional.empty())
                                .digest(),
                        oise(rules(false, Optional.empty(), List.of(DAC)), Optional.empty())
                                .digest()))
                .doesNotHaveDuplicates();
    }

    /** A poster of a line for minors says so, and the only part's contact, which is also the one told by telephone, stands on it once. */
    @Test
    void whomItIsForAndWhomToCallByDayAreSaidOnce() {
        PosterText minors = oise(
                new LocalRules(
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false,
                        HostRule.USP_AND_EMSP,
                        false,
                        Patients.MINORS,
                        List.of()),
                Optional.empty());
        assertThat(minors.whichPatients().getFirst()).startsWith("Enfants et adolescents, à domicile");
        assertThat(minors.whichPatients()).noneMatch(line -> line.contains("dulte"));
        assertThat(minors.digest())
                .isNotEqualTo(oise(LocalRules.NONE, Optional.empty()).digest());
        var told = new PosterText(
                "Oise",
                CHILDREN,
                PerimeterHours.core(),
                false,
                Optional.of(DAC.number()),
                Optional.empty(),
                Optional.empty(),
                rules(false, Optional.empty(), List.of(DAC)),
                Optional.empty());
        assertThat(told.daytime()).containsExactly(DAC.said());
    }

    @Test
    void theFirstDayAndWhatItDoesNotPrintAreNoOther() {
        String open = oise(LocalRules.NONE, Optional.empty()).digest();
        assertThat(oise(LocalRules.NONE, Optional.of(LocalDate.of(2027, 1, 4))).digest())
                .isEqualTo(open);
        var unprinted = new LocalRules(
                Optional.of(new MailAddress("alertes@hopital-exemple.fr")),
                Optional.empty(),
                false,
                true,
                HostRule.ANY,
                true,
                List.of());
        assertThat(oise(unprinted, Optional.empty()).digest()).isEqualTo(open);
    }

    private static LocalRules rules(
            boolean admitsUnknown, Optional<PhoneNumber> paediatric, List<DaytimeContact> contacts) {
        return new LocalRules(
                Optional.empty(), paediatric, admitsUnknown, false, HostRule.USP_AND_EMSP, false, contacts);
    }

    private static PosterText oise(LocalRules rules, Optional<LocalDate> opensOn) {
        return new PosterText(
                "Territoire de l’Oise",
                PhoneNumber.parse("03 44 00 11 24"),
                PerimeterHours.core(),
                false,
                Optional.of(PhoneNumber.parse("03 44 00 99 88")),
                Optional.of("appui@hopital-exemple.fr"),
                Optional.of("Centre hospitalier de l’Oise"),
                rules,
                opensOn);
    }
}
