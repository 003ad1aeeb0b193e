package fr.appui.web.drafts;

import fr.appui.french.FrenchOrder;
import fr.appui.planning.life.ComparisonDesk;
import fr.appui.planning.life.ComparisonDesk.Candidate;
import fr.appui.planning.life.ComparisonDesk.Kind;
import fr.appui.planning.life.RotaDifference;
import fr.appui.rota.PublishedRota;
import fr.appui.web.request.Author;
import fr.appui.web.request.Faults;
import fr.appui.web.rotas.Planned;
import fr.appui.web.rotas.PlanningDoor;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The rotas there are for one quarter: the draft, those put aside, the versions; weighed, and compared two by two. */
@Path("/planning")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class ComparisonPages {

    private final PlanningDoor door;
    private final ComparisonDesk desk;
    private final Author author;

    ComparisonPages(PlanningDoor door, ComparisonDesk desk, Author author) {
        this.door = door;
        this.desk = desk;
        this.author = author;
    }

    record Version(int number, String publisher, ZonedDateTime at) {}

    record Shared(String name, ComparisonDesk.Share share) {}

    /** @param shares by physician: the first thing that one looks for */
    record Compared(Candidate before, Candidate after, RotaDifference difference, List<Shared> shares) {}

    @CheckedTemplate(basePath = "planning")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance comparaison(
                Planned at,
                List<Candidate> candidates,
                Optional<Compared> compared,
                List<Version> versions,
                List<Faults.Fault> faults);
    }

    @GET
    @Path("{code}/{quarter}/comparaison")
    public TemplateInstance compare(
            @RestPath String code,
            @RestPath String quarter,
            @RestQuery @DefaultValue("") String de,
            @RestQuery @DefaultValue("") String a) {
        return page(door.planned(code, quarter), de, a, List.of());
    }

    @POST
    @Path("{code}/{quarter}/comparaison")
    public Response keep(
            @RestPath String code,
            @RestPath String quarter,
            @RestForm @DefaultValue("") String acte,
            @RestForm @DefaultValue("") String nom) {
        Planned at = door.planned(code, quarter);
        var faults = new Faults();
        switch (acte) {
            case "reprendre" -> {
                if (!desk.takeUp(at.code(), at.quarter(), nom, author.act(null, "brouillon repris"))) {
                    faults.add("", "Ce brouillon n’est plus là.");
                }
            }
            case "supprimer" -> desk.drop(at.code(), at.quarter(), nom, author.act(null, "brouillon supprimé"));
            default -> putAside(faults, desk.putAside(at.code(), at.quarter(), nom, author.act(null, "mis de côté")));
        }
        return faults.isEmpty()
                ? Response.seeOther(URI.create(at.getAddress() + (acte.equals("reprendre") ? "" : "/comparaison")))
                        .build()
                : Response.status(Response.Status.BAD_REQUEST)
                        .entity(page(at, "", "", faults.getAll()))
                        .build();
    }

    private static void putAside(Faults faults, ComparisonDesk.Putting putting) {
        switch (putting) {
            case DONE -> {}
            case NO_DRAFT -> faults.add("", "Il n’y a pas de brouillon à mettre de côté à ce trimestre.");
            case NAME_REFUSED ->
                faults.add("nom", "Nom : en donner un, de 60 caractères au plus, autre que ceux du service");
            case NAME_TAKEN ->
                faults.add(
                        "nom",
                        "Nom : un autre brouillon est de côté sous ce nom ; en donner un autre, ou supprimer celui-là d’abord");
            case TOO_MANY ->
                faults.add("nom", ComparisonDesk.MOST_ASIDE + " brouillons sont déjà de côté ; en supprimer un");
        }
    }

    /** Unless asked otherwise, the draft or the latest version against what it replaces. */
    private TemplateInstance page(Planned at, String from, String to, List<Faults.Fault> faults) {
        List<Candidate> all = desk.all(at.code(), at.quarter());
        Optional<Candidate> after = find(all, to)
                .or(() -> all.stream().filter(one -> one.kind() != Kind.HELD).findFirst());
        Optional<Candidate> before = find(all, from).or(() -> after.flatMap(one -> replaced(all, one)));
        Optional<Compared> compared = before.flatMap(one -> after.filter(other -> !other.equals(one))
                .map(other -> new Compared(one, other, desk.difference(one, other), shares(at, one, other))));
        List<Version> versions = desk.versions(at.code(), at.quarter()).stream()
                .map(rota -> version(at, rota))
                .toList();
        return Templates.comparaison(at, all, compared, versions, faults);
    }

    private List<Shared> shares(Planned at, Candidate before, Candidate after) {
        return desk.shares(at.code(), at.quarter(), before, after).stream()
                .map(share -> new Shared(door.name(share.physician()), share))
                .sorted(Comparator.comparing(Shared::name, FrenchOrder.alphabetical()))
                .toList();
    }

    private static Optional<Candidate> find(List<Candidate> all, String key) {
        return all.stream().filter(one -> one.key().equals(key)).findFirst();
    }

    /** For a draft, what is held; for a version, the one before. */
    private static Optional<Candidate> replaced(List<Candidate> all, Candidate one) {
        boolean draft = one.kind() == Kind.DRAFT || one.kind() == Kind.ASIDE;
        return all.stream()
                .skip(all.indexOf(one) + 1L)
                .filter(other -> !draft || other.kind() == Kind.HELD || other.kind() == Kind.NOTHING)
                .findFirst();
    }

    private static Version version(Planned at, PublishedRota rota) {
        return new Version(
                rota.version(),
                rota.publisher().name(),
                rota.publisher().at().atZone(at.territory().timeZone()));
    }
}
