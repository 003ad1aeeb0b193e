package fr.appui.web.reports;

import fr.appui.indicators.report.WhichOnes;
import fr.appui.web.Paging;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** Which calls or duties are behind each figure, of a territory or of the territories whose codes begin with a region's. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.ARS_READER})
public class FiguresResource {

    private final FigureDesk desk;

    FiguresResource(FigureDesk desk) {
        this.desk = desk;
    }

    /**
     * The identifiers behind one figure: of calls, or of duties ({@code HDF-OISE/2026-03-09}).
     *
     * @param year {@code 2026}; or {@code period}: {@code 2026}, {@code 2026-Q1}, {@code 2026-03}
     * @param bucket the row of the indicator, by its code
     */
    @GET
    @Path("territories/{code}/indicators/{indicator}")
    public Paging.Page<String> ofTerritory(
            @PathParam("code") String code,
            @PathParam("indicator") String indicator,
            @QueryParam("year") Optional<String> year,
            @QueryParam("period") Optional<String> period,
            @QueryParam("bucket") Optional<String> bucket,
            @QueryParam("page") Optional<String> page,
            @QueryParam("size") Optional<String> size) {
        Paging paging = Paging.asked(page, size);
        var asked = new WhichOnes.Asked(
                bucket.orElseThrow(() -> Problem.badRequest("bucket", "indiquer la ligne du tableau, par son code")),
                paging.page(),
                paging.size());
        WhichOnes.Found found = desk.find(code, Territories.period(period, year), indicator, asked);
        return paging.of(found.ids(), found.total());
    }

    /** As for a territory. */
    @GET
    @Path("regions/{code}/indicators/{indicator}")
    public Paging.Page<String> ofRegion(
            @PathParam("code") String code,
            @PathParam("indicator") String indicator,
            @QueryParam("year") Optional<String> year,
            @QueryParam("period") Optional<String> period,
            @QueryParam("bucket") Optional<String> bucket,
            @QueryParam("page") Optional<String> page,
            @QueryParam("size") Optional<String> size) {
        return ofTerritory(code, indicator, year, period, bucket, page, size);
    }
}
