package fr.appui.web.directory;

import fr.appui.directory.Agreement;
import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryDesk;
import fr.appui.directory.DirectoryDesk.KeptAgreement;
import fr.appui.directory.Establishment;
import fr.appui.directory.Finess;
import fr.appui.directory.Territory;
import fr.appui.web.Problem;
import fr.appui.web.directory.AgreementEntry.SignatoryEntry;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Agreements between the host and the establishments that take part. */
@Path("/annuaire")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class AgreementPages {

    private static final int USUAL_SIGNATORIES = 2;

    private final Directory directory;
    private final DirectoryDesk desk;
    private final Desk pages;

    AgreementPages(Directory directory, DirectoryDesk desk, Desk pages) {
        this.directory = directory;
        this.desk = desk;
        this.pages = pages;
    }

    /** @param id 0 for a new one */
    record Form(
            Territory territory,
            long id,
            int version,
            AgreementEntry entry,
            FieldFaults faults,
            List<Establishment> establishments) {
        public String action() {
            return "/annuaire/" + territory.code() + "/conventions/" + (id == 0 ? "nouvelle" : Long.toString(id));
        }
    }

    @CheckedTemplate(basePath = "annuaire")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance conventionFiche(Form form);
    }

    @GET
    @Path("{code}/conventions/nouvelle")
    public TemplateInstance blank(@RestPath String code) {
        return form(pages.territory(code), 0, 0, AgreementEntry.BLANK, FieldFaults.NONE);
    }

    @POST
    @Path("{code}/conventions/nouvelle")
    public Response create(@RestPath String code, @BeanParam AgreementEntry.Sheet sheet) {
        Territory territory = pages.territory(code);
        AgreementEntry entry = sheet.entry();
        var reading = new Reading();
        Optional<Agreement> agreement = entry.read(territory, reading);
        if (agreement.isEmpty()) {
            return Desk.refused(form(territory, 0, 0, entry, FieldFaults.of(reading)));
        }
        return Desk.after(
                desk.create(agreement.get(), pages.author()),
                "/annuaire/" + territory.code() + "#conventions",
                reading,
                0,
                version -> form(territory, 0, version, entry, FieldFaults.of(reading)));
    }

    @GET
    @Path("{code}/conventions/{id}")
    public TemplateInstance edit(@RestPath String code, @RestPath String id) {
        long number = Exchange.number(id);
        Territory territory = pages.territory(code);
        KeptAgreement kept = kept(territory, number);
        return form(territory, number, kept.version(), AgreementEntry.of(kept.agreement()), FieldFaults.NONE);
    }

    @POST
    @Path("{code}/conventions/{id}")
    public Response change(@RestPath String code, @RestPath String id, @BeanParam AgreementEntry.Sheet sheet) {
        Territory territory = pages.territory(code);
        long number = Exchange.number(id);
        AgreementEntry entry = sheet.entry();
        var reading = new Reading();
        Optional<Finess> host = Optional.of(kept(territory, number).agreement().host());
        Optional<Agreement> agreement = entry.read(territory.code(), host, reading);
        if (agreement.isEmpty()) {
            return Desk.refused(form(territory, number, sheet.version, entry, FieldFaults.of(reading)));
        }
        return Desk.after(
                desk.change(number, agreement.get(), sheet.version, pages.author()),
                "/annuaire/" + territory.code() + "#conventions",
                reading,
                sheet.version,
                version -> form(territory, number, version, entry, FieldFaults.of(reading)));
    }

    @POST
    @Path("{code}/conventions/{id}/retrait")
    public Response remove(@RestPath String code, @RestPath String id, @RestForm @DefaultValue("-1") int version) {
        Territory territory = pages.territory(code);
        var reading = new Reading();
        return Desk.after(
                desk.remove(territory.code(), Exchange.number(id), version, pages.author()),
                "/annuaire/" + territory.code() + "#conventions",
                reading,
                version,
                next -> edit(code, id));
    }

    private KeptAgreement kept(Territory territory, long number) {
        return desk.agreement(territory.code(), number)
                .orElseThrow(() -> Problem.notFound("Cette convention n’existe pas."));
    }

    private TemplateInstance form(Territory territory, long id, int version, AgreementEntry entry, FieldFaults faults) {
        var people = new ArrayList<>(entry.signatories());
        do {
            people.add(new SignatoryEntry("", ""));
        } while (people.size() < USUAL_SIGNATORIES);
        return Templates.conventionFiche(
                new Form(territory, id, version, entry.signedBy(people), faults, directory.establishments()));
    }
}
