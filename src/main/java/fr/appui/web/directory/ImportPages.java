package fr.appui.web.directory;

import fr.appui.directory.Territory;
import fr.appui.french.WrittenValue;
import fr.appui.planning.feed.TableFile;
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
import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** Files of physicians and establishments that a coordinator brings: tried first, then kept whole or not at all. */
@Path("/annuaire")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ImportPages {

    private final DirectoryImportDesk imports;
    private final Desk pages;

    ImportPages(DirectoryImportDesk imports, Desk pages) {
        this.imports = imports;
        this.pages = pages;
    }

    /** @param name of the file @param trial whether nothing was to be written */
    record Report(String name, boolean trial, DirectoryImportDesk.Result result) {}

    record Page(Territory territory, String kind, String error, Optional<Report> report) {}

    @CheckedTemplate(basePath = "annuaire")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance importer(Page page);
    }

    @GET
    @Path("{code}/import")
    public TemplateInstance form(@RestPath String code) {
        return Templates.importer(
                new Page(pages.territory(code), DirectoryImportDesk.Kind.PHYSICIANS.name(), "", Optional.empty()));
    }

    @POST
    @Path("{code}/import")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response send(
            @RestPath String code,
            @RestForm @DefaultValue("") String kind,
            @RestForm @DefaultValue("true") boolean trial,
            @RestForm @Nullable FileUpload file) {
        Territory territory = pages.territory(code);
        Optional<DirectoryImportDesk.Kind> chosen = Stream.of(DirectoryImportDesk.Kind.values())
                .filter(known -> known.name().equals(kind))
                .findFirst();
        if (chosen.isEmpty() || file == null || WrittenValue.isNothing(file.fileName())) {
            return Desk.refused(Templates.importer(
                    new Page(territory, kind, "fichier : en choisir un, au format CSV", Optional.empty())));
        }
        if (file.size() > TableFile.LARGEST_BYTES) {
            return Desk.refused(Templates.importer(new Page(
                    territory,
                    kind,
                    "fichier : il dépasse 1 Mo ; le partager en plusieurs fichiers",
                    Optional.empty())));
        }
        DirectoryImportDesk.Result result = imports.run(chosen.get(), content(file), trial, pages.author());
        var report = new Report(file.fileName(), trial, result);
        return Response.status(result.problems().isEmpty() ? Response.Status.OK : Response.Status.BAD_REQUEST)
                .entity(Templates.importer(new Page(territory, kind, "", Optional.of(report))))
                .build();
    }

    private static byte[] content(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
