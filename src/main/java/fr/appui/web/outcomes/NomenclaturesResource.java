package fr.appui.web.outcomes;

import fr.appui.trace.Nomenclature;
import fr.appui.trace.NomenclatureShelf;
import fr.appui.trace.NomenclatureShelf.Keeping;
import fr.appui.trace.Term;
import fr.appui.trace.TermKind;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lists an outcome is logged with, by version. A region's template is a file sent here, not a release. */
@Path("/api/nomenclatures")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class NomenclaturesResource {

    private final NomenclatureShelf shelf;

    NomenclaturesResource(NomenclatureShelf shelf) {
        this.shelf = shelf;
    }

    public record Version(String version, String label, LocalDate validFrom, Map<String, List<Entry>> lists) {}

    /** @param label French */
    public record Entry(String code, String label) {}

    @GET
    public List<Version> all() {
        return shelf.all().versions().stream()
                .map(NomenclaturesResource::version)
                .toList();
    }

    @GET
    @Path("{version}")
    public Version one(@PathParam("version") String version) {
        return shelf.all()
                .version(version)
                .map(NomenclaturesResource::version)
                .orElseThrow(() -> Problem.notFound("La nomenclature « " + version + " » n’existe pas."));
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Consumes({"application/yaml", "application/x-yaml", MediaType.TEXT_PLAIN})
    public Version add(String yaml) {
        return switch (shelf.keep(yaml)) {
            case Keeping.Kept kept -> version(kept.nomenclature());
            case Keeping.Changed changed ->
                throw Problem.conflict(
                        "nomenclature-deja-utilisee",
                        "La version " + changed.version()
                                + " existe avec un autre contenu ; donner au fichier une autre version.");
            case Keeping.Unreadable unreadable ->
                throw Problem.badRequest(unreadable.reading().problems().stream()
                        .map(problem -> new Problem.FieldError(
                                problem.field(), "ligne " + problem.line() + ", " + problem.message()))
                        .toList());
        };
    }

    private static Version version(Nomenclature nomenclature) {
        Map<String, List<Entry>> lists = new LinkedHashMap<>();
        Arrays.stream(TermKind.values())
                .forEach(kind -> lists.put(
                        kind.heading(),
                        nomenclature.terms(kind).stream()
                                .map((Term term) -> new Entry(term.code(), term.label()))
                                .toList()));
        return new Version(nomenclature.version(), nomenclature.label(), nomenclature.validFrom(), lists);
    }
}
