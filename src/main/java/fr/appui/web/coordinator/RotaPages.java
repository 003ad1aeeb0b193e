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
import fr.appui.rota.Substitution.Act;
import fr.appui.web.page.FrenchText;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private static final String NOBODY = "personne";
    private static final int MOST_CHANGED = 92;

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

    /** The act just done, as the address tells it. @param dates with commas @param rung of one published date */
    private record Last(String dates, String rung) {
        static final Last NOTHING = new Last("", "");
        static final String GIVEN_UP = "abandon";
    }

    /** What the bar offers to take back. */
    public enum Undo {
        NOTHING,
        DRAFT,
        GIVING_UP,
        FIRST,
        BACK_UP
    }

    /** @param done what is now true of the dates that an act has just changed, a sentence each */
    record Sheet(
            Planned at,
            RotaView view,
            boolean published,
            RotaGrid grid,
            List<Fairness.Row> loads,
            List<Physician> physicians,
            int gaps,
            Optional<GenerationJob> running,
            List<String> done,
            Undo undo,
            Optional<String> withoutBackUp) {

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
            @RestQuery @DefaultValue("") String date,
            @RestQuery @DefaultValue("") String fait,
            @RestQuery @DefaultValue("") String rang) {
        Planned at = door.planned(code, quarter);
        Optional<LocalDate> chosen = new Faults().date("date", "Date", date).filter(at.quarter()::contains);
        DutyEntry entry = chosen.map(DutyEntry::on).orElseGet(DutyEntry::new);
        return reader.whole(at.code(), at.quarter())
                .map(whole -> page(at, whole, entry, chosen, Refusal.NONE, new Last(fait, rang), vue.equals(CALENDAR)))
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
            return Response.seeOther(after(at, entry.dates(), entry.rang, vue.equals(CALENDAR)))
                    .build();
        }
        Optional<LocalDate> chosen = new Faults().date("du", "Date", entry.du).filter(at.quarter()::contains);
        return Response.status(edited.isEmpty() ? Response.Status.BAD_REQUEST : Response.Status.CONFLICT)
                .entity(page(at, before.get(), entry, chosen, refusal, Last.NOTHING, vue.equals(CALENDAR)))
                .build();
    }

    @POST
    @Path("{code}/{quarter}/brouillon")
    public Response draft(
            @RestPath String code,
            @RestPath String quarter,
            @RestForm @DefaultValue("") String acte,
            @RestForm @DefaultValue("") String vu) {
        Planned at = door.planned(code, quarter);
        if (reader.view(at.code(), at.quarter()).isEmpty()) {
            return Response.seeOther(URI.create(at.getAddress())).build();
        }
        boolean givenUp = false;
        switch (acte) {
            case "abandonner" ->
                givenUp = drafts.discard(at.code(), at.quarter(), author.act(null, "abandon du brouillon"));
            case "annuler" -> {
                Act act = author.act(null, "annulé aussitôt");
                if (!drafts.undo(at.code(), at.quarter(), DutyEntry.seen(vu), act)) {
                    return notUndone(at);
                }
            }
            default -> drafts.open(at.code(), at.quarter(), author.act(null, "ouverture d'un brouillon"));
        }
        return Response.seeOther(URI.create(at.getAddress() + (givenUp ? "?fait=" + Last.GIVEN_UP : "")))
                .build();
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
        DutyRung rung = DutyEntry.rung(rang);
        Optional<Edited> edited = day.filter(known -> faults.isEmpty())
                .map(known -> overrides.undo(
                        at.code(), Edit.undoing(known, rung, derogation, DutyEntry.seen(vu)), author.act(raison)));
        Refusal refusal = refusal(edited, faults);
        if (refusal.faults().isEmpty()) {
            return Response.seeOther(after(at, List.of(day.orElseThrow()), "", false))
                    .build();
        }
        TemplateInstance page = reader.whole(at.code(), at.quarter())
                .map(whole -> page(
                        at, whole, day.map(DutyEntry::on).orElseGet(DutyEntry::new), day, refusal, Last.NOTHING, false))
                .orElseGet(() -> Templates.sansHeures(at));
        return Response.status(Response.Status.BAD_REQUEST).entity(page).build();
    }

    private Response notUndone(Planned at) {
        var faults = new Faults();
        faults.add(
                "",
                "Il n’y a rien à annuler : quelqu’un d’autre a changé ce brouillon depuis. Le voici tel qu’il est.");
        var refusal = new Refusal(faults.getAll(), false);
        TemplateInstance page = reader.whole(at.code(), at.quarter())
                .map(whole -> page(at, whole, new DutyEntry(), Optional.empty(), refusal, Last.NOTHING, false))
                .orElseGet(() -> Templates.sansHeures(at));
        return Response.status(Response.Status.CONFLICT).entity(page).build();
    }

    /** The rota's page after an act on these dates of it, and of other quarters: it says what is now true of them. */
    static URI after(Planned at, List<LocalDate> dates, String rung, boolean calendar) {
        String changed = dates.stream().map(LocalDate::toString).collect(Collectors.joining(","));
        return URI.create(at.getAddress() + "?" + (calendar ? "vue=" + CALENDAR + "&" : "") + "date=" + dates.getFirst()
                + "&fait=" + changed + (rung.isEmpty() ? "" : "&rang=" + DutyEntry.rung(rung)) + "#placer");
    }

    private static Undo undo(RotaView view, Last last) {
        if (last.dates().equals(Last.GIVEN_UP)) {
            return view.draft().isEmpty() ? Undo.GIVING_UP : Undo.NOTHING;
        }
        if (last.dates().isEmpty()) {
            return Undo.NOTHING;
        }
        if (!view.isPublished()) {
            return view.draft().isPresent() ? Undo.DRAFT : Undo.NOTHING;
        }
        return Stream.of(Undo.FIRST, Undo.BACK_UP)
                .filter(rung -> rung.name().equals(last.rung()) && !last.dates().contains(","))
                .findFirst()
                .orElse(Undo.NOTHING);
    }

    private List<String> done(Planned at, RotaView view, String dates) {
        return Stream.of(dates.split(","))
                .limit(MOST_CHANGED)
                .flatMap(date -> new Faults().date("fait", "Date", date).stream())
                .filter(at.quarter()::contains)
                .map(date -> FrenchText.day(date) + " : " + summary(at, view, date))
                .toList();
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
            case Edited.Senseless senseless -> new Refusal(List.of(fault(senseless)), false);
        };
    }

    /** At the control that the form has for it. */
    private static Faults.Fault fault(Edited.Senseless senseless) {
        return switch (senseless.field()) {
            case "reason" -> new Faults.Fault("raison", "Raison : " + senseless.why());
            case "from" -> new Faults.Fault("heure", "À partir de : " + senseless.why());
            case "to" -> new Faults.Fault("au", "Dernière date : " + senseless.why());
            default -> new Faults.Fault("du", senseless.why());
        };
    }

    private TemplateInstance page(
            Planned at,
            RotaReader.Whole whole,
            DutyEntry entry,
            Optional<LocalDate> chosen,
            Refusal refusal,
            Last last,
            boolean calendar) {
        RotaView view = whole.view();
        RotaGrid grid = new GridDrawing(at.territory(), whole, door.date(at.territory()), names()).draw();
        int gaps = (int) grid.months().stream()
                .flatMap(month -> month.days().stream())
                .filter(RotaGrid.Day::gap)
                .count();
        var sheet = new Sheet(
                at,
                view,
                view.isPublished(),
                grid,
                whole.fairness().rows().stream()
                        .sorted(Comparator.comparing(Fairness.Row::name, FrenchOrder.alphabetical()))
                        .toList(),
                door.physicians(at.territory()),
                gaps,
                jobs.running(at.code()),
                done(at, view, last.dates()),
                undo(view, last),
                reader.withoutBackUp(whole.problem(), at.quarter(), view.duties()));
        return Templates.grille(sheet, entry, chosen.map(date -> chosen(at, view, date)), refusal, calendar);
    }

    /** Each name is looked up once a page. */
    private Function<PhysicianId, String> names() {
        Map<PhysicianId, String> known = new HashMap<>();
        return id -> known.computeIfAbsent(id, door::name);
    }

    private Chosen chosen(Planned at, RotaView view, LocalDate date) {
        List<Part> parts = view.isPublished()
                ? view.parts().stream()
                        .filter(part -> part.date().equals(date))
                        .map(part -> part(at, part))
                        .toList()
                : List.of();
        return new Chosen(date, summary(at, view, date), parts);
    }

    private Part part(Planned at, HeldPart part) {
        return new Part(
                part.rung() == 1 ? DutyRung.FIRST.label() : DutyRung.BACK_UP.label(),
                door.name(part.physician()),
                part.start().atZone(at.territory().timeZone()),
                part.end().atZone(at.territory().timeZone()),
                part.reason());
    }

    private String summary(Planned at, RotaView view, LocalDate date) {
        String first = holder(at, view, DutyRung.FIRST, date);
        String backUp = holder(at, view, DutyRung.BACK_UP, date);
        return (first.isEmpty() ? NOBODY : first) + " au premier rang"
                + (backUp.isEmpty() ? "" : ", " + backUp + " en recours") + ".";
    }

    /** As drafted; of what is published, who holds it in turn. Empty for nobody. */
    private String holder(Planned at, RotaView view, DutyRung rung, LocalDate date) {
        return view.isPublished()
                ? door.relay(at, date, rung)
                        .map(relay -> String.join(", puis ", relay.lines()))
                        .orElse("")
                : view.duties().holder(rung, date).map(door::name).orElse("");
    }
}
