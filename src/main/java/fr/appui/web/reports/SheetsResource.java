package fr.appui.web.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.appui.indicators.report.Printable;
import fr.appui.trace.SheetRegister;
import fr.appui.trace.SheetRegister.Sheet;
import fr.appui.web.Paging;
import fr.appui.web.audit.Exported;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The register of a territory's validated sheets (doc 001 §4, « colliger »). */
@Path("/api/territories/{code}/sheets")
@RolesAllowed(Roles.COORDINATOR)
public class SheetsResource {

    private final SheetsDesk desk;

    SheetsResource(SheetsDesk desk) {
        this.desk = desk;
    }

    /** Codes are of {@code nomenclature}. @param readBy who read this revision first; absent while nobody did */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String call,
            Instant received,
            boolean declared,
            int revision,
            String nomenclature,
            String author,
            @Nullable String callerProfile,
            List<String> motives,
            List<String> orientations,
            @Nullable String readBy,
            @Nullable Instant readAt) {

        static Line of(Sheet sheet) {
            return new Line(
                    sheet.revision().call().value(),
                    sheet.received(),
                    sheet.declared(),
                    sheet.revision().number(),
                    sheet.revision().nomenclature(),
                    sheet.revision().author(),
                    sheet.revision().outcome().callerProfile().orElse(null),
                    sheet.revision().outcome().motives(),
                    sheet.revision().outcome().orientations(),
                    sheet.read().map(SheetRegister.Read::by).orElse(null),
                    sheet.read().map(SheetRegister.Read::at).orElse(null));
        }
    }

    /** @param from the last thirty days when absent @param motive a code @param state {@code UNREAD} for what nobody read */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Paging.Page<Line> list(
            @PathParam("code") String code,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("motive") Optional<String> motive,
            @QueryParam("state") Optional<String> state,
            @QueryParam("page") Optional<String> page,
            @QueryParam("size") Optional<String> size) {
        Paging paging = Paging.asked(page, size);
        SheetRegister.Page found = desk.page(
                desk.search(
                        code, from.orElse(""), to.orElse(""), motive.orElse(""), state.equals(Optional.of("UNREAD"))),
                paging.page(),
                paging.size());
        return paging.of(found.items().stream().map(Line::of).toList(), found.total());
    }

    /** The same as a workbook, a PDF or a CSV. */
    @Exported
    @GET
    @Path("register{suffix: (\\.[a-z]+)?}")
    public Response file(
            @PathParam("code") String code,
            @PathParam("suffix") String suffix,
            @QueryParam("from") Optional<String> from,
            @QueryParam("to") Optional<String> to,
            @QueryParam("motive") Optional<String> motive,
            @Context HttpHeaders headers) {
        SheetsDesk.Search search = desk.search(code, from.orElse(""), to.orElse(""), motive.orElse(""), false);
        Printable printable = desk.printable(search, code);
        return Rendering.asked(suffix, headers).of(printable, () -> printable, "registre-" + code);
    }

    @POST
    @Path("{call}/read")
    public Response read(@PathParam("code") String code, @PathParam("call") String call) {
        desk.read(code, call);
        return Response.noContent().build();
    }
}
