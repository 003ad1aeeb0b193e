package fr.appui.web.coordinator;

import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.french.FrenchOrder;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Fairness;
import fr.appui.planning.Violation;
import fr.appui.planning.life.DraftDesk;
import fr.appui.planning.life.Edit;
import fr.appui.planning.life.Edited;
import fr.appui.planning.life.GenerationJob;
import fr.appui.planning.life.HeldPart;
import fr.appui.planning.life.JobBook;
import fr.appui.planning.life.OverrideDesk;
import fr.appui.planning.life.RotaReader;
import fr.appui.planning.life.RotaView;
import fr.appui.web.planning.Author;
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
import java.net.URI;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The rota of a quarter: seen as a grid or a calendar, edited date by date under every rule. */
@Path("/planning")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class RotaPages {

    private static final String CALENDAR = "calendrier";

    private final PlanningDoor door;
    private final RotaReader reader;
    private final DraftDesk drafts;
    private final OverrideDesk overrides;
    private final DutyEditing editing;
    private final JobBook jobs;
    private final Author author;

    RotaPages(
            PlanningDoor door,
            RotaReader reader,
            DraftDesk drafts,
            OverrideDesk overrides,
            DutyEditing editing,
            JobBook jobs,
            Author author) {
        this.door = door;
        this.reader = reader;
        this.drafts = drafts;
        this.overrides = overrides;
        this.editing = editing;
        this.jobs = jobs;
        this.author = author;
    }

    /** A part of a duty, as it is held. */
    record Part(String rung, String name, ZonedDateTime start, ZonedDateTime end, String reason) {}

    /** The date the form is about. @param parts what is held, where the rota is published */
    record Chosen(LocalDate date, String summary, List<Part> parts) {}

    /** What went wrong with the form. @param relievable whether a derogation would allow it */
    record Refusal(List<Faults.Fault> faults, boolean relievable) {
        static final Refusal NONE = new Refusal(List.of(), false);
    }

    record Sheet(
            Planned at,
            RotaView view,
            boolean published,
            RotaGrid grid,
            List<Fairness.Row> loads,
            List<Physician> physicians,
            int gaps,
            Optional<GenerationJob> running) {

        public List<Violation> getHard() {
            return view.verdict().hard();
        }

        public List<Violation> getSoft() {
            return view.verdict().soft();
        }
    }

    @CheckedTemplate(basePath = "planning")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance grille(
                Sheet sheet, DutyEntry entry, Optional<Chosen> chosen, Refusal refusal, boolean calendar);

        static native TemplateInstance sansHeures(Planned at);
    }

    @GET
    @Path("{code}/{quarter}")
    public TemplateInstance rota(
            @RestPath String code,
            @RestPath String quarter,
            @RestQuery @DefaultValue("") String vue,
            @RestQuery @DefaultValue("") String date) {
        Planned at = door.planned(code, quarter);
        Optional<LocalDate> chosen = new Faults().date("date", "Date", date).filter(at.quarter()::contains);
        DutyEntry entry = chosen.map(DutyEntry::on).orElseGet(DutyEntry::new);
        return reader.whole(at.code(), at.quarter())
                .map(whole -> page(at, whole, entry, chosen, Refusal.NONE, vue.equals(CALENDAR)))
                .orElseGet(() -> Templates.sansHeures(at));
    }

    @POST
    @Path("{code}/{quarter}")
    public Response edit(
            @RestPath String code,
            @RestPath String quarter,
            @RestForm @DefaultValue("") String vue,
            @BeanParam DutyEntry entry) {
        Planned at = door.planned(code, quarter);
        Optional<RotaReader.Whole> before = reader.whole(at.code(), at.quarter());
        if (before.isEmpty()) {
            return Response.status(Response.Status.CONFLICT)
                    .entity(Templates.sansHeures(at))
                    .build();
        }
        var faults = new Faults();
        Optional<Edited> edited = editing.edit(at, before.get().view(), entry, faults);
        Refusal refusal = refusal(edited, faults);
        if (refusal.faults().isEmpty()) {
            String view = vue.equals(CALENDAR) ? "vue=" + CALENDAR + "&" : "";
            return Response.seeOther(URI.create(at.getAddress() + "?" + view + "date=" + entry.du + "#placer"))
                    .build();
        }
        Optional<LocalDate> chosen = new Faults().date("du", "Date", entry.du).filter(at.quarter()::contains);
        return Response.status(edited.isEmpty() ? Response.Status.BAD_REQUEST : Response.Status.CONFLICT)
                .entity(page(at, before.get(), entry, chosen, refusal, vue.equals(CALENDAR)))
                .build();
    }

    @POST
    @Path("{code}/{quarter}/brouillon")
    public Response draft(@RestPath String code, @RestPath String quarter, @RestForm @DefaultValue("") String acte) {
        Planned at = door.planned(code, quarter);
        if (reader.view(at.code(), at.quarter()).isPresent()) {
            if (acte.equals("abandonner")) {
                drafts.discard(at.code(), at.quarter(), author.act(null, "abandon du brouillon"));
            } else {
                drafts.open(at.code(), at.quarter(), author.act(null, "ouverture d'un brouillon"));
            }
        }
        return Response.seeOther(URI.create(at.getAddress())).build();
    }

    @POST
    @Path("{code}/{quarter}/annulation")
    public Response undo(
            @RestPath String code,
            @RestPath String quarter,
            @RestForm @DefaultValue("") String date,
            @RestForm @DefaultValue("FIRST") String rang,
            @RestForm @DefaultValue("") String raison,
            @RestForm @DefaultValue("false") boolean derogation,
            @RestForm @DefaultValue("") String vu) {
        Planned at = door.planned(code, quarter);
        var faults = new Faults();
        Optional<LocalDate> day = faults.requiredDate("date", "Date", date);
        faults.required("raison-annulation", "Raison de l’annulation", raison);
        DutyRung rung = rang.equals(DutyRung.BACK_UP.name()) ? DutyRung.BACK_UP : DutyRung.FIRST;
        Optional<Edited> edited = day.filter(known -> faults.isEmpty())
                .map(known -> overrides.undo(
                        at.code(), Edit.undoing(known, rung, derogation, DutyEntry.seen(vu)), author.act(raison)));
        Refusal refusal = refusal(edited, faults);
        if (refusal.faults().isEmpty()) {
            return Response.seeOther(URI.create(at.getAddress() + "?date=" + date + "#placer"))
                    .build();
        }
        TemplateInstance page = reader.whole(at.code(), at.quarter())
                .map(whole -> page(at, whole, day.map(DutyEntry::on).orElseGet(DutyEntry::new), day, refusal, false))
                .orElseGet(() -> Templates.sansHeures(at));
        return Response.status(Response.Status.BAD_REQUEST).entity(page).build();
    }

    private static Refusal refusal(Optional<Edited> edited, Faults faults) {
        if (edited.isEmpty()) {
            return new Refusal(faults.getAll(), false);
        }
        return switch (edited.get()) {
            case Edited.Done done -> Refusal.NONE;
            case Edited.Refused refused ->
                new Refusal(
                        refused.breach().violations().stream()
                                .map(violation -> new Faults.Fault("", violation.sentence()))
                                .toList(),
                        refused.breach().isRelievable());
            case Edited.Met met -> new Refusal(List.of(new Faults.Fault("du", met.why())), false);
            case Edited.Senseless senseless -> new Refusal(List.of(new Faults.Fault("du", senseless.why())), false);
        };
    }

    private TemplateInstance page(
            Planned at,
            RotaReader.Whole whole,
            DutyEntry entry,
            Optional<LocalDate> chosen,
            Refusal refusal,
            boolean calendar) {
        RotaView view = whole.view();
        RotaGrid grid = new GridDrawing(at.territory(), whole, door.date(at.territory()), names()).draw();
        int gaps = (int) grid.months().stream()
                .flatMap(month -> month.days().stream())
                .filter(RotaGrid.Day::isGap)
                .count();
        var sheet = new Sheet(
                at,
                view,
                DutyEditing.isPublished(view),
                grid,
                whole.fairness().rows().stream()
                        .sorted(Comparator.comparing(Fairness.Row::name, FrenchOrder.alphabetical()))
                        .toList(),
                door.physicians(at.territory()),
                gaps,
                jobs.running(at.code()));
        return Templates.grille(sheet, entry, chosen.map(date -> chosen(at, view, date)), refusal, calendar);
    }

    /** Each name is looked up once a page. */
    private Function<PhysicianId, String> names() {
        Map<PhysicianId, String> known = new HashMap<>();
        return id -> known.computeIfAbsent(id, door::name);
    }

    private Chosen chosen(Planned at, RotaView view, LocalDate date) {
        List<Part> parts = DutyEditing.isPublished(view)
                ? view.parts().stream()
                        .filter(part -> part.date().equals(date))
                        .map(part -> part(at, part))
                        .toList()
                : List.of();
        return new Chosen(date, summary(view, date), parts);
    }

    private Part part(Planned at, HeldPart part) {
        return new Part(
                part.rung() == 1 ? DutyRung.FIRST.label() : DutyRung.BACK_UP.label(),
                door.name(part.physician()),
                part.start().atZone(at.territory().timeZone()),
                part.end().atZone(at.territory().timeZone()),
                part.reason());
    }

    private String summary(RotaView view, LocalDate date) {
        String first = holder(view, DutyRung.FIRST, date).orElse("personne");
        String backUp = holder(view, DutyRung.BACK_UP, date)
                .map(name -> ", " + name + " en recours")
                .orElse("");
        return first + " au premier rang" + backUp + ".";
    }

    private Optional<String> holder(RotaView view, DutyRung rung, LocalDate date) {
        Optional<PhysicianId> holder = view.duties().holder(rung, date);
        return holder.map(door::name);
    }
}
