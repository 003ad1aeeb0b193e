package fr.appui.web.duties;

import fr.appui.calendar.PublicHoliday;
import fr.appui.calendar.PublicHolidays;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
import fr.appui.web.page.MonthGrid;
import fr.appui.web.request.OwnPhysician;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;

/** One's duties on a month, past ones among them, with who is on the ladder beside. */
@Path("/mes-astreintes/calendrier")
@RolesAllowed(Roles.PHYSICIAN)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DutyCalendarPage {

    private static final int MONTHS_BACK = 24;
    private static final int MONTHS_AHEAD = 24;

    private final OwnDuties duties;
    private final OwnPhysician own;
    private final Clock clock;

    DutyCalendarPage(OwnDuties duties, OwnPhysician own, Clock clock) {
        this.duties = duties;
        this.own = own;
        this.clock = clock;
    }

    /** @param off whether nobody works: week-end or holiday, then named */
    record Day(LocalDate date, List<OwnDuties.Own> duties, boolean off, String holiday, boolean today) {

        public boolean isHeld() {
            return !duties.isEmpty();
        }
    }

    record Month(
            YearMonth month,
            List<List<Optional<Day>>> weeks,
            List<OwnDuties.Own> duties,
            Optional<YearMonth> before,
            Optional<YearMonth> after) {}

    @CheckedTemplate(basePath = "medecin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance calendrier(Month shown);
    }

    @GET
    public TemplateInstance month(@RestQuery @DefaultValue("") String mois) {
        Physician physician = own.get();
        LocalDate today = LocalDate.ofInstant(clock.instant(), own.zone(physician));
        YearMonth now = YearMonth.from(today);
        YearMonth first = now.minusMonths(MONTHS_BACK);
        YearMonth last = now.plusMonths(MONTHS_AHEAD);
        YearMonth month = MonthGrid.asked(mois, first, last, now);
        List<OwnDuties.Own> held = duties.in(month, physician);
        Map<LocalDate, List<OwnDuties.Own>> byDate = held.stream().collect(Collectors.groupingBy(OwnDuties.Own::date));
        Map<LocalDate, PublicHoliday> holidays = holidays(physician, month.getYear());
        return Templates.calendrier(new Month(
                month,
                MonthGrid.weeks(
                        month,
                        date -> new Day(
                                date,
                                byDate.getOrDefault(date, List.of()),
                                date.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue()
                                        || holidays.containsKey(date),
                                Optional.ofNullable(holidays.get(date))
                                        .map(PublicHoliday::name)
                                        .orElse(""),
                                date.equals(today))),
                held,
                Optional.of(month.minusMonths(1)).filter(before -> !before.isBefore(first)),
                Optional.of(month.plusMonths(1)).filter(after -> !after.isAfter(last))));
    }

    private Map<LocalDate, PublicHoliday> holidays(Physician physician, int year) {
        HolidayZone zone = own.territories(physician).stream()
                .map(Territory::holidayZone)
                .findFirst()
                .orElse(HolidayZone.METROPOLE);
        return PublicHolidays.of(zone, year).stream()
                .collect(Collectors.toMap(PublicHoliday::date, Function.identity()));
    }
}
