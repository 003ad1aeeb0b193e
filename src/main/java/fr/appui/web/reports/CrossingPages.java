package fr.appui.web.reports;

import fr.appui.access.Act;
import fr.appui.french.FrenchDate;
import fr.appui.french.FrenchDuration;
import fr.appui.french.Typography;
import fr.appui.french.WrittenValue;
import fr.appui.indicators.report.CrossedCalls;
import fr.appui.indicators.report.Period;
import fr.appui.indicators.report.Reports;
import fr.appui.web.page.AddressFaults;
import fr.appui.web.page.PageNumber;
import fr.appui.web.page.Pager;
import fr.appui.web.page.Query;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Calls by caller, motive and orientation at once, with the period before; for whoever coordinates, which calls they are. */
@Path("/croisement")
@RolesAllowed({Roles.COORDINATOR, Roles.ARS_READER})
@Produces(MediaType.TEXT_HTML)
@Blocking
public class CrossingPages {

    private final Places places;
    private final Reports reports;
    private final CrossingDesk desk;
    private final AddressFaults faults;

    CrossingPages(Places places, Reports reports, CrossingDesk desk, AddressFaults faults) {
        this.faults = faults;
        this.places = places;
        this.reports = reports;
        this.desk = desk;
    }

    /** What the form shows again. @param caller {@code caller-families:NURSE}, the others alike; empty for any */
    record Form(
            List<Places.Place> places,
            List<Periods.Year> years,
            String place,
            String period,
            String caller,
            String motive,
            String orientation) {

        List<String> filters() {
            return Stream.of(caller, motive, orientation)
                    .filter(one -> !WrittenValue.isNothing(one))
                    .toList();
        }

        public String query() {
            return Query.NONE
                    .with("territoire", place)
                    .with("periode", period)
                    .with("appelant", caller)
                    .with("motif", motive)
                    .with("orientation", orientation)
                    .text();
        }

        /** Of the list, without its suffix. */
        public String getFile() {
            return "/api/territories/" + place + "/calls/crossed";
        }

        public String getFilterQuery() {
            Query query = Query.NONE.with("period", period);
            for (String filter : filters()) {
                query = query.with("filter", filter);
            }
            return query.text();
        }
    }

    /** @param change {@code +12 %}, empty without a period to compare with @param rounded whether the counts are */
    record Result(
            String number,
            String before,
            String change,
            String words,
            String period,
            String periodBefore,
            LocalDate until,
            LocalDate untilBefore,
            boolean whole,
            boolean rounded) {}

    record Listed(List<CrossedCalls.Line> lines, Pager pager) {
        public String when(CrossedCalls.Line line) {
            return FrenchDate.andTime(line.received());
        }

        public String length(CrossedCalls.Line line) {
            return line.length().map(FrenchDuration::of).orElse("—");
        }
    }

    @CheckedTemplate(basePath = "suivi")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance croisement(
                Form form, CrossingDesk.@Nullable Choices choices, @Nullable Result result, @Nullable Listed listed);
    }

    @GET
    public TemplateInstance cross(
            @RestQuery @DefaultValue("") String territoire,
            @RestQuery @DefaultValue("") String periode,
            @RestQuery @DefaultValue("") String appelant,
            @RestQuery @DefaultValue("") String motif,
            @RestQuery @DefaultValue("") String orientation,
            @RestQuery @DefaultValue("0") PageNumber page) {
        List<Places.Place> mine = places.of(Act.FOLLOW);
        Optional<Places.Place> chosen = places.chosen(mine, territoire);
        String code = chosen.map(Places.Place::code).orElse("");
        LocalDate today = reports.today(code);
        Period period =
                faults.read("Période", periode, Territories::period).orElseGet(() -> Period.year(today.getYear()));
        var form = new Form(
                mine,
                Periods.upTo(today),
                code,
                period.code(),
                filter("Appelants", appelant),
                filter("Motif", motif),
                filter("Orientation", orientation));
        if (chosen.isEmpty()) {
            return Templates.croisement(form, null, null, null);
        }
        CrossingDesk.Asked asked = desk.asked(code, period, form.filters());
        CrossingDesk.Choices choices = desk.choices(asked);
        return Templates.croisement(
                form,
                choices,
                result(desk.count(asked), choices.words()),
                desk.coordinates(asked) ? listed(asked, page.at()) : null);
    }

    /** As it was asked; empty where no such filter is. */
    private String filter(String label, String asked) {
        return faults.read(label, asked, CrossingDesk::filter).isPresent() ? asked : "";
    }

    private Listed listed(CrossingDesk.Asked asked, int page) {
        var read = Pager.read(page, at -> desk.find(asked, at, Pager.SIZE), CrossedCalls.Found::total);
        return new Listed(read.found().lines(), read.pager());
    }

    private static Result result(CrossingDesk.Told told, String words) {
        CrossedCalls.Counted now = told.compared().now();
        CrossedCalls.Counted before = told.compared().before();
        return new Result(
                Typography.number(told.now()),
                Typography.number(told.before()),
                told.before() == 0
                        ? ""
                        : (told.now() >= told.before() ? "+" : "")
                                + Typography.percent((told.now() - told.before()) / (double) told.before()),
                words,
                now.period().words(),
                before.period().words(),
                now.until(),
                before.until(),
                now.until().equals(now.period().last()),
                !told.exact());
    }
}
