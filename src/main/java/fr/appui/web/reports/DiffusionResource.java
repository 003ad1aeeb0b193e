package fr.appui.web.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.appui.directory.PhoneNumber;
import fr.appui.indicators.kit.Diffusion;
import fr.appui.indicators.kit.Diffusion.Sending;
import fr.appui.web.Paging;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** To whom a territory's poster goes, and what became of it (doc 001 §7). */
@Path("/api/territories/{code}/diffusion")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.APPLICATION_JSON)
public class DiffusionResource {

    private final DiffusionDesk desk;

    DiffusionResource(DiffusionDesk desk) {
        this.desk = desk;
    }

    /**
     * @param state of the present poster; null when it was never to be sent to them
     * @param sentAt when a mail server took it
     * @param called whether anybody called from its number, as long as numbers are kept; null where it has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            long id,
            Diffusion.Kind kind,
            String name,
            String mail,
            @Nullable String phone,
            Diffusion.@Nullable State state,
            @Nullable String reason,
            @Nullable Instant queuedAt,
            @Nullable Instant sentAt,
            @Nullable Boolean called) {

        static Line of(DiffusionDesk.Line line) {
            Diffusion.Contact contact = line.listed().contact();
            Optional<Sending> sending = line.listed().sending();
            return new Line(
                    line.listed().id(),
                    contact.kind(),
                    contact.name(),
                    contact.mail().value(),
                    contact.phone().map(PhoneNumber::e164).orElse(null),
                    sending.map(Sending::state).orElse(null),
                    sending.map(Sending::reason)
                            .filter(reason -> !reason.isEmpty())
                            .orElse(null),
                    sending.map(Sending::queuedAt).orElse(null),
                    sending.flatMap(Sending::sentAt).orElse(null),
                    line.called().orElse(null));
        }
    }

    /** @param kinds to whom @param unknownToo whether those are sent it again who may have received it */
    public record Sent(
            @Nullable List<String> kinds, @Nullable Boolean unknownToo) {}

    /** @param queued by this act; those to whom the poster was sent, or is on its way, are not among them */
    public record Queued(int queued) {}

    @GET
    public Paging.Page<Line> list(
            @PathParam("code") String code,
            @QueryParam("page") Optional<String> page,
            @QueryParam("size") Optional<String> size) {
        return Paging.asked(page, size)
                .of(desk.lines(code).stream().map(Line::of).toList());
    }

    /** Columns: nature, nom, mail, téléphone. All of the file or nothing. */
    @POST
    @Path("import")
    @Consumes({"text/csv", MediaType.APPLICATION_OCTET_STREAM})
    public Response read(
            @PathParam("code") String code,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            byte @Nullable [] file) {
        DiffusionDesk.Import read = desk.read(code, file, dryRun);
        return Response.status(read.problems().isEmpty() ? 200 : 422)
                .entity(read)
                .build();
    }

    @POST
    @Path("send")
    @Consumes(MediaType.APPLICATION_JSON)
    public Queued send(@PathParam("code") String code, @Nullable Sent sent) {
        return new Queued(desk.send(
                code,
                sent == null || sent.kinds() == null ? List.of() : sent.kinds(),
                sent != null && Boolean.TRUE.equals(sent.unknownToo())));
    }

    /** What was sent to it stays. */
    @DELETE
    @Path("contacts/{contact}")
    public Response remove(@PathParam("code") String code, @PathParam("contact") long contact) {
        desk.remove(code, contact);
        return Response.noContent().build();
    }
}
