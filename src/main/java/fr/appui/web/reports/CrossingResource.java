package fr.appui.web.reports;

import fr.appui.indicators.Crossing;
import fr.appui.indicators.report.CrossedCalls;
import fr.appui.web.Paging;
import fr.appui.web.audit.Exported;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Calls crossed by rows of several indicators, of a territory or of the territories whose codes begin with a region's. */
@Path("/api/territories/{code}/calls")
public class CrossingResource {

    private final CrossingDesk desk;

    CrossingResource(CrossingDesk desk) {
        this.desk = desk;
    }

    /** @param until the last day counted */
    public record Part(String period, LocalDate from, LocalDate until, long calls) {

        static Part of(CrossedCalls.Counted counted, long told) {
            return new Part(counted.period().code(), counted.period().first(), counted.until(), told);
        }
    }

    /** @param exact false where counts are rounded to a multiple of 5, for who does not coordinate the territory */
    public record Count(List<String> filters, Part now, Part before, boolean exact) {}

    /**
     * How many, and how many in the period before.
     *
     * @param period {@code 2026}, {@code 2026-Q1} or {@code 2026-03}
     * @param filter row of an indicator, {@code motives:PAIN}; several are all met
     */
    @GET
    @Path("count")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.COORDINATOR, Roles.ARS_READER})
    public Count count(
            @PathParam("code") String code,
            @QueryParam("period") Optional<String> period,
            @QueryParam("filter") List<String> filter) {
        CrossingDesk.Asked asked = asked(code, period, filter);
        CrossingDesk.Told told = desk.count(asked);
        return new Count(
                asked.crossing().filters().stream()
                        .map(Crossing.Filter::written)
                        .toList(),
                Part.of(told.compared().now(), told.now()),
                Part.of(told.compared().before(), told.before()),
                told.exact());
    }

    /** Which: JSON by pages. Parameters as for the count. */
    @GET
    @Path("crossed")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.COORDINATOR)
    public Paging.Page<CrossedCalls.Line> list(
            @PathParam("code") String code,
            @QueryParam("period") Optional<String> period,
            @QueryParam("filter") List<String> filter,
            @QueryParam("page") Optional<String> page,
            @QueryParam("size") Optional<String> size) {
        Paging paging = Paging.asked(page, size);
        CrossedCalls.Found found = desk.find(asked(code, period, filter), paging.page(), paging.size());
        return paging.of(found.lines(), found.total());
    }

    /** All of them as a CSV, a workbook or a PDF. */
    @Exported
    @GET
    @Path("crossed{suffix: \\.[a-z]+}")
    @RolesAllowed(Roles.COORDINATOR)
    public Response file(
            @PathParam("code") String code,
            @PathParam("suffix") String suffix,
            @QueryParam("period") Optional<String> period,
            @QueryParam("filter") List<String> filter,
            @Context HttpHeaders headers) {
        CrossingDesk.Asked asked = asked(code, period, filter);
        var printable = desk.printable(asked);
        return Rendering.asked(suffix, headers).of(printable, () -> printable, "appels-" + code);
    }

    private CrossingDesk.Asked asked(String code, Optional<String> period, List<String> filter) {
        return desk.asked(code, Territories.period(period, Optional.empty()), filter);
    }
}
