package fr.appui.web.wishes;

import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.DateRange;
import fr.appui.planning.FrenchDays;
import fr.appui.planning.Wishes;
import fr.appui.planning.life.WishCampaign;
import fr.appui.planning.life.WishCampaignDesk;
import fr.appui.planning.life.WishCampaignMessages;
import fr.appui.planning.life.WishDesk;
import fr.appui.planning.notice.NoticeBook;
import fr.appui.web.page.FrenchText;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What the physicians of a territory ask for, at a glance; and asking them for it: the campaign of a quarter. */
@Path("/planning")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class WishCampaignPages {

    private final PlanningDoor door;
    private final WishDesk wishes;
    private final WishCampaignDesk campaigns;
    private final WishCampaignMessages messages;
    private final Author author;

    WishCampaignPages(
            PlanningDoor door,
            WishDesk wishes,
            WishCampaignDesk campaigns,
            WishCampaignMessages messages,
            Author author) {
        this.door = door;
        this.wishes = wishes;
        this.campaigns = campaigns;
        this.messages = messages;
        this.author = author;
    }

    /**
     * One physician's wishes for a quarter, in sentences; empty where they want nothing.
     *
     * @param told empty for whoever is not asked
     */
    record Line(
            Physician physician,
            String willingness,
            String maximum,
            String away,
            String avoided,
            String liked,
            String priority,
            int awayDays,
            Optional<Told> told) {}

    /** Where a physician stands with the campaign. @param message what became of the last message to them; empty for none */
    record Told(boolean answered, String answer, String message) {}

    /** @param deadline as the form shows it @param closed whether it is past @param reminded when; empty for never */
    record Campaign(boolean open, String deadline, boolean closed, int answered, int asked, String reminded) {
        static final Campaign NONE = new Campaign(false, "", false, 0, 0, "");
    }

    @CheckedTemplate(basePath = "planning")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance souhaits(
                Planned at, List<Line> lines, Campaign campaign, List<Faults.Fault> faults);
    }

    @GET
    @Path("{code}/souhaits")
    public TemplateInstance overview(@RestPath String code, @RestQuery @DefaultValue("") String trimestre) {
        Planned at = door.shown(code, trimestre);
        return overview(at, Faults.none());
    }

    /** Asks all physicians of the territory for their wishes; once asked, it moves the deadline. */
    @POST
    @Path("{code}/recueil")
    public Response ask(
            @RestPath String code,
            @RestForm @DefaultValue("") String trimestre,
            @RestForm @DefaultValue("") String echeance) {
        Planned at = door.asked(code, trimestre);
        var faults = new Faults();
        Optional<LocalDate> deadline = faults.requiredDate("echeance", "Échéance", echeance);
        return deadline.map(last -> after(
                        campaigns.open(at.code(), at.quarter(), last, author.act(null, "recueil des souhaits")), at))
                .orElseGet(() -> refused(Response.Status.BAD_REQUEST, overview(at, faults)));
    }

    @POST
    @Path("{code}/recueil/relance")
    public Response remind(@RestPath String code, @RestForm @DefaultValue("") String trimestre) {
        Planned at = door.asked(code, trimestre);
        return after(campaigns.remind(at.code(), at.quarter(), author.act(null, "relance")), at);
    }

    private Response after(WishCampaignDesk.Outcome outcome, Planned at) {
        return switch (outcome) {
            case WishCampaignDesk.Outcome.Done done ->
                Response.seeOther(URI.create(at.getPlace() + "/souhaits?trimestre=" + at.quarter()))
                        .build();
            case WishCampaignDesk.Outcome.Senseless senseless ->
                refused(
                        Response.Status.CONFLICT,
                        overview(
                                at,
                                Faults.of(
                                        senseless.field().equals("deadline") ? "echeance" : "",
                                        "Recueil : " + senseless.why())));
        };
    }

    private TemplateInstance overview(Planned at, Faults faults) {
        Optional<WishCampaignDesk.View> view = campaigns.view(at.code(), at.quarter());
        Map<PhysicianId, NoticeBook.Told> written =
                view.map(known -> messages.last(known.campaign())).orElse(Map.of());
        return Templates.souhaits(
                at,
                door.physicians(at.territory()).stream()
                        .map(physician -> line(at, physician, told(physician.id(), at, view, written)))
                        .toList(),
                view.map(known -> campaign(at, known)).orElse(Campaign.NONE),
                faults.getAll());
    }

    private Campaign campaign(Planned at, WishCampaignDesk.View view) {
        WishCampaign campaign = view.campaign();
        return new Campaign(
                true,
                campaign.deadline().toString(),
                campaign.deadline().isBefore(door.date(at.territory())),
                view.answered(),
                view.asked().size(),
                campaign.remindedAt()
                        .map(last ->
                                FrenchText.moment(last.atZone(at.territory().timeZone())))
                        .orElse(""));
    }

    private static Optional<Told> told(
            PhysicianId physician,
            Planned at,
            Optional<WishCampaignDesk.View> view,
            Map<PhysicianId, NoticeBook.Told> written) {
        Optional<NoticeBook.Told> message = Optional.ofNullable(written.get(physician));
        return view.stream()
                .flatMap(known -> known.asked().stream())
                .filter(one -> one.physician().id().equals(physician))
                .findFirst()
                .map(one -> new Told(
                        one.answer().isPresent(),
                        one.answer()
                                .map(answer -> answer.kind().label() + ", "
                                        + FrenchText.moment(answer.at()
                                                .atZone(at.territory().timeZone())))
                                .orElse("pas encore"),
                        message.map(told ->
                                        told.state().label() + (told.reason().isEmpty() ? "" : " : " + told.reason()))
                                .orElse("")));
    }

    private Line line(Planned at, Physician physician, Optional<Told> told) {
        Wishes wishes = this.wishes.of(physician.id()).wishes();
        List<LocalDate> quarter =
                new DateRange(at.quarter().first(), at.quarter().last()).dates().toList();
        List<LocalDate> away = quarter.stream().filter(wishes::unavailableOn).toList();
        return new Line(
                physician,
                WishPages.words(wishes.willingness()),
                wishes.maxDutyDays().isPresent()
                        ? FrenchDays.days(wishes.maxDutyDays().getAsInt())
                        : "",
                FrenchDays.of(away),
                FrenchDays.of(quarter.stream()
                        .filter(date -> wishes.dislikeOf(date) > 0)
                        .toList()),
                FrenchDays.of(quarter.stream()
                        .filter(date -> wishes.dislikeOf(date) < 0)
                        .toList()),
                FrenchDays.of(quarter.stream()
                        .filter(wishes.priorityAstreintes()::contains)
                        .toList()),
                away.size(),
                told);
    }

    private static Response refused(Response.Status status, TemplateInstance page) {
        return Response.status(status).entity(page).build();
    }
}
