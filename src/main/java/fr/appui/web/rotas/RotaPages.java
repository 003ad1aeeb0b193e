package fr.appui.web.rotas;

import fr.appui.planning.DutyRung;
import fr.appui.planning.life.DraftDesk;
import fr.appui.planning.life.Edit;
import fr.appui.planning.life.Edited;
import fr.appui.planning.life.OverrideDesk;
import fr.appui.planning.life.RotaReader;
import fr.appui.rota.Substitution.Act;
import fr.appui.web.request.Author;
import fr.appui.web.request.Faults;
import fr.appui.web.signin.Roles;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private final RotaShown shown;
    private final Author author;

    RotaPages(
            PlanningDoor door,
            RotaReader reader,
            DraftDesk drafts,
            OverrideDesk overrides,
            DutyEditing editing,
            RotaShown shown,
            Author author) {
        this.door = door;
        this.reader = reader;
        this.drafts = drafts;
        this.overrides = overrides;
        this.editing = editing;
        this.shown = shown;
        this.author = author;
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
                .map(whole -> shown.page(
                        at,
                        whole,
                        entry,
                        chosen,
                        RotaShown.Refusal.NONE,
                        new RotaShown.Last(fait, rang),
                        vue.equals(CALENDAR)))
                .orElseGet(() -> RotaShown.withoutHours(at));
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
                    .entity(RotaShown.withoutHours(at))
                    .build();
        }
        var faults = new Faults();
        Optional<Edited> edited = editing.edit(at, before.get().view(), entry, faults);
        RotaShown.Refusal refusal = refusal(edited, faults);
        if (refusal.faults().isEmpty()) {
            return Response.seeOther(after(at, entry.dates(), entry.rang, vue.equals(CALENDAR)))
                    .build();
        }
        Optional<LocalDate> chosen = new Faults().date("du", "Date", entry.du).filter(at.quarter()::contains);
        return Response.status(edited.isEmpty() ? Response.Status.BAD_REQUEST : Response.Status.CONFLICT)
                .entity(shown.page(
                        at, before.get(), entry, chosen, refusal, RotaShown.Last.NOTHING, vue.equals(CALENDAR)))
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
            default -> drafts.open(at.code(), at.quarter(), author.act(null, "ouverture d’un brouillon"));
        }
        return Response.seeOther(URI.create(at.getAddress() + (givenUp ? "?fait=" + RotaShown.Last.GIVEN_UP : "")))
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
        RotaShown.Refusal refusal = refusal(edited, faults);
        if (refusal.faults().isEmpty()) {
            return Response.seeOther(after(at, List.of(day.orElseThrow()), "", false))
                    .build();
        }
        TemplateInstance page = reader.whole(at.code(), at.quarter())
                .map(whole -> shown.page(
                        at,
                        whole,
                        day.map(DutyEntry::on).orElseGet(DutyEntry::new),
                        day,
                        refusal,
                        RotaShown.Last.NOTHING,
                        false))
                .orElseGet(() -> RotaShown.withoutHours(at));
        return Response.status(Response.Status.BAD_REQUEST).entity(page).build();
    }

    private Response notUndone(Planned at) {
        var faults = new Faults();
        faults.add("", "Il n’y a rien à annuler : ce brouillon a changé depuis. Le voici tel qu’il est.");
        var refusal = new RotaShown.Refusal(faults.getAll(), false);
        TemplateInstance page = reader.whole(at.code(), at.quarter())
                .map(whole -> shown.page(
                        at, whole, new DutyEntry(), Optional.empty(), refusal, RotaShown.Last.NOTHING, false))
                .orElseGet(() -> RotaShown.withoutHours(at));
        return Response.status(Response.Status.CONFLICT).entity(page).build();
    }

    /** The rota's page after an act on these dates of it, and of other quarters: it says what is now true of them. */
    public static URI after(Planned at, List<LocalDate> dates, String rung, boolean calendar) {
        String changed = dates.stream().map(LocalDate::toString).collect(Collectors.joining(","));
        return URI.create(at.getAddress() + "?" + (calendar ? "vue=" + CALENDAR + "&" : "") + "date=" + dates.getFirst()
                + "&fait=" + changed + (rung.isEmpty() ? "" : "&rang=" + DutyEntry.rung(rung)) + "#placer");
    }

    private static RotaShown.Refusal refusal(Optional<Edited> edited, Faults faults) {
        if (edited.isEmpty()) {
            return new RotaShown.Refusal(faults.getAll(), false);
        }
        return switch (edited.get()) {
            case Edited.Done done -> RotaShown.Refusal.NONE;
            case Edited.Refused refused ->
                new RotaShown.Refusal(
                        refused.breach().violations().stream()
                                .map(violation -> new Faults.Fault("", violation.sentence()))
                                .toList(),
                        refused.breach().isRelievable());
            case Edited.Met met -> new RotaShown.Refusal(List.of(new Faults.Fault("du", met.why())), false);
            case Edited.Senseless senseless -> new RotaShown.Refusal(List.of(fault(senseless)), false);
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
}
