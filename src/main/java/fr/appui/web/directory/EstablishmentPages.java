package fr.appui.web.directory;

import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryDesk;
import fr.appui.directory.Establishment;
import fr.appui.directory.EstablishmentKind;
import fr.appui.directory.Finess;
import fr.appui.directory.Territory;
import fr.appui.directory.Versioned;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The establishments that employ physicians. */
@Path("/annuaire")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class EstablishmentPages {

    private final Directory directory;
    private final DirectoryDesk desk;
    private final Desk pages;
    private final Scope scope;

    EstablishmentPages(Directory directory, DirectoryDesk desk, Desk pages, Scope scope) {
        this.directory = directory;
        this.desk = desk;
        this.pages = pages;
        this.scope = scope;
    }

    /** @param known whether it exists already: its number then stays */
    record Form(
            Territory territory,
            boolean known,
            int version,
            EstablishmentEntry entry,
            FieldFaults faults,
            List<EstablishmentKind> kinds) {
        public String action() {
            return "/annuaire/" + territory.code() + "/etablissements/" + (known ? entry.finess() : "nouveau");
        }
    }

    @CheckedTemplate(basePath = "annuaire")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance etablissements(Territory territory, List<Establishment> establishments);

        static native TemplateInstance etablissementFiche(Form form);
    }

    @GET
    @Path("{code}/etablissements")
    public TemplateInstance list(@RestPath String code) {
        return Templates.etablissements(pages.territory(code), directory.establishments());
    }

    @GET
    @Path("{code}/etablissements/nouveau")
    public TemplateInstance blank(@RestPath String code) {
        return form(pages.territory(code), false, 0, EstablishmentEntry.BLANK, FieldFaults.NONE);
    }

    @POST
    @Path("{code}/etablissements/nouveau")
    public Response create(@RestPath String code, @BeanParam EstablishmentEntry.Sheet sheet) {
        Territory territory = pages.territory(code);
        var entry = sheet.entry(sheet.finess);
        var reading = new Reading();
        Optional<Establishment> establishment = entry.read(reading);
        if (establishment.isEmpty()) {
            return Desk.refused(form(territory, false, 0, entry, FieldFaults.of(reading)));
        }
        return Desk.after(
                desk.create(establishment.get(), pages.author()),
                "/annuaire/" + territory.code() + "/etablissements",
                reading,
                0,
                version -> form(territory, false, version, entry, FieldFaults.of(reading)));
    }

    @GET
    @Path("{code}/etablissements/{finess}")
    public TemplateInstance edit(@RestPath String code, @RestPath String finess) {
        Versioned<Establishment> known = desk.establishment(new Finess(finess))
                .orElseThrow(() -> Problem.notFound("Cet établissement n’est pas dans l’annuaire."));
        return form(
                pages.territory(code), true, known.version(), EstablishmentEntry.of(known.value()), FieldFaults.NONE);
    }

    @POST
    @Path("{code}/etablissements/{finess}")
    public Response change(
            @RestPath String code,
            @RestPath String finess,
            @RestForm @DefaultValue("-1") int version,
            @BeanParam EstablishmentEntry.Sheet sheet) {
        Territory territory = pages.territory(code);
        var entry = sheet.entry(finess);
        var reading = new Reading();
        Optional<Establishment> establishment = entry.read(reading);
        if (establishment.isEmpty()) {
            return Desk.refused(form(territory, true, version, entry, FieldFaults.of(reading)));
        }
        scope.requireChange(establishment.get());
        return Desk.after(
                desk.change(establishment.get(), version, pages.author()),
                "/annuaire/" + territory.code() + "/etablissements",
                reading,
                version,
                next -> form(territory, true, next, entry, FieldFaults.of(reading)));
    }

    private static TemplateInstance form(
            Territory territory, boolean known, int version, EstablishmentEntry entry, FieldFaults faults) {
        return Templates.etablissementFiche(
                new Form(territory, known, version, entry, faults, List.of(EstablishmentKind.values())));
    }
}
