package fr.appui.web.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.calendar.Quarter;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.HostRule;
import fr.appui.directory.LineSettings;
import fr.appui.directory.LocalRules;
import fr.appui.directory.MailAddress;
import fr.appui.directory.Partners;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.kit.Kits;
import fr.appui.indicators.kit.PosterText;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpeningStepsTest {

    private static final TerritoryCode CODE = new TerritoryCode("ESSAI-UN");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 14);
    private static final Perimeter ANNOUNCED =
            Perimeter.announced(PerimeterKind.CORE, PerimeterHours.core(), TODAY, TODAY.plusMonths(2));

    private static final Perimeter AGREED = ANNOUNCED.agreed(TODAY, "ARS 12");
    private static final Kits.Answer LACKING =
            new Kits.Answer.Lacking("aucun périmètre agréé par l’ARS n’est en vigueur");
    private static final Kits.Answer READY = new Kits.Answer.Ready(new PosterText(
            "Essai",
            PhoneNumber.parse("03 44 99 00 01"),
            PerimeterHours.core(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));

    @Test
    void aNewTerritoryLacksEverythingEachWithOneLink() {
        List<OpeningSteps.Step> steps =
                OpeningSteps.steps(facts(Territory.Contact.NONE, List.of(), LACKING, false, false));
        assertThat(steps)
                .filteredOn(OpeningSteps.Step::isDone)
                .extracting(OpeningSteps.Step::title)
                .containsExactly("Conventions");
        assertThat(steps)
                .extracting(OpeningSteps.Step::address)
                .doesNotHaveDuplicates()
                .allMatch(link -> link.startsWith("/"));
        assertThat(missing(steps, "Numéro et adresse de la ligne")).hasSize(3);
        assertThat(missing(steps, "Médecins volontaires"))
                .containsExactly(
                        "Aucun médecin éligible ; 7 sont recommandés, pour deux semaines chacun par trimestre.");
    }

    /** Where alerts have an address of their own they reach somebody, without a public one. */
    @Test
    void anAddressForAlertsIsEnough() {
        var rules = new LocalRules(
                Optional.of(new MailAddress("alertes@exemple.fr")),
                Optional.empty(),
                false,
                false,
                HostRule.USP_AND_EMSP,
                false,
                List.of());
        var contact = new Territory.Contact(Optional.empty(), Optional.empty(), Optional.empty(), rules);
        assertThat(missing(
                        OpeningSteps.steps(facts(contact, List.of(), LACKING, false, false)),
                        "Numéro et adresse de la ligne"))
                .hasSize(2)
                .noneMatch(sentence -> sentence.contains("alertes"));
    }

    @Test
    void hoursThatTheArsHasNotAgreedOnAreNotPromised() {
        var line = new SupportLine(PhoneNumber.parse("03 44 99 00 01"), CODE, LineSettings.defaults());
        var contact = new Territory.Contact(
                Optional.of(line),
                Optional.of(new MailAddress("appui@exemple.fr")),
                Optional.of(PhoneNumber.parse("03 44 99 00 02")),
                LocalRules.NONE);
        List<OpeningSteps.Step> announced =
                OpeningSteps.steps(facts(contact, List.of(ANNOUNCED), LACKING, false, false));
        assertThat(missing(announced, "Numéro et adresse de la ligne")).isEmpty();
        assertThat(missing(announced, "Heures promises et accord de l’ARS"))
                .containsExactly("L’accord de l’ARS n’est pas enregistré.");
        assertThat(missing(announced, "Affiche et cartes"))
                .containsExactly("Pas encore prêtes : aucun périmètre agréé par l’ARS n’est en vigueur.");
        List<OpeningSteps.Step> agreed = OpeningSteps.steps(facts(contact, List.of(AGREED), READY, true, true));
        assertThat(missing(agreed, "Heures promises et accord de l’ARS")).isEmpty();
        assertThat(missing(agreed, "Affiche et cartes")).isEmpty();
        assertThat(missing(agreed, "Planning publié")).isEmpty();
        assertThat(missing(agreed, "Premier appel")).isEmpty();
    }

    @Test
    void theRotaThatIsNeededFirstIsOfTheQuarterWithTheFirstDutyToCome() {
        Quarter now = Quarter.of(TODAY);
        assertThat(OpeningSteps.toPlan(Optional.empty(), TODAY)).isEqualTo(now);
        assertThat(OpeningSteps.toPlan(calendarFrom(now.last()), TODAY)).isEqualTo(now);
        assertThat(OpeningSteps.toPlan(calendarFrom(TODAY.minusYears(1)), TODAY))
                .isEqualTo(now);
        assertThat(OpeningSteps.toPlan(calendarFrom(now.next().first()), TODAY)).isEqualTo(now.next());
        assertThat(OpeningSteps.toPlan(calendarFrom(now.next().last().plusDays(1)), TODAY))
                .as("nothing to come for longer")
                .isEqualTo(now);
    }

    private static Optional<DutyCalendar> calendarFrom(LocalDate first) {
        LocalDate told = first.minusMonths(2);
        Perimeter perimeter = Perimeter.announced(PerimeterKind.EXTENDED, PerimeterHours.extended(), told, first)
                .agreed(told, "ARS 12");
        return Optional.of(new DutyCalendar(ZoneId.of("Europe/Paris"), HolidayZone.METROPOLE, List.of(perimeter)));
    }

    private static List<String> missing(List<OpeningSteps.Step> steps, String title) {
        return steps.stream()
                .filter(step -> step.title().equals(title))
                .findFirst()
                .orElseThrow()
                .missing();
    }

    private static OpeningSteps.Facts facts(
            Territory.Contact contact, List<Perimeter> perimeters, Kits.Answer kit, boolean published, boolean called) {
        var territory = new Territory(
                CODE, "Essai", List.of(), ZoneId.of("Europe/Paris"), HolidayZone.METROPOLE, contact, Optional.empty());
        return new OpeningSteps.Facts(
                Partners.of(territory, List.of(), List.of()),
                perimeters,
                List.of(),
                List.of(),
                Quarter.of(TODAY),
                published,
                kit,
                called,
                TODAY);
    }
}
