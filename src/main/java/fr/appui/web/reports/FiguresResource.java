package fr.appui.web.reports;

import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.Breakdowns;
import fr.appui.indicators.DutyBreakdowns;
import fr.appui.indicators.report.Reports;
import fr.appui.indicators.report.TerritoryYear;
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

/** Which calls or duties are behind each figure of a territory. */
@Path("/api/territories/{code}/indicators")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.COORDINATOR, Roles.ARS_READER})
public class FiguresResource {

    private final Reports reports;
    private final WhichOnes whichOnes;

    FiguresResource(Reports reports, WhichOnes whichOnes) {
        this.reports = reports;
        this.whichOnes = whichOnes;
    }

    /** The identifiers behind one figure: of calls, or of duties ({@code HDF-OISE/2026-03-09}). */
    @GET
    @Path("{indicator}")
    public Paging.Page<String> whichOnes(
            @PathParam("code") String code,
            @PathParam("indicator") String indicator,
            @QueryParam("year") Optional<Integer> year,
            @QueryParam("bucket") Optional<String> bucket,
            @QueryParam("page") Optional<String> page,
            @QueryParam("size") Optional<String> size) {
        Paging paging = Paging.asked(page, size);
        var asked = new WhichOnes.Asked(
                bucket.orElseThrow(() -> Problem.badRequest("bucket", "indiquer la ligne du tableau, par son code")),
                paging.page(),
                paging.size());
        WhichOnes.Found found = found(year(code, year), indicator, asked);
        return new Paging.Page<>(found.ids(), paging.page(), paging.size(), (int) found.total());
    }

    private WhichOnes.Found found(TerritoryYear year, String indicator, WhichOnes.Asked asked) {
        return Breakdowns.named(indicator)
                .map(breakdown -> whichOnes.calls(year, breakdown, asked))
                .or(() -> DutyBreakdowns.named(indicator).map(breakdown -> whichOnes.duties(year, breakdown, asked)))
                .orElseThrow(() ->
                        Problem.notFound("L'indicateur « " + indicator + " » n'existe pas ; voir /api/indicators."));
    }

    private TerritoryYear year(String code, Optional<Integer> year) {
        int asked = year.filter(number -> number >= 2000 && number <= 2100)
                .orElseThrow(() -> Problem.badRequest("year", "indiquer une année, par exemple 2026"));
        try {
            return reports.year(new TerritoryCode(code), asked)
                    .orElseThrow(() -> Problem.notFound("Le territoire « " + code + " » n'existe pas."));
        } catch (IllegalArgumentException invalid) {
            throw Problem.badRequest("code", String.valueOf(invalid.getMessage()));
        }
    }
}
