package fr.appui.web.directory;

import fr.appui.calendar.ArsAgreement;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterDesk;
import fr.appui.directory.DirectoryDesk;
import fr.appui.directory.Joining;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Versioned;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What a territory is, its line and its hours, for programs. The territory's description is read at its own address. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "directory")
public class ServiceResource {

    private final DirectoryDesk desk;
    private final PerimeterDesk perimeters;
    private final JoiningDoor joinings;
    private final Exchange exchange;

    ServiceResource(DirectoryDesk desk, PerimeterDesk perimeters, JoiningDoor joinings, Exchange exchange) {
        this.joinings = joinings;
        this.desk = desk;
        this.perimeters = perimeters;
        this.exchange = exchange;
    }

    @POST
    @Path("/territories/{code}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(summary = "Ajoute un territoire ; son code est dans l’adresse et ne change plus")
    public Response create(@RestPath String code, @Nullable TerritoryEntry body) {
        var reading = new Reading();
        Optional<TerritoryCode> chosen = reading.value("code", code, TerritoryCode::new);
        Exchange.requireSound(reading);
        Territory territory = Exchange.sound(
                Exchange.given(body).read(chosen.orElseThrow(), Territory.Contact.NONE, reading), reading);
        return Exchange.answer(
                desk.create(territory, exchange.author()),
                version -> Response.status(Response.Status.CREATED).entity(TerritoryEntry.of(territory)));
    }

    @GET
    @Path("/territories/{code}/identity")
    @Operation(summary = "Nom, zones, jours fériés, porteur, tels qu’ils se modifient ; ETag dit la version")
    public Response identity(@RestPath String code) {
        Versioned<Territory> known = known(code);
        return Response.ok(TerritoryEntry.of(known.value()))
                .tag(Exchange.tag(known.version()))
                .build();
    }

    @PUT
    @Path("/territories/{code}/identity")
    @Operation(summary = "Modifie nom, zones, jours fériés et établissement porteur ; If-Match donne la version lue")
    @APIResponse(responseCode = "200", description = "L’identité telle qu’elle est gardée")
    @APIResponse(responseCode = "412", description = "Quelqu’un a modifié entre-temps ce qui avait été lu")
    @APIResponse(responseCode = "428", description = "If-Match manque")
    public Response change(
            @RestPath String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Nullable TerritoryEntry body) {
        Territory before = known(code).value();
        int expected = Exchange.version(version);
        var reading = new Reading();
        Territory after = Exchange.sound(Exchange.given(body).read(before.code(), before.contact(), reading), reading);
        return Exchange.answer(
                desk.change(after, expected, exchange.author()), kept -> Response.ok(TerritoryEntry.of(after)));
    }

    @GET
    @Path("/territories/{code}/line")
    @Operation(summary = "La ligne et ses réglages ; ETag dit la version")
    public Response line(@RestPath String code) {
        Versioned<Territory> known = known(code);
        return Response.ok(LineEntry.of(known.value().contact()))
                .tag(Exchange.tag(known.version()))
                .build();
    }

    @PUT
    @Path("/territories/{code}/line")
    @Operation(summary = "Règle la ligne ; les appels suivants en tiennent compte. If-Match donne la version lue")
    @APIResponse(responseCode = "200", description = "Les réglages tels qu’ils sont gardés")
    @APIResponse(responseCode = "412", description = "Quelqu’un a modifié entre-temps ce qui avait été lu")
    @APIResponse(responseCode = "428", description = "If-Match manque")
    public Response setLine(
            @RestPath String code,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Nullable LineEntry body) {
        Territory before = known(code).value();
        int expected = Exchange.version(version);
        var reading = new Reading();
        Territory after = Exchange.sound(Exchange.given(body).read(before, reading), reading);
        return Exchange.answer(
                desk.change(after, expected, exchange.author()), kept -> Response.ok(LineEntry.of(after.contact())));
    }

    @POST
    @Path("/territories/{code}/perimeters")
    @Operation(summary = "Annonce un périmètre à l’ARS ; il ne s’applique qu’après son accord")
    public Response announce(@RestPath String code, @Nullable PerimeterEntry body) {
        TerritoryCode territory = exchange.territory(code).code();
        var reading = new Reading();
        Perimeter perimeter = Exchange.sound(Exchange.given(body).read(reading), reading);
        return Exchange.answer(
                perimeters.announce(territory, perimeter, exchange.author()),
                version -> Response.status(Response.Status.CREATED).entity(body));
    }

    @PUT
    @Path("/territories/{code}/perimeters/{date}/agreement")
    @Operation(summary = "Enregistre l’accord de l’ARS au périmètre annoncé pour cette date")
    public Response agree(@RestPath String code, @RestPath String date, PerimeterEntry.@Nullable AgreedEntry body) {
        TerritoryCode territory = exchange.territory(code).code();
        var reading = new Reading();
        Optional<LocalDate> inForceFrom = reading.date("date", date);
        ArsAgreement agreement = Exchange.sound(Exchange.given(body).read(reading), reading);
        return Exchange.answer(
                perimeters.agree(territory, inForceFrom.orElseThrow(), agreement, exchange.author()),
                version -> Response.ok(body));
    }

    @DELETE
    @Path("/territories/{code}/perimeters/{date}")
    @Operation(summary = "Retire une annonce que l’ARS n’a pas acceptée")
    public Response withdraw(@RestPath String code, @RestPath String date) {
        TerritoryCode territory = exchange.territory(code).code();
        return Exchange.answer(
                perimeters.withdraw(territory, day(date), exchange.author()), version -> Response.noContent());
    }

    @GET
    @Path("/territories/{code}/joining")
    @Operation(summary = "La ligne à laquelle celle-ci est réunie, ou le sera ; 404 si elle ne l’est pas")
    public JoiningEntry joining(@RestPath String code) {
        return joinings.of(exchange.territory(code).code())
                .map(JoiningEntry::of)
                .orElseThrow(() -> Problem.notFound("La ligne de ce territoire n’est réunie à aucune autre."));
    }

    @POST
    @Path("/territories/{code}/joining")
    @Operation(
            summary = "Réunit la ligne de ce territoire à celle d’un autre à une date",
            description =
                    "Le numéro continue de répondre ; les appels, astreintes et forfaits d’avant restent ceux de la"
                            + " ligne appelée. Demande la coordination des deux territoires.")
    public Response join(@RestPath String code, @Nullable JoiningEntry body) {
        TerritoryCode territory = exchange.territory(code).code();
        var reading = new Reading();
        Joining joining = Exchange.sound(Exchange.given(body).read(territory, reading), reading);
        return Exchange.answer(
                joinings.join(joining, exchange.author()),
                version -> Response.status(Response.Status.CREATED).entity(body));
    }

    @DELETE
    @Path("/territories/{code}/joining/{date}")
    @Operation(summary = "Annule la réunion prévue à cette date, tant qu’elle n’a pas commencé")
    public Response separate(@RestPath String code, @RestPath String date) {
        TerritoryCode territory = exchange.territory(code).code();
        return Exchange.answer(
                joinings.withdraw(territory, day(date), exchange.author()), version -> Response.noContent());
    }

    private static LocalDate day(String date) {
        var reading = new Reading();
        return Exchange.sound(reading.date("date", date), reading);
    }

    private Versioned<Territory> known(String code) {
        return desk.territory(exchange.territory(code).code()).orElseThrow();
    }
}
