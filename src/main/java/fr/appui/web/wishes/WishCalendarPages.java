package fr.appui.web.wishes;

import fr.appui.calendar.PublicHoliday;
import fr.appui.calendar.PublicHolidays;
import fr.appui.directory.Physician;
import fr.appui.planning.DateRange;
import fr.appui.planning.MarkedWishes;
import fr.appui.planning.MarkedWishes.Mark;
import fr.appui.planning.Wishes;
import fr.appui.planning.life.WishCampaignDesk;
import fr.appui.planning.life.WishDesk;
import fr.appui.web.Problem;
import fr.appui.web.page.MonthGrid;
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
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** One physician's wishes for a quarter, marked for them on a calendar while they say them on the telephone; then the next one. */
@Path("/planning")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class WishCalendarPages {

    private static final int MONTHS_IN_A_QUARTER = 3;
    private static final String CHANGED_MEANWHILE =
            "Ce jour a été changé entre-temps : le calendrier le montre tel qu’il est maintenant.";

    private final PlanningDoor door;
    private final WishDesk desk;
    private final WishCampaignDesk campaigns;
    private final Author author;

    WishCalendarPages(PlanningDoor door, WishDesk desk, WishCampaignDesk campaigns, Author author) {
        this.door = door;
        this.desk = desk;
        this.campaigns = campaigns;
        this.author = author;
    }

    /** @param off whether nobody works: week-end or holiday, then named */
    record Day(LocalDate date, Mark mark, boolean off, String holiday) {

        /** What a tap sends: the day, and what it was seen to be marked with. */
        public String getTap() {
            return date + SEEN + mark.name();
        }

        public String getSaid() {
            return Stream.of(mark == Mark.NONE ? "" : mark.label(), holiday)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
        }

        private static final String SEEN = "/";
    }

    record Month(YearMonth month, List<List<Optional<Day>>> weeks) {}

    /**
     * @param answer what the campaign knows of them; empty where none is open
     * @param allAnswered whether a campaign is open and waits for nobody
     * @param next whom to go on with, first those who have not answered; empty where there is nobody else
     */
    record Sheet(
            Physician physician,
            List<Month> months,
            Mark chosen,
            List<Mark> marks,
            Optional<String> answer,
            boolean allAnswered,
            Optional<Physician> next) {}

    @CheckedTemplate(basePath = "planning")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance souhaitsCalendrier(Planned at, Sheet sheet, List<Faults.Fault> faults);
    }

    @GET
    @Path("{code}/souhaits/{physician}/calendrier")
    public TemplateInstance calendar(
            @RestPath String code,
            @RestPath String physician,
            @RestQuery @DefaultValue("") String trimestre,
            @RestQuery @DefaultValue("AWAY") String marque) {
        Planned at = door.shown(code, trimestre);
        return page(at, found(at, physician), mark(marque), Faults.none());
    }

    /** A tap says what the day showed: whoever changed another day meanwhile is in nobody's way. */
    @POST
    @Path("{code}/souhaits/{physician}/calendrier")
    public Response tap(
            @RestPath String code,
            @RestPath String physician,
            @RestForm @DefaultValue("") String trimestre,
            @RestForm @DefaultValue("AWAY") String marque,
            @RestForm @DefaultValue("") String jour) {
        Planned at = door.asked(code, trimestre);
        Physician found = found(at, physician);
        Mark chosen = mark(marque);
        var faults = new Faults();
        String[] tapped = jour.split(Day.SEEN, 2);
        Optional<LocalDate> date = faults.requiredDate("jour", "Jour", tapped[0]);
        Mark seen = tapped.length > 1 ? mark(tapped[1]) : Mark.NONE;
        if (date.isEmpty()) {
            return refused(Response.Status.BAD_REQUEST, at, found, chosen, faults);
        }
        Mark wanted = seen == chosen ? Mark.NONE : chosen;
        WishDesk.Answer answer = desk.change(
                found.id(),
                now -> EnumSet.of(seen, wanted).contains(MarkedWishes.on(date.get(), now)),
                wishes -> MarkedWishes.marked(wishes, DateRange.on(date.get()), wanted));
        return switch (answer) {
            case WishDesk.Answer.Kept kept ->
                Response.seeOther(address(at, found, chosen)).build();
            case WishDesk.Answer.Stale stale ->
                refused(Response.Status.CONFLICT, at, found, chosen, Faults.of("", CHANGED_MEANWHILE));
            case WishDesk.Answer.Refused refused ->
                refused(
                        Response.Status.BAD_REQUEST,
                        at,
                        found,
                        chosen,
                        Faults.of("", "Souhaits : " + refused.why().message()));
        };
    }

    /** They have nothing to ask for, or no more: the campaign knows it, and it is the next one's turn. */
    @POST
    @Path("{code}/souhaits/{physician}/reponse")
    public Response answered(
            @RestPath String code, @RestPath String physician, @RestForm @DefaultValue("") String trimestre) {
        Planned at = door.asked(code, trimestre);
        Physician found = found(at, physician);
        return switch (campaigns.answer(at.code(), at.quarter(), found.id(), author.act(null, "dit au téléphone"))) {
            case WishCampaignDesk.Outcome.Done done ->
                Response.seeOther(next(at, found, Optional.of(done.view()))
                                .map(next -> address(at, next, Mark.AWAY))
                                .orElseGet(() -> URI.create(at.getPlace() + "/souhaits?trimestre=" + at.quarter())))
                        .build();
            case WishCampaignDesk.Outcome.Senseless senseless ->
                refused(Response.Status.CONFLICT, at, found, Mark.AWAY, Faults.of("", "Recueil : " + senseless.why()));
        };
    }

    private Response refused(Response.Status status, Planned at, Physician physician, Mark chosen, Faults faults) {
        return Response.status(status)
                .entity(page(at, physician, chosen, faults))
                .build();
    }

    private TemplateInstance page(Planned at, Physician physician, Mark chosen, Faults faults) {
        Wishes wishes = desk.of(physician.id()).wishes();
        var holidays = PublicHolidays.of(
                        at.territory().holidayZone(), at.quarter().year())
                .stream()
                .collect(Collectors.toMap(PublicHoliday::date, PublicHoliday::name));
        Function<LocalDate, Day> day = date -> new Day(
                date,
                MarkedWishes.on(date, wishes),
                date.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() || holidays.containsKey(date),
                Optional.ofNullable(holidays.get(date)).orElse(""));
        YearMonth first = YearMonth.from(at.quarter().first());
        List<Month> months = Stream.iterate(first, month -> month.plusMonths(1))
                .limit(MONTHS_IN_A_QUARTER)
                .map(month -> new Month(month, MonthGrid.weeks(month, day)))
                .toList();
        Optional<WishCampaignDesk.View> view = campaigns.view(at.code(), at.quarter());
        return Templates.souhaitsCalendrier(
                at,
                new Sheet(
                        physician,
                        months,
                        chosen,
                        List.of(Mark.values()),
                        answer(physician, view),
                        view.filter(known -> known.waitedFor().isEmpty()).isPresent(),
                        next(at, physician, view)),
                faults.getAll());
    }

    private static Optional<String> answer(Physician physician, Optional<WishCampaignDesk.View> view) {
        return view.stream()
                .flatMap(known -> known.asked().stream())
                .filter(one -> one.physician().id().equals(physician.id()))
                .findFirst()
                .map(one -> one.answer().map(answer -> answer.kind().label()).orElse("pas encore"));
    }

    /** In the order of names, beginning anew after the last. */
    private Optional<Physician> next(Planned at, Physician physician, Optional<WishCampaignDesk.View> view) {
        List<Physician> all = door.physicians(at.territory());
        int here = all.stream().map(Physician::id).toList().indexOf(physician.id());
        List<Physician> others = Stream.concat(
                        all.stream().skip(here + 1L), all.stream().limit(Math.max(here, 0)))
                .toList();
        Set<Physician> waitedFor = view.stream()
                .flatMap(known -> known.waitedFor().stream())
                .map(WishCampaignDesk.Asked::physician)
                .collect(Collectors.toSet());
        return others.stream()
                .filter(one -> view.isEmpty() || waitedFor.contains(one))
                .findFirst();
    }

    private static Mark mark(String written) {
        return Stream.of(Mark.values())
                .filter(mark -> mark.name().equals(written))
                .findFirst()
                .orElse(Mark.AWAY);
    }

    private static URI address(Planned at, Physician physician, Mark chosen) {
        return URI.create(at.getPlace() + "/souhaits/" + physician.id() + "/calendrier?trimestre=" + at.quarter()
                + "&marque=" + chosen);
    }

    private Physician found(Planned at, String id) {
        return door.physician(at.territory(), id)
                .orElseThrow(() -> Problem.notFound("Ce médecin n’exerce pas sur ce territoire."));
    }
}
