package fr.appui.web.reports;

import fr.appui.web.Problem;
import fr.appui.web.audit.Exported;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * The papers of an agreement (doc 001 §4, article L. 6134-1). At the address of the agreements' own resource: a longer one of a
 * class would hide its acts.
 */
@Path("/api")
@RolesAllowed(Roles.COORDINATOR)
public class AgreementPapersResource {

    private static final String PDF = "application/pdf";
    private static final String AGREEMENT = "territories/{code}/agreements/{id}/";

    private final AgreementDesk desk;

    AgreementPapersResource(AgreementDesk desk) {
        this.desk = desk;
    }

    @GET
    @Path(AGREEMENT + "terms")
    @Produces(MediaType.APPLICATION_JSON)
    public AgreementDesk.Written terms(@PathParam("code") String code, @PathParam("id") String id) {
        return desk.terms(code, id);
    }

    /** Over the version that was read. */
    @PUT
    @Path(AGREEMENT + "terms")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public AgreementDesk.Written write(
            @PathParam("code") String code, @PathParam("id") String id, AgreementDesk.@Nullable Written terms) {
        return desk.write(code, id, terms == null ? new AgreementDesk.Written(null, null, null, null) : terms);
    }

    /** The document to sign. */
    @Exported
    @GET
    @Path(AGREEMENT + "document.pdf")
    @Produces(PDF)
    public byte[] document(@PathParam("code") String code, @PathParam("id") String id) {
        return desk.document(code, id);
    }

    /** The signed file, as it was handed in. */
    @Exported
    @GET
    @Path(AGREEMENT + "signed.pdf")
    @Produces(PDF)
    public byte[] signed(@PathParam("code") String code, @PathParam("id") String id) {
        return desk.signed(code, id)
                .orElseThrow(() -> Problem.notFound("Aucun fichier signé n’est gardé pour cette convention."))
                .pdf();
    }

    /** A PDF of 1.5 MB at most; it takes the place of the one before. */
    @PUT
    @Path(AGREEMENT + "signed.pdf")
    @Consumes(PDF)
    public Response sign(@PathParam("code") String code, @PathParam("id") String id, byte @Nullable [] pdf) {
        desk.sign(code, id, pdf);
        return Response.noContent().build();
    }
}
