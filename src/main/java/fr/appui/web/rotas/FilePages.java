package fr.appui.web.rotas;

import fr.appui.planning.life.FeedDesk;
import fr.appui.planning.life.FeedTokens.Owner;
import fr.appui.planning.life.ImportDesk;
import fr.appui.web.OwnAddress;
import fr.appui.web.Problem;
import fr.appui.web.request.Author;
import fr.appui.web.request.Faults;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Tables in and out, tried before they are written; and the calendar to subscribe to. */
@Path("/planning")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class FilePages {

    private static final int UNPROCESSABLE = 422;

    private final PlanningDoor door;
    private final ImportDesk imports;
    private final FeedDesk feeds;
    private final Author author;
    private final OwnAddress own;

    FilePages(PlanningDoor door, ImportDesk imports, FeedDesk feeds, Author author, OwnAddress own) {
        this.door = door;
        this.imports = imports;
        this.feeds = feeds;
        this.author = author;
        this.own = own;
    }

    /** What was made of a file. @param trial nothing was to be written */
    record Read(String what, boolean trial, ImportDesk.Result result) {}

    /** @param since when the calendar's present address was made; @param address shown this once, empty otherwise */
    record Feed(Optional<ZonedDateTime> since, String address) {}

    @CheckedTemplate(basePath = "planning")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance fichiers(Planned at, Optional<Read> read, Feed feed, List<Faults.Fault> faults);
    }

    @GET
    @Path("{code}/fichiers")
    public TemplateInstance files(@RestPath String code, @RestQuery @DefaultValue("") String trimestre) {
        Planned at = door.shown(code, trimestre);
        return Templates.fichiers(at, Optional.empty(), feed(at, ""), List.of());
    }

    @POST
    @Path("{code}/fichiers")
    public Response read(
            @RestPath String code,
            @RestForm @DefaultValue("") String trimestre,
            @RestForm @DefaultValue("souhaits") String contenu,
            @RestForm @DefaultValue("essai") String acte,
            @RestForm("fichier") @Nullable FileUpload fichier) {
        Planned at = door.asked(code, trimestre);
        if (fichier == null || fichier.size() == 0) {
            var fault = new Faults.Fault("fichier", "Fichier : en choisir un, au format CSV");
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Templates.fichiers(at, Optional.empty(), feed(at, ""), List.of(fault)))
                    .build();
        }
        boolean trial = !acte.equals("ecrire");
        var read = new Read(contenu, trial, result(at, contenu, content(fichier), trial));
        return Response.status(read.result().problems().isEmpty() ? Response.Status.OK.getStatusCode() : UNPROCESSABLE)
                .entity(Templates.fichiers(at, Optional.of(read), feed(at, ""), List.of()))
                .build();
    }

    @POST
    @Path("{code}/agenda")
    public TemplateInstance calendar(
            @RestPath String code, @RestForm @DefaultValue("") String acte, @Context UriInfo address) {
        Planned at = door.today(code);
        var owner = new Owner.OfTerritory(at.code());
        if (acte.equals("revoquer")) {
            if (!feeds.revoke(owner, author.act(null, "révocation"))) {
                throw Problem.notFound("Aucun abonnement n’est en cours.");
            }
            return Templates.fichiers(at, Optional.empty(), feed(at, ""), List.of());
        }
        String secret = feeds.issue(owner, author.act(null, "abonnement"));
        String whole = own.base(address)
                .resolve("api/territories/" + at.code() + "/duties.ics?token=" + secret)
                .toString();
        return Templates.fichiers(at, Optional.empty(), feed(at, whole), List.of());
    }

    private ImportDesk.Result result(Planned at, String what, byte[] content, boolean trial) {
        return what.equals("planning")
                ? imports.rota(at.code(), at.quarter(), content, trial, author.act(null, "import d’un planning"))
                : imports.wishes(at.code(), content, trial, author.act(null, "import de souhaits"));
    }

    private Feed feed(Planned at, String address) {
        return new Feed(
                feeds.issuedAt(new Owner.OfTerritory(at.code()))
                        .map(instant -> instant.atZone(at.territory().timeZone())),
                address);
    }

    private static byte[] content(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
