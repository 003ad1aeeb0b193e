package fr.appui.web.reports;

import fr.appui.indicators.kit.Kits;
import fr.appui.indicators.kit.PosterText;
import fr.appui.indicators.render.KitPdf;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** The poster and the cards of a territory, to print. */
@Path("/api/territories/{code}/kit")
@Produces("application/pdf")
@RolesAllowed(Roles.COORDINATOR)
public class KitResource {

    private final Kits kits;

    KitResource(Kits kits) {
        this.kits = kits;
    }

    @GET
    @Path("poster.pdf")
    public byte[] poster(@PathParam("code") String code) {
        return KitPdf.poster(notice(code), kits.logos(code));
    }

    @GET
    @Path("cards.pdf")
    public byte[] cards(@PathParam("code") String code) {
        return KitPdf.cards(notice(code));
    }

    private PosterText notice(String code) {
        Kits.Answer answer = kits.of(Territories.code(code))
                .orElseThrow(() -> Problem.notFound("Le territoire « " + code + " » n’existe pas."));
        return switch (answer) {
            case Kits.Answer.Ready ready -> ready.notice();
            case Kits.Answer.Lacking lacking ->
                throw Problem.conflict(
                        "support-incomplet", "Les supports ne peuvent pas être imprimés : " + lacking.what() + ".");
        };
    }
}
