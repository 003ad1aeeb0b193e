package fr.appui.web.territories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.Directory;
import fr.appui.directory.Establishment;
import fr.appui.directory.EstablishmentKind;
import fr.appui.directory.Finess;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.LineSettings;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.ProximityZone;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.JoinedLines;
import fr.appui.rota.Nights;
import fr.appui.trace.OutcomeSettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthcareServiceTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final TerritoryCode CODE = new TerritoryCode("TEST-ROR");
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new Jdk8Module());

    @Test
    void theOfferSaysHoursZoneNumberAndSecureMailbox() {
        JsonNode offer = offer(PerimeterHours.core(), Optional.of("appui@hopital.mssante.fr"));
        assertThat(offer.at("/resourceType").asText()).isEqualTo("HealthcareService");
        assertThat(offer.at("/active").asBoolean()).isTrue();
        assertThat(offer.at("/providedBy/identifier/value").asText()).isEqualTo("600100648");
        assertThat(offer.at("/telecom/0/value").asText()).isEqualTo("+33344000001");
        assertThat(offer.at("/coverageArea/0/reference").asText()).isEqualTo("#zone-1");
        assertThat(offer.at("/contained/0/description").asText()).contains("60057");
        assertThat(offer.at("/availableTime/0/availableStartTime").asText()).isEqualTo("18:00:00");
        assertThat(offer.at("/availableTime/1/availableEndTime").asText()).isEqualTo("22:00:00");
        assertThat(offer.at("/contained/1/address").asText()).isEqualTo("mailto:appui@hopital.mssante.fr");
        assertThat(offer.at("/endpoint/0/reference").asText()).isEqualTo("#mssante");
    }

    @Test
    void aNightIsToldOnBothItsDaysAndWeekEndsAreWhole() {
        JsonNode times = offer(PerimeterHours.extended(), Optional.empty()).at("/availableTime");
        assertThat(times).hasSize(3);
        assertThat(times.at("/0/availableStartTime").asText()).isEqualTo("00:00:00");
        assertThat(times.at("/0/availableEndTime").asText()).isEqualTo("08:30:00");
        assertThat(times.at("/1/availableEndTime").asText()).isEqualTo("23:59:59");
        assertThat(times.at("/2/allDay").asBoolean()).isTrue();
        assertThat(times.at("/2").has("availableStartTime")).isFalse();
    }

    @Test
    void aLineThatNobodyAnswersTodayIsNotActiveAndPromisesNoHours() {
        JsonNode offer = unanswered();
        assertThat(offer.at("/active").asBoolean()).isFalse();
        assertThat(offer.has("active")).isTrue();
        assertThat(offer.has("availableTime")).isFalse();
        assertThat(offer.has("endpoint")).isFalse();
    }

    @Test
    void aNumberThatAnotherLineAnswersIsOfferedInItsHours() {
        OutcomeSettings outcomes = new SmallRyeConfigBuilder()
                .withMapping(OutcomeSettings.class)
                .build()
                .getConfigMapping(OutcomeSettings.class);
        Directory directory = JoinedLines.directory();
        var offers = new Offer(
                directory,
                JoinedLines.calendars(),
                JoinedLines.joinings(),
                outcomes,
                Clock.fixed(Nights.at(14, 12, 0), PARIS));
        JsonNode offer =
                JSON.valueToTree(offers.of(directory.territory(JoinedLines.OWN).orElseThrow()));
        assertThat(offer.at("/active").asBoolean()).isTrue();
        assertThat(offer.at("/availableTime")).hasSize(3);
        assertThat(offer.at("/telecom/0/value").asText())
                .isEqualTo(Nights.JOINED.number().e164());
    }

    static JsonNode unanswered() {
        return JSON.valueToTree(
                HealthcareService.of(territory(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    static JsonNode offer(PerimeterHours hours, Optional<String> secureMail) {
        LocalDate since = LocalDate.of(2026, 1, 1);
        Perimeter perimeter = Perimeter.announced(
                        hours.endsNextDay() ? PerimeterKind.EXTENDED : PerimeterKind.CORE, hours, since, since)
                .agreed(since, "ARS");
        return JSON.valueToTree(HealthcareService.of(
                territory(),
                Optional.of(new Establishment(
                        new Finess("600100648"),
                        "Hôpital fictif",
                        EstablishmentKind.PUBLIC_HOSPITAL,
                        Optional.of(since),
                        Optional.of(since))),
                Optional.of(perimeter),
                secureMail));
    }

    private static Territory territory() {
        return new Territory(
                CODE,
                "Vallée",
                List.of(new ProximityZone("Beauvais", List.of("60057"))),
                PARIS,
                HolidayZone.METROPOLE,
                new Territory.Contact(
                        Optional.of(
                                new SupportLine(PhoneNumber.parse("03 44 00 00 01"), CODE, LineSettings.defaults())),
                        Optional.of(new MailAddress("appui@exemple.fr"))),
                Optional.empty());
    }
}
