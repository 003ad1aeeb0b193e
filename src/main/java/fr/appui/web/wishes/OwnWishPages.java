package fr.appui.web.wishes;

import fr.appui.calendar.Quarter;
import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import fr.appui.planning.DateRange;
import fr.appui.planning.MarkedWishes;
import fr.appui.planning.MarkedWishes.Mark;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Willingness;
import fr.appui.planning.WishRules;
import fr.appui.planning.Wishes;
import fr.appui.planning.life.WishCampaignDesk;
import fr.appui.planning.life.WishDesk;
import fr.appui.rota.Substitution.Act;
import fr.appui.web.Problem;
import fr.appui.web.request.OwnPhysician;
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
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** What a physician asks for, marked day by day on a month. Each tap is kept at once. */
@Path("/mes-souhaits")
@RolesAllowed(Roles.PHYSICIAN)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class OwnWishPages {

    private static final String CHANGED_MEANWHILE =
            "Vos souhaits ont été changés entre-temps, sur un autre écran ou par la"
                    + " coordination : la page les montre tels qu’ils sont maintenant. Votre saisie est gardée ; l’enregistrer de nouveau"
                    + " si elle convient toujours.";

    private final WishDesk desk;
    private final WishCampaignDesk campaigns;
    private final OwnPhysician own;
    private final WishMonths months;
    private final Clock clock;

    OwnWishPages(WishDesk desk, WishCampaignDesk campaigns, OwnPhysician own, WishMonths months, Clock clock) {
        this.desk = desk;
        this.campaigns = campaigns;
        this.own = own;
        this.months = months;
        this.clock = clock;
    }

    record Recurring(int index, String day, LocalDate from, LocalDate to) {}

    /** @param period the form of a period as typed, {@code week} and {@code offer} the others; @param version of the wishes */
    record Sheet(
            WishMonth month,
            Mark chosen,
            List<Mark> marks,
            List<Recurring> recurring,
            WishEntry period,
            WishEntry week,
            WishEntry offer,
            String version,
            String error) {}

    /** Which form was sent: it is shown again as it was typed. */
    private enum Form {
        DAY,
        PERIOD,
        WEEK,
        OFFER
    }

    /** Wishes that a territory's coordination asks for. @param answer empty as long as there is none */
    record Asking(String code, String territory, Quarter quarter, LocalDate deadline, String answer) {}

    record Weekday(int number, String name) {
        public String shorter() {
            return name.substring(0, 3);
        }
    }

    @CheckedTemplate(basePath = "medecin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance souhaits(Sheet sheet, List<Asking> asked, List<Weekday> weekdays);
    }

    @GET
    public TemplateInstance month(
            @RestQuery @DefaultValue("") String mois, @RestQuery @DefaultValue("AWAY") String marque) {
        var entry = new WishEntry();
        entry.mois = mois;
        entry.marque = marque;
        return page(entry, Form.DAY, "");
    }

    /** A tap says what the day showed: whoever changed another day meanwhile is in nobody's way. */
    @POST
    @Path("jour")
    public Response day(@BeanParam WishEntry entry) {
        return sent(entry, Form.DAY, () -> {
            LocalDate date = WishEntry.date("jour", entry.jour);
            Mark shown = entry.shown(date)
                    .orElseGet(
                            () -> MarkedWishes.on(date, desk.of(own.get().id()).wishes()));
            Mark wanted = shown == entry.mark() ? Mark.NONE : entry.mark();
            return desk.change(
                    own.get().id(),
                    now -> EnumSet.of(shown, wanted).contains(MarkedWishes.on(date, now)),
                    wishes -> MarkedWishes.marked(wishes, DateRange.on(date), wanted));
        });
    }

    @POST
    @Path("periode")
    public Response range(@BeanParam WishEntry entry) {
        return sent(entry, Form.PERIOD, () -> {
            DateRange dates = entry.range();
            return change(entry, wishes -> MarkedWishes.marked(wishes, dates, entry.mark()));
        });
    }

    @POST
    @Path("chaque-semaine")
    public Response everyWeek(@BeanParam WishEntry entry) {
        return sent(entry, Form.WEEK, () -> {
            if (entry.semaine < 1 || entry.semaine > 7) {
                throw new InvalidInput("jour de la semaine : en choisir un");
            }
            var every = new Unavailability.Every(DayOfWeek.of(entry.semaine), entry.range());
            return change(entry, wishes -> MarkedWishes.every(wishes, every));
        });
    }

    @POST
    @Path("chaque-semaine/retrait")
    public Response noLongerEveryWeek(@BeanParam WishEntry entry) {
        return sent(
                entry, Form.DAY, () -> change(entry, wishes -> MarkedWishes.withoutRecurring(wishes, entry.numero)));
    }

    @POST
    @Path("volontariat")
    public Response willing(@BeanParam WishEntry entry) {
        return sent(entry, Form.OFFER, () -> {
            Willingness willingness = Stream.of(Willingness.values())
                    .filter(one -> one.name().equals(entry.accepte))
                    .findFirst()
                    .orElseThrow(() -> new InvalidInput("j’accepte : choisir une des trois réponses"));
            OptionalInt maximum = maximum(WrittenValue.of(entry.maximum));
            return change(entry, wishes -> wishes.willing(willingness).within(maximum));
        });
    }

    /** « Rien à dire », which is an answer. */
    @POST
    @Path("reponse")
    public Response answered(
            @RestForm @DefaultValue("") String territoire, @RestForm @DefaultValue("") String trimestre) {
        Territory territory = own.territories(own.get()).stream()
                .filter(one -> one.code().value().equals(territoire))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Vous n’exercez pas sur ce territoire."));
        var entry = new WishEntry();
        try {
            var act = new Act(own.login(), "rien à dire", clock.instant().truncatedTo(ChronoUnit.MILLIS));
            return switch (campaigns.answer(
                    territory.code(), Quarter.parse(trimestre), own.get().id(), act)) {
                case WishCampaignDesk.Outcome.Done done ->
                    Response.seeOther(URI.create("/mes-souhaits")).build();
                case WishCampaignDesk.Outcome.Senseless senseless ->
                    refused(entry, Form.DAY, "recueil : " + senseless.why());
            };
        } catch (InvalidInput unreadable) {
            return refused(entry, Form.DAY, unreadable.sentence());
        }
    }

    private List<Asking> asked(Physician physician) {
        return campaigns.current(physician).stream()
                .map(view -> new Asking(
                        view.campaign().territory().value(),
                        own.territories(physician).stream()
                                .filter(one -> one.code().equals(view.campaign().territory()))
                                .findFirst()
                                .map(Territory::name)
                                .orElse(""),
                        view.campaign().quarter(),
                        view.campaign().deadline(),
                        view.asked().stream()
                                .filter(one -> one.physician().id().equals(physician.id()))
                                .flatMap(one -> one.answer().stream())
                                .findFirst()
                                .map(answer -> answer.kind().label())
                                .orElse("")))
                .toList();
    }

    private WishDesk.Answer change(WishEntry entry, UnaryOperator<Wishes> change) {
        return desk.change(own.get().id(), entry.version, change);
    }

    private static OptionalInt maximum(String written) {
        if (written.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!written.matches("\\d{1,3}")) {
            throw new InvalidInput(
                    "maximum par trimestre : écrire un nombre de 0 à " + WishRules.MOST_DUTY_DAYS + ", ou rien");
        }
        return OptionalInt.of(Integer.parseInt(written));
    }

    private Response sent(WishEntry entry, Form form, Supplier<WishDesk.Answer> change) {
        try {
            return switch (change.get()) {
                case WishDesk.Answer.Kept kept ->
                    Response.seeOther(URI.create("/mes-souhaits?mois=" + months.asked(entry.mois) + "&marque="
                                    + entry.mark() + "#calendrier"))
                            .build();
                case WishDesk.Answer.Stale stale ->
                    Response.status(Response.Status.CONFLICT)
                            .entity(page(entry, form, CHANGED_MEANWHILE))
                            .build();
                case WishDesk.Answer.Refused(WishRules.Refusal why) ->
                    refused(entry, form, "souhaits : " + why.message());
            };
        } catch (InvalidInput unreadable) {
            return refused(entry, form, unreadable.sentence());
        }
    }

    private Response refused(WishEntry entry, Form form, String why) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(page(entry, form, why))
                .build();
    }

    private TemplateInstance page(WishEntry entry, Form form, String error) {
        Physician physician = own.get();
        WishDesk.Sheet known = desk.of(physician.id());
        Wishes wishes = known.wishes();
        List<Unavailability.Every> recurring = MarkedWishes.recurring(wishes);
        var sheet = new Sheet(
                months.of(months.asked(entry.mois), physician, wishes),
                entry.mark(),
                List.of(Mark.values()),
                IntStream.range(0, recurring.size())
                        .mapToObj(i -> new Recurring(
                                i,
                                name(recurring.get(i).day()),
                                recurring.get(i).dates().from(),
                                recurring.get(i).dates().to()))
                        .toList(),
                form == Form.PERIOD ? entry : new WishEntry(),
                form == Form.WEEK ? entry : new WishEntry(),
                form == Form.OFFER ? entry : offer(wishes),
                known.version(),
                error);
        return Templates.souhaits(sheet, asked(physician), weekdays());
    }

    private static WishEntry offer(Wishes wishes) {
        var entry = new WishEntry();
        entry.accepte = wishes.willingness().name();
        entry.maximum = wishes.maxDutyDays().isPresent()
                ? Integer.toString(wishes.maxDutyDays().getAsInt())
                : "";
        return entry;
    }

    private static List<Weekday> weekdays() {
        return Stream.of(DayOfWeek.values())
                .map(day -> new Weekday(day.getValue(), name(day)))
                .toList();
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.FRANCE);
    }
}
