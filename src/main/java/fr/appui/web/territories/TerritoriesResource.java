package fr.appui.web.territories;

import fr.appui.access.Act;
import fr.appui.calendar.DutyCalendar;
import fr.appui.calendar.DutyCalendars;
import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.french.FrenchDate;
import fr.appui.web.Paging;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.PHYSICIAN, Roles.REGULATOR, Roles.ARS_READER})
@Tag(name = "territories", description = "Territoires, plages, astreinte en cours, jours fériés")
public class TerritoriesResource {

    private static final int MOST_DAYS = 366;

    private final Directory directory;
    private final DutyCalendars calendars;
    private final OnDutyTeller teller;
    private final Offer offer;
    private final Visitor visitor;
    private final Clock clock;

    TerritoriesResource(
            Directory directory,
            DutyCalendars calendars,
            OnDutyTeller teller,
            Offer offer,
            Visitor visitor,
            Clock clock) {
        this.offer = offer;
        this.directory = directory;
        this.calendars = calendars;
        this.teller = teller;
        this.visitor = visitor;
        this.clock = clock;
    }

    @GET
    @Path("/territories")
    @RunOnVirtualThread
    @Operation(summary = "Territoires que l’on peut voir, par code")
    @APIResponse(responseCode = "200", description = "Une page de territoires")
    @APIResponse(responseCode = "400", description = "Un paramètre n’est pas lisible (document de problème)")
    public Paging.Page<TerritoryLine> list(
            @Parameter(description = "Première page : 0") @RestQuery Optional<String> page,
            @Parameter(description = "Territoires par page, de 1 à 200 ; 50 par défaut") @RestQuery
                    Optional<String> size) {
        return Paging.asked(page, size)
                .of(visitor.reachable(directory.territories(), Territory::code, Act.READ_TERRITORY).stream()
                        .map(TerritoryLine::of)
                        .toList());
    }

    @GET
    @Path("/territories/{code}")
    @RunOnVirtualThread
    @Operation(summary = "Un territoire : zones, numéro, établissement porteur, périmètres")
    @APIResponse(responseCode = "200", description = "Le territoire")
    @APIResponse(responseCode = "404", description = "Aucun territoire n’a ce code (document de problème)")
    public TerritoryDetail one(@RestPath String code) {
        Territory territory = territory(code);
        return TerritoryDetail.of(
                territory, offer.byDay(territory), offer.rules(territory), offer.host(territory), calendar(territory));
    }

    @GET
    @Path("/territories/{code}/healthcare-service")
    @Produces({"application/fhir+json", MediaType.APPLICATION_JSON})
    @RunOnVirtualThread
    @Operation(
            summary = "L’offre de la ligne pour un répertoire de ressources (ROR) : FHIR R4 HealthcareService",
            description =
                    "Heures du périmètre en vigueur aujourd’hui, zones, numéro, messagerie sécurisée. Aucune personne.")
    @APIResponse(responseCode = "200", description = "La ressource, zones et messagerie contenues")
    @APIResponse(responseCode = "404", description = "Aucun territoire n’a ce code (document de problème)")
    public HealthcareService offer(@RestPath String code) {
        return offer.of(territory(code));
    }

    @GET
    @Path("/territories/{code}/windows")
    @RunOnVirtualThread
    @Operation(summary = "Plages à couvrir, une par date")
    @APIResponse(
            responseCode = "200",
            description = "Les plages, dans l’ordre ; aucune avant le premier périmètre agréé")
    @APIResponse(responseCode = "400", description = "Dates illisibles, ou plus de 366 jours (document de problème)")
    @APIResponse(responseCode = "404", description = "Aucun territoire n’a ce code (document de problème)")
    public Window.Windows windows(
            @RestPath String code,
            @Parameter(description = "Première date, par exemple 2026-11-01") @RestQuery Optional<String> from,
            @Parameter(description = "Dernière date, incluse") @RestQuery Optional<String> to) {
        Territory territory = territory(code);
        LocalDate first = Asked.date("from", from);
        LocalDate last = Asked.date("to", to);
        requireReasonable(first, last);
        return new Window.Windows(
                territory.code().value(),
                first,
                last,
                calendar(territory).windows(first, last).stream()
                        .map(window -> Window.of(window, territory.timeZone()))
                        .toList());
    }

    @GET
    @Path("/territories/{code}/on-duty")
    @RolesAllowed({Roles.COORDINATOR, Roles.PHYSICIAN, Roles.REGULATOR})
    @RunOnVirtualThread
    @Operation(summary = "Qui est d’astreinte, et pourquoi ; sinon, quand le territoire ouvre et qui appeler d’ici là")
    @APIResponse(responseCode = "200", description = "L’ordre d’appel avec sa raison, ou la fermeture")
    @APIResponse(responseCode = "400", description = "Instant illisible (document de problème)")
    @APIResponse(responseCode = "404", description = "Aucun territoire n’a ce code (document de problème)")
    public OnDutyAnswer onDuty(
            @RestPath String code,
            @Parameter(
                            description =
                                    "Instant avec décalage, par exemple 2026-11-14T22:30:00+01:00 ; maintenant par défaut")
                    @RestQuery
                    Optional<String> at) {
        Territory territory = territory(code);
        Instant instant = at.map(text -> Asked.instant("at", text)).orElseGet(clock::instant);
        return teller.at(territory, instant);
    }

    private Territory territory(String code) {
        return directory
                .territory(Asked.territory(code))
                .orElseThrow(() -> Problem.notFound("Aucun territoire n’a le code « " + code + " »."));
    }

    private DutyCalendar calendar(Territory territory) {
        return calendars.of(territory.code()).orElseThrow();
    }

    private static void requireReasonable(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw Problem.badRequest(
                    "to", "la dernière date précède la première (" + FrenchDate.of(first) + ") ; les échanger");
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw Problem.badRequest("to", "la période dépasse " + MOST_DAYS + " jours ; demander plusieurs périodes");
        }
    }
}
