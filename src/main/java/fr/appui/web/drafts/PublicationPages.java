package fr.appui.web.drafts;

import fr.appui.french.FrenchOrder;
import fr.appui.planning.Rule;
import fr.appui.planning.Violation;
import fr.appui.planning.life.DraftDesk;
import fr.appui.planning.life.MessageDesk;
import fr.appui.planning.life.PublicationDesk;
import fr.appui.planning.life.Publishing;
import fr.appui.planning.life.Rebase;
import fr.appui.planning.life.RotaDifference;
import fr.appui.planning.life.RotaReader;
import fr.appui.planning.life.RotaView;
import fr.appui.rota.Substitution.Act;
import fr.appui.web.messages.MessagePages;
import fr.appui.web.request.Author;
import fr.appui.web.request.Faults;
import fr.appui.web.rotas.DutyEntry;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** Publication: read first what changes and who will be told. */
@Path("/planning")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PublicationPages {

    private static final int MOST_TOLD = 200;

    private final PlanningDoor door;
    private final RotaReader reader;
    private final PublicationDesk desk;
    private final DraftDesk drafts;
    private final MessageDesk messages;
    private final Author author;

    PublicationPages(
            PlanningDoor door,
            RotaReader reader,
            PublicationDesk desk,
            DraftDesk drafts,
            MessageDesk messages,
            Author author) {
        this.door = door;
        this.reader = reader;
        this.desk = desk;
        this.drafts = drafts;
        this.messages = messages;
        this.author = author;
    }

    /** Somebody who will be told, and of how many duties. */
    record Told(String name, int duties) {}

    /** @param since what came since the draft was made @param gaps sentences on dates without a physician @param others other hard rules that are broken */
    record Reading(
            RotaView view,
            Rebase since,
            RotaDifference difference,
            List<Told> told,
            List<Violation> gaps,
            List<Violation> others) {}

    @CheckedTemplate(basePath = "planning")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance publication(
                Planned at, Optional<Reading> reading, String reason, List<Faults.Fault> faults);

        static native TemplateInstance publie(
                Planned at, int version, RotaDifference difference, List<MessagePages.Line> told);
    }

    @GET
    @Path("{code}/{quarter}/publication")
    public TemplateInstance reading(@RestPath String code, @RestPath String quarter) {
        return page(door.planned(code, quarter), "", List.of());
    }

    @POST
    @Path("{code}/{quarter}/publication/reprise")
    public Response rebase(@RestPath String code, @RestPath String quarter) {
        Planned at = door.planned(code, quarter);
        drafts.rebase(at.code(), at.quarter(), author.act(null, "reprise de ce qui a changé"));
        return Response.seeOther(URI.create(at.getAddress() + "/publication")).build();
    }

    @POST
    @Path("{code}/{quarter}/publication")
    public Response publish(
            @RestPath String code,
            @RestPath String quarter,
            @RestForm @DefaultValue("") String raison,
            @RestForm @DefaultValue("false") boolean trous,
            @RestForm @DefaultValue("") String vu) {
        Planned at = door.planned(code, quarter);
        var faults = new Faults();
        if (trous) {
            faults.required("raison", "Raison de publier avec des dates sans médecin", raison);
        }
        if (!faults.isEmpty()) {
            return refused(at, raison, faults);
        }
        Act act = author.act(raison, "publication");
        return switch (desk.publish(at.code(), at.quarter(), trous, DutyEntry.seen(vu), act)) {
            case Publishing.Published published ->
                Response.ok(Templates.publie(at, published.version(), published.difference(), written(at, act)))
                        .build();
            case Publishing.Refused refused -> {
                refused.breach().violations().forEach(violation -> faults.add("", violation.sentence()));
                yield refused(at, raison, faults);
            }
            case Publishing.NoDraft none ->
                Response.seeOther(URI.create(at.getAddress() + "/publication")).build();
            case Publishing.NoHours none -> // the page says that there are none
                Response.seeOther(URI.create(at.getAddress())).build();
            case Publishing.OutOfDate outOfDate ->
                refused(
                        at,
                        raison,
                        faults.add(
                                "",
                                "La version " + outOfDate.versionInForce()
                                        + " vient d’être publiée ; relire la différence et publier de nouveau."));
            case Publishing.Outrun outrun ->
                refused(
                        at,
                        raison,
                        faults.add(
                                "",
                                "Le planning en vigueur a changé depuis que ce brouillon a été fait : reprendre d’abord ces changements, ci-dessous."));
            case Publishing.Changed changed ->
                refused(
                        at,
                        raison,
                        faults.add(
                                "", "Le brouillon vient d’être modifié : relire la différence et publier de nouveau."));
            case Publishing.RewritesThePast past ->
                refused(
                        at,
                        raison,
                        faults.add("", "Des astreintes commencées ou passées changeraient : " + past.sentence() + "."));
        };
    }

    private Response refused(Planned at, String reason, Faults faults) {
        return Response.status(Response.Status.CONFLICT)
                .entity(page(at, reason, faults.getAll()))
                .build();
    }

    private TemplateInstance page(Planned at, String reason, List<Faults.Fault> faults) {
        Optional<Reading> reading = desk.difference(at.code(), at.quarter())
                .flatMap(difference -> reader.view(at.code(), at.quarter()).map(view -> reading(at, view, difference)));
        return Templates.publication(at, reading, reason, faults);
    }

    private Reading reading(Planned at, RotaView view, RotaDifference difference) {
        List<Violation> hard = view.verdict().hard();
        Act reading = author.act(null, "lecture");
        return new Reading(
                view,
                drafts.outrun(at.code(), at.quarter(), reading.at()).orElseThrow(),
                difference,
                told(at, reading),
                view.verdict().of(Rule.COVERAGE),
                hard.stream()
                        .filter(violation -> violation.rule() != Rule.COVERAGE)
                        .toList());
    }

    /** The messages that the publication wrote, each as it stands now. */
    private List<MessagePages.Line> written(Planned at, Act act) {
        return messages.notices(at.code(), act.at(), MOST_TOLD).stream()
                .map(told -> MessagePages.Line.of(told, at, door))
                .sorted(Comparator.comparing(MessagePages.Line::name, FrenchOrder.alphabetical()))
                .toList();
    }

    private List<Told> told(Planned at, Act reading) {
        return desk.told(at.code(), at.quarter(), reading).entrySet().stream()
                .map(one -> new Told(door.name(one.getKey()), one.getValue().size()))
                .sorted(Comparator.comparing(Told::name, FrenchOrder.alphabetical()))
                .toList();
    }
}
