package fr.appui.web.reports;

import fr.appui.directory.PhoneNumber;
import fr.appui.indicators.kit.Diffusion;
import fr.appui.indicators.kit.Diffusion.Kind;
import fr.appui.indicators.kit.Diffusion.State;
import fr.appui.indicators.report.Reports;
import fr.appui.planning.feed.LineProblem;
import fr.appui.web.Problem;
import fr.appui.web.Problem.FieldError;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The diffusion list of a territory: read from a file, the poster sent, what became of it. */
@Path("/supports/{code}/diffusion")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DiffusionPages {

    private final DiffusionDesk desk;
    private final Reports reports;

    DiffusionPages(DiffusionDesk desk, Reports reports) {
        this.desk = desk;
        this.reports = reports;
    }

    /** @param tone of the tag that says the state */
    record Line(
            long id,
            String kind,
            String name,
            String mail,
            String phone,
            String state,
            String tone,
            String reason,
            Optional<ZonedDateTime> sentAt,
            String called) {}

    /** @param waiting of this kind that were not sent the present poster @param unknown that may have been */
    record Choice(Kind kind, int all, int waiting, int unknown) {}

    record Page(
            String code,
            String name,
            boolean ready,
            List<Line> lines,
            List<Choice> choices,
            int unknown,
            LocalDate since,
            List<LineProblem> problems,
            List<FieldError> errors,
            String problem) {}

    @CheckedTemplate(basePath = "suivi")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance diffusion(Page page);
    }

    @GET
    public TemplateInstance show(@RestPath String code) {
        return page(code, List.of(), List.of(), "");
    }

    @POST
    @Path("liste")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response read(@RestPath String code, @RestForm @Nullable FileUpload file) {
        DiffusionDesk.Import read = desk.read(code, content(file), false);
        return read.problems().isEmpty()
                ? back(code)
                : Response.status(422)
                        .entity(page(code, read.problems(), List.of(), ""))
                        .build();
    }

    @POST
    @Path("envoi")
    public Response send(
            @RestPath String code, @RestForm List<String> kinds, @RestForm @DefaultValue("") String unknownToo) {
        try {
            desk.send(code, kinds, !unknownToo.isEmpty());
        } catch (Problem.Refused refused) {
            boolean conflict = refused.problem().status() == Response.Status.CONFLICT.getStatusCode();
            if (refused.problem().errors().isEmpty() && !conflict) {
                throw refused;
            }
            return Response.status(refused.problem().status())
                    .entity(page(
                            code,
                            List.of(),
                            refused.problem().errors(),
                            conflict ? refused.problem().detail() : ""))
                    .build();
        }
        return back(code);
    }

    @POST
    @Path("retrait")
    public Response remove(@RestPath String code, @RestForm @DefaultValue("0") long contact) {
        desk.remove(code, contact);
        return back(code);
    }

    private static Response back(String code) {
        return Response.seeOther(URI.create("/supports/" + code + "/diffusion")).build();
    }

    private static byte @Nullable [] content(@Nullable FileUpload file) {
        if (file == null) {
            return null;
        }
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private TemplateInstance page(String code, List<LineProblem> problems, List<FieldError> errors, String problem) {
        List<DiffusionDesk.Line> lines = desk.lines(code);
        List<Choice> choices = Stream.of(Kind.values())
                .map(kind -> choice(kind, lines))
                .filter(choice -> choice.all() > 0)
                .toList();
        return Templates.diffusion(new Page(
                code,
                reports.territories(code).stream()
                        .findFirst()
                        .orElseThrow(() -> Territories.unknown(code))
                        .name(),
                desk.poster(code).isPresent(),
                lines.stream().map(line -> line(code, line)).toList(),
                choices,
                choices.stream().mapToInt(Choice::unknown).sum(),
                desk.since().atZone(reports.zone(code)).toLocalDate(),
                problems,
                errors,
                problem));
    }

    private static Choice choice(Kind kind, List<DiffusionDesk.Line> lines) {
        List<DiffusionDesk.Line> own = lines.stream()
                .filter(line -> line.listed().contact().kind() == kind)
                .toList();
        int unknown = (int) own.stream().filter(line -> is(line, State.UNKNOWN)).count();
        int waiting = (int) own.stream()
                .filter(line -> line.listed().sending().isEmpty() || is(line, State.FAILED))
                .count();
        return new Choice(kind, own.size(), waiting, unknown);
    }

    private static boolean is(DiffusionDesk.Line line, State state) {
        return line.listed()
                .sending()
                .filter(sending -> sending.state() == state)
                .isPresent();
    }

    private Line line(String code, DiffusionDesk.Line line) {
        Diffusion.Contact contact = line.listed().contact();
        Optional<Diffusion.Sending> sending = line.listed().sending();
        return new Line(
                line.listed().id(),
                contact.kind().label(),
                contact.name(),
                contact.mail().value(),
                contact.phone().map(PhoneNumber::national).orElse(""),
                sending.map(known -> known.state().label()).orElse("Pas encore envoyée"),
                sending.map(known -> switch (known.state()) {
                            case SENT -> "good";
                            case TO_SEND, UNKNOWN -> "care";
                            case FAILED -> "bad";
                        })
                        .orElse(""),
                sending.map(Diffusion.Sending::reason).orElse(""),
                sending.flatMap(Diffusion.Sending::sentAt).map(at -> at.atZone(reports.zone(code))),
                line.called().map(called -> called ? "A appelé" : "Jamais").orElse(""));
    }
}
