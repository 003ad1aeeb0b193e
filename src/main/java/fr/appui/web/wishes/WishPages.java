package fr.appui.web.wishes;

import fr.appui.directory.Physician;
import fr.appui.french.WrittenValue;
import fr.appui.planning.DateRange;
import fr.appui.planning.FrenchDays;
import fr.appui.planning.Preference;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Willingness;
import fr.appui.planning.WishRules;
import fr.appui.planning.Wishes;
import fr.appui.planning.feed.Wish;
import fr.appui.planning.life.WishDesk;
import fr.appui.web.Problem;
import fr.appui.web.request.Faults;
import fr.appui.web.rotas.Planned;
import fr.appui.web.rotas.PlanningDoor;
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
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** One physician's wishes, written down for them. */
@Path("/planning")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class WishPages {

    private static final String CHANGED_MEANWHILE =
            "Quelqu’un a changé ces souhaits entre-temps : la liste les montre tels"
                    + " qu’ils sont maintenant. Votre saisie est gardée ; l’enregistrer de nouveau si elle convient toujours.";

    private final PlanningDoor door;
    private final WishDesk desk;

    WishPages(PlanningDoor door, WishDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    /** @param key finds it again to take it away */
    record Asked(String key, String words) {}

    record Sheet(Physician physician, List<Asked> wishes, Offer offer, List<DayChoice> days, String version) {}

    /** What they are ready to do, as it is kept or as it was just typed. */
    record Offer(String willingness, String maximum) {}

    record DayChoice(String code, String label) {}

    /** A wish to add. */
    public static final class Entry {

        @RestForm
        @DefaultValue("AWAY")
        public String souhait = "AWAY";

        @RestForm
        @DefaultValue("")
        public String du = "";

        @RestForm
        @DefaultValue("")
        public String au = "";

        @RestForm
        @DefaultValue("")
        public String jour = "";

        @RestForm
        @DefaultValue("2")
        public String poids = "2";

        /** Of the sheet that was shown. */
        @RestForm
        @DefaultValue("")
        public String version = "";
    }

    @CheckedTemplate(basePath = "planning")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance souhaitsDe(Planned at, Sheet sheet, Entry entry, List<Faults.Fault> faults);
    }

    @GET
    @Path("{code}/souhaits/{physician}")
    public TemplateInstance one(
            @RestPath String code, @RestPath String physician, @RestQuery @DefaultValue("") String trimestre) {
        Planned at = door.shown(code, trimestre);
        return page(at, found(at, physician), new Entry(), Optional.empty(), new Faults());
    }

    @POST
    @Path("{code}/souhaits/{physician}")
    public Response add(@RestPath String code, @RestPath String physician, @BeanParam Entry entry) {
        Planned at = door.today(code);
        Physician found = found(at, physician);
        var faults = new Faults();
        Optional<Wish> wish = wish(entry, faults);
        if (wish.isEmpty() || !faults.isEmpty()) {
            return refused(Response.Status.BAD_REQUEST, page(at, found, entry, Optional.empty(), faults));
        }
        return after(
                desk.change(found.id(), entry.version, wish.get()::addedTo),
                at,
                found,
                fault -> page(at, found, entry, Optional.empty(), fault));
    }

    @POST
    @Path("{code}/souhaits/{physician}/retrait")
    public Response remove(
            @RestPath String code,
            @RestPath String physician,
            @RestForm @DefaultValue("") String cle,
            @RestForm @DefaultValue("") String version) {
        Planned at = door.today(code);
        Physician found = found(at, physician);
        return after(
                desk.change(found.id(), version, wishes -> without(wishes, cle)),
                at,
                found,
                fault -> page(at, found, new Entry(), Optional.empty(), fault));
    }

    private static Wishes without(Wishes known, String key) {
        return known.unavailable(without(known.unavailabilities(), key))
                .preferring(without(known.preferences(), key))
                .holdingPriorityAstreintes(FrenchDays.runs(known.priorityAstreintes()).stream()
                        .filter(range -> !key(range).equals(key))
                        .flatMap(DateRange::dates)
                        .collect(Collectors.toSet()));
    }

    @POST
    @Path("{code}/souhaits/{physician}/volontariat")
    public Response offers(
            @RestPath String code,
            @RestPath String physician,
            @RestForm @DefaultValue("PARTS_OF_WEEKS") String volontariat,
            @RestForm @DefaultValue("") String maximum,
            @RestForm @DefaultValue("") String version) {
        Planned at = door.today(code);
        Physician found = found(at, physician);
        var faults = new Faults();
        Willingness willingness = Stream.of(Willingness.values())
                .filter(known -> known.name().equals(volontariat))
                .findFirst()
                .orElse(Willingness.PARTS_OF_WEEKS);
        OptionalInt most = WrittenValue.isNothing(maximum)
                ? OptionalInt.empty()
                : OptionalInt.of(
                        faults.number("maximum", "Jours par trimestre, au plus", maximum, 0, WishRules.MOST_DUTY_DAYS));
        Function<Faults, TemplateInstance> again =
                fault -> page(at, found, new Entry(), Optional.of(new Offer(volontariat, maximum)), fault);
        if (!faults.isEmpty()) {
            return refused(Response.Status.BAD_REQUEST, again.apply(faults));
        }
        return after(
                desk.change(
                        found.id(),
                        version,
                        wishes -> wishes.willing(willingness).within(most)),
                at,
                found,
                again);
    }

    private static Response after(
            WishDesk.Answer answer, Planned at, Physician physician, Function<Faults, TemplateInstance> again) {
        return switch (answer) {
            case WishDesk.Answer.Kept kept -> back(at, physician);
            case WishDesk.Answer.Stale stale ->
                refused(Response.Status.CONFLICT, again.apply(Faults.of("", CHANGED_MEANWHILE)));
            case WishDesk.Answer.Refused(WishRules.Refusal why) ->
                refused(
                        Response.Status.BAD_REQUEST,
                        again.apply(
                                why.field().equals("maxDutyDays")
                                        ? Faults.of("maximum", "Jours par trimestre : " + why.message())
                                        : Faults.of("souhait", "Souhaits : " + why.message())));
        };
    }

    private static Response refused(Response.Status status, TemplateInstance form) {
        return Response.status(status).entity(form).build();
    }

    private static Response back(Planned at, Physician physician) {
        return Response.seeOther(URI.create(at.getPlace() + "/souhaits/" + physician.id()))
                .build();
    }

    private Optional<Wish> wish(Entry entry, Faults faults) {
        Optional<LocalDate> from = faults.requiredDate("du", "Du", entry.du);
        Optional<LocalDate> to = faults.date("au", "Au", entry.au).or(() -> from);
        Optional<DateRange> dates =
                from.flatMap(first -> to.flatMap(last -> faults.reading("au", () -> new DateRange(first, last))));
        if (dates.filter(WishRules::isTooLong).isPresent()) {
            faults.add("au", "Au : choisir une période de deux ans au plus");
            return Optional.empty();
        }
        int weight = faults.number("poids", "Importance", entry.poids, 1, 3);
        return dates.map(range -> switch (entry.souhait) {
            case "AVOID" -> new Wish.Likes(new Preference(range, Preference.Liking.AVOID, weight));
            case "PREFER" -> new Wish.Likes(new Preference(range, Preference.Liking.PREFER, weight));
            case "PRIORITY" -> new Wish.OtherAstreinte(range);
            default -> new Wish.Away(away(range, entry.jour));
        });
    }

    private static Unavailability away(DateRange range, String day) {
        return Stream.of(DayOfWeek.values())
                .filter(known -> known.name().equals(day))
                .findFirst()
                .map(weekday -> (Unavailability) new Unavailability.Every(weekday, range))
                .orElseGet(() -> new Unavailability.During(range));
    }

    /** @param offered as typed; empty, as it is kept */
    private TemplateInstance page(
            Planned at, Physician physician, Entry entry, Optional<Offer> offered, Faults faults) {
        WishDesk.Sheet known = desk.of(physician.id());
        Wishes wishes = known.wishes();
        var asked = new ArrayList<Asked>();
        wishes.unavailabilities().forEach(one -> asked.add(new Asked(key(one), "Indisponible " + words(one))));
        wishes.preferences().forEach(one -> asked.add(new Asked(key(one), words(one))));
        FrenchDays.runs(wishes.priorityAstreintes())
                .forEach(range -> asked.add(new Asked(
                        key(range), "Astreinte HAD ou USP, prioritaire, " + FrenchDays.of(range) + year(range))));
        var sheet = new Sheet(
                physician,
                asked,
                offered.orElseGet(() -> new Offer(
                        wishes.willingness().name(),
                        wishes.maxDutyDays().isPresent()
                                ? String.valueOf(wishes.maxDutyDays().getAsInt())
                                : "")),
                Stream.of(DayOfWeek.values())
                        .map(day -> new DayChoice(day.name(), french(day)))
                        .toList(),
                known.version());
        return Templates.souhaitsDe(at, sheet, entry, faults.getAll());
    }

    private static <T> List<T> without(List<T> all, String key) {
        return all.stream().filter(one -> !key(one).equals(key)).toList();
    }

    /** Records print themselves by their values: the same wish has the same key, wherever it stands in the list. */
    private static String key(Object wish) {
        return Integer.toHexString(wish.toString().hashCode());
    }

    private static String words(Unavailability one) {
        return switch (one) {
            case Unavailability.During(DateRange dates) -> FrenchDays.of(dates) + year(dates);
            case Unavailability.Every(DayOfWeek day, DateRange dates) ->
                "tous les " + french(day) + "s, " + FrenchDays.of(dates) + year(dates);
        };
    }

    private static String words(Preference one) {
        String strength = switch (one.weight()) {
            case 1 -> "un peu";
            case 2 -> "assez";
            default -> "beaucoup";
        };
        String liking = switch (one.liking()) {
            case AVOID -> "À éviter";
            case PREFER -> "Souhaité";
        };
        return liking + " " + FrenchDays.of(one.dates()) + year(one.dates()) + " (" + strength + ")";
    }

    static String words(Willingness willingness) {
        return switch (willingness) {
            case PARTS_OF_WEEKS -> "parties de semaine";
            case WHOLE_WEEKS -> "semaines entières";
            case WEEK_ENDS_ONLY -> "week-ends seulement";
        };
    }

    private static String year(DateRange range) {
        boolean said = range.from().getYear() != range.to().getYear();
        return said ? "" : " " + range.to().getYear();
    }

    private static String french(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.FRANCE);
    }

    private Physician found(Planned at, String id) {
        return door.physician(at.territory(), id)
                .orElseThrow(() -> Problem.notFound("Ce médecin n’exerce pas sur ce territoire."));
    }
}
