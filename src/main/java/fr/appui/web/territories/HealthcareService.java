package fr.appui.web.territories;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.directory.Establishment;
import fr.appui.directory.MailAddress;
import fr.appui.directory.ProximityZone;
import fr.appui.directory.SupportLine;
import fr.appui.directory.Territory;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a line offers, as a FHIR R4 {@code HealthcareService} for a directory of resources (ROR): hours, zone, number, secure
 * mailbox. Places and mailbox are contained, so that one document says it all. Nothing here names a person.
 *
 * @param active whether the line is answered on the day asked about
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record HealthcareService(
        String resourceType,
        String id,
        List<Contained> contained,
        List<Identifier> identifier,
        boolean active,
        Optional<Reference> providedBy,
        List<Concept> type,
        String name,
        String comment,
        List<ContactPoint> telecom,
        List<Reference> coverageArea,
        List<Available> availableTime,
        String availabilityExceptions,
        List<Reference> endpoint) {

    private static final String FINESS = "https://finess.esante.gouv.fr";
    private static final String LINES = "urn:appui:ligne";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;
    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);
    private static final List<String> WEEK = List.of("mon", "tue", "wed", "thu", "fri");
    private static final List<String> WEEK_END = List.of("sat", "sun");

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Identifier(String system, String value) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Reference(Optional<String> reference, Optional<Identifier> identifier, Optional<String> display) {

        static Reference to(String contained) {
            return new Reference(Optional.of("#" + contained), Optional.empty(), Optional.empty());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Coding(String system, String code) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Concept(List<Coding> coding, Optional<String> text) {}

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record ContactPoint(String system, String value, String use) {}

    /** @param allDay absent where hours are given */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Available(
            List<String> daysOfWeek,
            Optional<Boolean> allDay,
            Optional<String> availableStartTime,
            Optional<String> availableEndTime) {

        static Available between(List<String> days, LocalTime from, LocalTime to) {
            return new Available(days, Optional.empty(), Optional.of(from.format(TIME)), Optional.of(to.format(TIME)));
        }
    }

    /** A place that is served, or the secure mailbox: the fields that its type has. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Contained(
            String resourceType,
            String id,
            String status,
            Optional<String> name,
            Optional<String> description,
            Optional<Coding> connectionType,
            List<Concept> payloadType,
            Optional<String> address) {

        static Contained place(String id, ProximityZone zone) {
            return new Contained(
                    "Location",
                    id,
                    "active",
                    Optional.of(zone.name()),
                    zone.communes().isEmpty()
                            ? Optional.empty()
                            : Optional.of("Communes (code INSEE) : " + String.join(", ", zone.communes())),
                    Optional.empty(),
                    List.of(),
                    Optional.empty());
        }

        static Contained mailbox(String id, String address) {
            return new Contained(
                    "Endpoint",
                    id,
                    "active",
                    Optional.of("Messagerie sécurisée de santé de l’établissement porteur"),
                    Optional.empty(),
                    Optional.of(new Coding(
                            "http://terminology.hl7.org/CodeSystem/endpoint-connection-type", "secure-email")),
                    List.of(new Concept(
                            List.of(new Coding("http://terminology.hl7.org/CodeSystem/endpoint-payload-type", "any")),
                            Optional.empty())),
                    Optional.of("mailto:" + address));
        }
    }

    /** @param perimeter in which its number is answered today @param secureMail where medical information goes; empty while none is set */
    static HealthcareService of(
            Territory territory,
            Optional<Establishment> host,
            Optional<Perimeter> perimeter,
            Optional<String> secureMail) {
        List<Contained> contained = new ArrayList<>();
        List<ProximityZone> zones = territory.proximityZones();
        for (int at = 0; at < zones.size(); at++) {
            contained.add(Contained.place("zone-" + (at + 1), zones.get(at)));
        }
        List<Reference> area =
                contained.stream().map(place -> Reference.to(place.id())).toList();
        secureMail.ifPresent(address -> contained.add(Contained.mailbox("mssante", address)));
        return new HealthcareService(
                "HealthcareService",
                territory.code().value(),
                contained,
                List.of(new Identifier(LINES, territory.code().value())),
                perimeter.isPresent() && territory.line().isPresent(),
                host.map(hospital -> new Reference(
                        Optional.empty(),
                        Optional.of(new Identifier(FINESS, hospital.finess().value())),
                        Optional.of(hospital.name()))),
                List.of(new Concept(List.of(), Optional.of("Appui territorial de soins palliatifs"))),
                "Appui territorial de soins palliatifs, " + territory.name(),
                "Ligne téléphonique de second recours : un médecin de soins palliatifs conseille les professionnels de santé."
                        + " Elle n’est pas ouverte aux patients ni à leurs proches.",
                telecom(territory),
                area,
                perimeter.map(Perimeter::hours).map(HealthcareService::times).orElse(List.of()),
                "Les jours fériés ont les heures des samedis et dimanches.",
                secureMail.map(address -> List.of(Reference.to("mssante"))).orElse(List.of()));
    }

    private static List<ContactPoint> telecom(Territory territory) {
        return Stream.concat(
                        territory
                                .line()
                                .map(SupportLine::number)
                                .map(number -> new ContactPoint("phone", number.e164(), "work"))
                                .stream(),
                        territory
                                .contact()
                                .mail()
                                .map(MailAddress::value)
                                .map(mail -> new ContactPoint("email", mail, "work"))
                                .stream())
                .toList();
    }

    /** A night is told on both its days: FHIR's hours do not pass midnight. */
    private static List<Available> times(PerimeterHours hours) {
        if (!hours.endsNextDay()) {
            return List.of(
                    Available.between(WEEK, hours.workingStart(), hours.end()),
                    Available.between(WEEK_END, hours.nonWorkingStart(), hours.end()));
        }
        return List.of(
                Available.between(WEEK, MIDNIGHT, hours.end()),
                Available.between(WEEK, hours.workingStart(), LAST_SECOND),
                new Available(WEEK_END, Optional.of(true), Optional.empty(), Optional.empty()));
    }
}
