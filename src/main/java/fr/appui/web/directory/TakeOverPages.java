package fr.appui.web.directory;

import fr.appui.directory.TakeOver;
import fr.appui.directory.Territory;
import fr.appui.planning.feed.LineProblem;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
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
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Who may take a patient over on which nights, from a file. */
@Path("/annuaire")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class TakeOverPages {

    private final TakeOverFile file;
    private final Desk pages;

    TakeOverPages(TakeOverFile file, Desk pages) {
        this.file = file;
        this.pages = pages;
    }

    record Page(Territory territory, List<TakeOver> services, List<LineProblem> problems) {}

    @CheckedTemplate(basePath = "annuaire")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance relaisNuit(Page page);
    }

    @GET
    @Path("{code}/relais-de-nuit")
    public TemplateInstance list(@RestPath String code) {
        Territory territory = pages.territory(code);
        return Templates.relaisNuit(new Page(territory, file.of(territory), List.of()));
    }

    @POST
    @Path("{code}/relais-de-nuit")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response read(@RestPath String code, @RestForm("file") @Nullable FileUpload sent) {
        Territory territory = pages.territory(code);
        TakeOverFile.Result read = file.read(territory, content(sent), pages.author());
        return read.problems().isEmpty()
                ? Response.seeOther(URI.create("/annuaire/" + code + "/relais-de-nuit"))
                        .build()
                : Desk.refused(Templates.relaisNuit(new Page(territory, file.of(territory), read.problems())));
    }

    private static byte[] content(@Nullable FileUpload file) {
        try {
            return file == null ? new byte[0] : Files.readAllBytes(file.uploadedFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
