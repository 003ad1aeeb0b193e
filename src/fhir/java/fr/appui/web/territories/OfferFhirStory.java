package fr.appui.web.territories;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.appui.calendar.PerimeterHours;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.Test;

/** The offer of a line is a HealthcareService of FHIR R4, by HAPI FHIR's validator, without a network ({@code -Pfhir}). */
class OfferFhirStory {

    private static final FhirValidator VALIDATOR = validator();

    @Test
    void anOfferIsValidWithItsHoursAndMailboxAndWithNeither() {
        assertThat(faults(HealthcareServiceTest.offer(PerimeterHours.core(), Optional.of("appui@hopital.mssante.fr"))))
                .isEmpty();
        assertThat(faults(HealthcareServiceTest.offer(PerimeterHours.extended(), Optional.empty())))
                .isEmpty();
        assertThat(faults(HealthcareServiceTest.unanswered())).isEmpty();
    }

    @Test
    void whatR4DoesNotKnowIsRefused() {
        JsonNode offer = HealthcareServiceTest.offer(PerimeterHours.core(), Optional.empty());
        ((ObjectNode) offer.at("/availableTime/0")).putArray("daysOfWeek").add("lundi");
        assertThat(faults(offer)).anyMatch(fault -> fault.contains("lundi"));
        ((ObjectNode) offer).put("opensOn", "2026-01-01");
        assertThat(faults(offer)).anyMatch(fault -> fault.contains("opensOn"));
    }

    private static List<String> faults(JsonNode offer) {
        return VALIDATOR.validateWithResult(offer.toString()).getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.WARNING) > 0)
                .map(SingleValidationMessage::getMessage)
                .toList();
    }

    private static FhirValidator validator() {
        FhirContext r4 = FhirContext.forR4();
        return r4.newValidator()
                .registerValidatorModule(new FhirInstanceValidator(new ValidationSupportChain(
                        new DefaultProfileValidationSupport(r4),
                        new InMemoryTerminologyServerValidationSupport(r4),
                        new CommonCodeSystemsTerminologyService(r4))));
    }
}
