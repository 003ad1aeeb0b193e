package fr.appui.web.directory;

import fr.appui.directory.Agreement;
import fr.appui.directory.DirectoryDesk;
import fr.appui.directory.DirectoryDesk.KeptAgreement;
import fr.appui.directory.Territory;
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
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Agreements between a territory's host and the establishments that take part, for programs. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
@Tag(name = "directory")
public class AgreementsResource {

    private final DirectoryDesk desk;
    private final Exchange exchange;

    AgreementsResource(DirectoryDesk desk, Exchange exchange) {
        this.desk = desk;
        this.exchange = exchange;
    }

    /** @param host the FINESS number of the host at the time */
    public record Known(long id, int version, String host, AgreementEntry agreement) {
        static Known of(KeptAgreement kept) {
            return new Known(
                    kept.id(), kept.version(), kept.agreement().host().value(), AgreementEntry.of(kept.agreement()));
        }
    }

    public record All(List<Known> items) {}

    @GET
    @Path("/territories/{code}/agreements")
    @Operation(summary = "Les conventions du territoire")
    public All list(@RestPath String code) {
        return new All(desk.agreements(exchange.territory(code).code()).stream()
                .map(Known::of)
                .toList());
    }

    @POST
    @Path("/territories/{code}/agreements")
    @Operation(summary = "Enregistre une convention avec un établissement partenaire")
    public Response create(@RestPath String code, @Nullable AgreementEntry body) {
        Agreement agreement = read(exchange.territory(code), body);
        return Exchange.answer(
                desk.create(agreement, exchange.author()),
                version -> Response.status(Response.Status.CREATED).entity(AgreementEntry.of(agreement)));
    }

    @PUT
    @Path("/territories/{code}/agreements/{id}")
    @Operation(summary = "Corrige une convention ; If-Match donne la version lue")
    @APIResponse(responseCode = "200", description = "La convention telle qu’elle est gardée")
    @APIResponse(responseCode = "412", description = "Quelqu’un a modifié entre-temps ce qui avait été lu")
    @APIResponse(responseCode = "428", description = "If-Match manque")
    public Response change(
            @RestPath String code,
            @RestPath String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version,
            @Nullable AgreementEntry body) {
        Territory territory = exchange.territory(code);
        int expected = Exchange.version(version);
        long number = Exchange.number(id);
        KeptAgreement kept = desk.agreement(territory.code(), number)
                .orElseThrow(() -> Problem.notFound("Rien n’a l’identifiant " + id + "."));
        var reading = new Reading();
        Agreement agreement = Exchange.sound(
                Exchange.given(body)
                        .read(territory.code(), Optional.of(kept.agreement().host()), reading),
                reading);
        return Exchange.answer(
                desk.change(number, agreement, expected, exchange.author()),
                now -> Response.ok(AgreementEntry.of(agreement)));
    }

    @DELETE
    @Path("/territories/{code}/agreements/{id}")
    @Operation(summary = "Retire une convention enregistrée par erreur ; If-Match donne la version lue")
    @APIResponse(responseCode = "204", description = "La convention n’est plus enregistrée")
    @APIResponse(responseCode = "412", description = "Quelqu’un a modifié entre-temps ce qui avait été lu")
    @APIResponse(responseCode = "428", description = "If-Match manque")
    public Response remove(
            @RestPath String code, @RestPath String id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String version) {
        Territory territory = exchange.territory(code);
        return Exchange.answer(
                desk.remove(territory.code(), Exchange.number(id), Exchange.version(version), exchange.author()),
                kept -> Response.noContent());
    }

    private static Agreement read(Territory territory, @Nullable AgreementEntry body) {
        var reading = new Reading();
        return Exchange.sound(Exchange.given(body).read(territory, reading), reading);
    }
}
