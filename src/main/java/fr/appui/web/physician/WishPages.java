package fr.appui.web.physician;

import fr.appui.calendar.PublicHoliday;
import fr.appui.calendar.PublicHolidays;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
import fr.appui.planning.DateRange;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Willingness;
import fr.appui.planning.Wishes;
import fr.appui.planning.life.WishBook;
import fr.appui.web.physician.MarkedWishes.Mark;
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
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** What a physician asks for, marked day by day on a month. Each tap is kept at once. */
@Path("/mes-souhaits")
@RolesAllowed(Roles.PHYSICIAN)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class WishPages {

    private static final int MONTHS_AHEAD = 18;
    private static final int LONGEST_RANGE_DAYS = 800;
    private static final int MOST_RANGES = 400;
    private static final int MOST_DAYS = 92;

    private final WishBook book;
    private final OwnPhysician own;
    private final OwnDuties duties;
    private final Clock clock;

    WishPages(WishBook book, OwnPhysician own, OwnDuties duties, Clock clock) {
        this.book = book;
        this.own = own;
        this.duties = duties;
        this.clock = clock;
    }

    /** @param held whether they are on duty that day; @param off whether nobody works: week-end or holiday, then named */
    record Day(LocalDate date, Mark mark, boolean recurring, boolean held, boolean off, String holiday, boolean past) {

        /** Said by a reader of the screen. */
        public String said() {
            return Stream.of(
                            mark == Mark.NONE ? "" : mark.label(),
                            recurring ? "chaque semaine" : "",
                            held ? "d’astreinte" : "",
                            holiday)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
        }
    }

    /** @param weeks Monday first; an empty place is outside the month */
    record Month(
            YearMonth month, List<List<Optional<Day>>> weeks, Optional<YearMonth> before, Optional<YearMonth> after) {}

    record Recurring(int index, String day, LocalDate from, LocalDate to) {}

    record Sheet(Month month, Mark chosen, List<Mark> marks, List<Recurring> recurring, Wishes wishes, String error) {

        public String maximum() {
            return wishes.maxDutyDays().isPresent()
                    ? Integer.toString(wishes.maxDutyDays().getAsInt())
                    : "";
        }

        public String willingness() {
            return wishes.willingness().name();
        }
    }

    record Weekday(int number, String name) {
        public String shorter() {
            return name.substring(0, 3);
        }
    }

    @CheckedTemplate(basePath = "medecin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance souhaits(Sheet sheet, List<Weekday> weekdays);
    }

    @GET
    public TemplateInstance month(
            @RestQuery @DefaultValue("") String mois, @RestQuery @DefaultValue("AWAY") String marque) {
        return page(mois, marque, "");
    }

    @POST
    @Path("jour")
    public Response day(
            @RestForm @DefaultValue("") String mois,
            @RestForm @DefaultValue("AWAY") String marque,
            @RestForm @DefaultValue("") String jour) {
        Mark mark = mark(marque);
        return change(mois, mark, () -> {
            LocalDate date = date("jour", jour);
            return wishes -> MarkedWishes.marked(
                    wishes, DateRange.on(date), MarkedWishes.on(date, wishes) == mark ? Mark.NONE : mark);
        });
    }

    @POST
    @Path("periode")
    public Response range(
            @RestForm @DefaultValue("") String mois,
            @RestForm @DefaultValue("AWAY") String marque,
            @RestForm @DefaultValue("") String du,
            @RestForm @DefaultValue("") String au) {
        Mark mark = mark(marque);
        return change(mois, mark, () -> {
            DateRange dates = range(du, au);
            return wishes -> MarkedWishes.marked(wishes, dates, mark);
        });
    }

    @POST
    @Path("chaque-semaine")
    public Response everyWeek(
            @RestForm @DefaultValue("") String mois,
            @RestForm @DefaultValue("0") int semaine,
            @RestForm @DefaultValue("") String du,
            @RestForm @DefaultValue("") String au) {
        return change(mois, Mark.AWAY, () -> {
            if (semaine < 1 || semaine > 7) {
                throw new Refused("jour de la semaine : en choisir un");
            }
            var every = new Unavailability.Every(DayOfWeek.of(semaine), range(du, au));
            return wishes -> MarkedWishes.every(wishes, every);
        });
    }

    @POST
    @Path("chaque-semaine/retrait")
    public Response noLongerEveryWeek(
            @RestForm @DefaultValue("") String mois, @RestForm @DefaultValue("-1") int numero) {
        return change(mois, Mark.AWAY, () -> wishes -> MarkedWishes.withoutRecurring(wishes, numero));
    }

    @POST
    @Path("volontariat")
    public Response willing(
            @RestForm @DefaultValue("") String mois,
            @RestForm @DefaultValue("") String accepte,
            @RestForm @DefaultValue("") String maximum) {
        return change(mois, Mark.AWAY, () -> {
            Willingness willingness = Stream.of(Willingness.values())
                    .filter(one -> one.name().equals(accepte))
                    .findFirst()
                    .orElseThrow(() -> new Refused("j’accepte : choisir une des trois réponses"));
            return wishes -> atMost(maximum.strip(), wishes.willing(willingness));
        });
    }

    private static Wishes atMost(String maximum, Wishes wishes) {
        if (maximum.isEmpty()) {
            return wishes.withoutMaximum();
        }
        if (!maximum.matches("\\d{1,2}") || Integer.parseInt(maximum) > MOST_DAYS) {
            throw new Refused("maximum par trimestre : écrire un nombre de 0 à " + MOST_DAYS + ", ou rien");
        }
        return wishes.atMost(Integer.parseInt(maximum));
    }

    /** A field that cannot be read, said in French. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String why) {
            super(why);
        }
    }

    private interface Change {
        UnaryOperator<Wishes> read();
    }

    private Response change(String month, Mark mark, Change change) {
        Physician physician = own.get();
        try {
            Wishes changed = change.read().apply(book.of(physician.id()));
            if (changed.unavailabilities().size() + changed.preferences().size() > MOST_RANGES) {
                throw new Refused("souhaits : trop de périodes différentes ; réunir les dates qui se suivent");
            }
            book.keep(physician.id(), changed);
        } catch (Refused refused) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(month, mark.name(), String.valueOf(refused.getMessage())))
                    .build();
        }
        return Response.seeOther(
                        URI.create("/mes-souhaits?mois=" + month(month) + "&marque=" + mark.name() + "#calendrier"))
                .build();
    }

    private TemplateInstance page(String month, String mark, String error) {
        Physician physician = own.get();
        Wishes wishes = book.of(physician.id());
        List<Unavailability.Every> recurring = MarkedWishes.recurring(wishes);
        var sheet = new Sheet(
                month(month(month), physician, wishes),
                mark(mark),
                List.of(Mark.values()),
                IntStream.range(0, recurring.size())
                        .mapToObj(i -> new Recurring(
                                i,
                                name(recurring.get(i).day()),
                                recurring.get(i).dates().from(),
                                recurring.get(i).dates().to()))
                        .toList(),
                wishes,
                error);
        return Templates.souhaits(sheet, weekdays());
    }

    private Month month(YearMonth month, Physician physician, Wishes wishes) {
        Map<LocalDate, List<OwnDuties.Own>> held =
                duties.of(physician).stream().collect(Collectors.groupingBy(OwnDuties.Own::date));
        HolidayZone zone = own.territories(physician).stream()
                .map(Territory::holidayZone)
                .findFirst()
                .orElse(HolidayZone.METROPOLE);
        Map<LocalDate, PublicHoliday> holidays = PublicHolidays.of(zone, month.getYear()).stream()
                .collect(Collectors.toMap(PublicHoliday::date, Function.identity()));
        LocalDate today = today(physician);
        Function<LocalDate, Day> day = date -> new Day(
                date,
                MarkedWishes.on(date, wishes),
                MarkedWishes.isRecurring(date, wishes),
                held.containsKey(date),
                date.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue() || holidays.containsKey(date),
                Optional.ofNullable(holidays.get(date)).map(PublicHoliday::name).orElse(""),
                date.isBefore(today));
        YearMonth first = YearMonth.from(today);
        return new Month(
                month,
                weeks(month, day),
                Optional.of(month.minusMonths(1)).filter(before -> !before.isBefore(first)),
                Optional.of(month.plusMonths(1)).filter(after -> !after.isAfter(first.plusMonths(MONTHS_AHEAD))));
    }

    private static List<List<Optional<Day>>> weeks(YearMonth month, Function<LocalDate, Day> day) {
        LocalDate monday = month.atDay(1).with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return Stream.iterate(monday, start -> !start.isAfter(month.atEndOfMonth()), start -> start.plusWeeks(1))
                .map(start -> start.datesUntil(start.plusWeeks(1))
                        .map(date -> Optional.of(date)
                                .filter(in -> YearMonth.from(in).equals(month))
                                .map(day))
                        .toList())
                .toList();
    }

    /** The month asked for, within what may be asked; this one when it is not readable. */
    private YearMonth month(String asked) {
        YearMonth first = YearMonth.from(today(own.get()));
        try {
            YearMonth month = YearMonth.parse(asked);
            boolean known = !month.isBefore(first) && !month.isAfter(first.plusMonths(MONTHS_AHEAD));
            return known ? month : first;
        } catch (DateTimeException unreadable) {
            return first;
        }
    }

    private LocalDate today(Physician physician) {
        return clock.instant().atZone(own.zone(physician)).toLocalDate();
    }

    private static Mark mark(String asked) {
        return Stream.of(Mark.values())
                .filter(mark -> mark.name().equals(asked))
                .findFirst()
                .orElse(Mark.AWAY);
    }

    private static DateRange range(String from, String to) {
        LocalDate first = date("du", from);
        LocalDate last = to.isBlank() ? first : date("au", to);
        if (last.isBefore(first) || first.plusDays(LONGEST_RANGE_DAYS).isBefore(last)) {
            throw new Refused("au : la fin doit suivre le début, de deux ans au plus");
        }
        return new DateRange(first, last);
    }

    private static LocalDate date(String field, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException unreadable) {
            throw new Refused(field + " : choisir une date");
        }
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
