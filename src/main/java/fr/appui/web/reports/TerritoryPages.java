package fr.appui.web.reports;

import fr.appui.access.Act;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterKind;
import fr.appui.directory.Territory;
import fr.appui.french.FrenchDate;
import fr.appui.french.Typography;
import fr.appui.indicators.AreaCoverage;
import fr.appui.indicators.Breakdown;
import fr.appui.indicators.CallTally;
import fr.appui.indicators.DutyBreakdowns;
import fr.appui.indicators.HealthAreas;
import fr.appui.indicators.KnownAreas;
import fr.appui.indicators.KnownPhysicians;
import fr.appui.indicators.LineBreakdowns;
import fr.appui.indicators.Sustainability;
import fr.appui.indicators.kit.Renewals;
import fr.appui.indicators.render.ValueText;
import fr.appui.indicators.report.Period;
import fr.appui.indicators.report.Reports;
import fr.appui.indicators.report.TerritoryYear;
import fr.appui.indicators.report.Value;
import fr.appui.indicators.report.Years;
import fr.appui.trace.Ending;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every territory side by side: what is promised, what is covered, what was answered, what alerts. */
@Path("/territoires")
@RolesAllowed({Roles.COORDINATOR, Roles.ARS_READER})
@Produces(MediaType.TEXT_HTML)
@Blocking
public class TerritoryPages {

    private static final int DAYS_AHEAD = 30;

    private final Places places;
    private final Years years;
    private final Reports reports;
    private final KnownAreas areas;

    TerritoryPages(Places places, Years years, Reports reports, KnownAreas areas) {
        this.areas = areas;
        this.places = places;
        this.years = years;
        this.reports = reports;
    }

    /**
     * One territory this year.
     *
     * @param covered windows of the year so far that were held from end to end
     * @param gaps dates of the coming days that nobody holds yet
     * @param reached share of the line's calls that a physician answered
     * @param alerts French sentences
     */
    record Line(
            String code,
            String name,
            String promised,
            String covered,
            int gaps,
            String calls,
            String reached,
            String withinAMinute,
            String report,
            boolean late,
            List<String> alerts) {}

    /** @param stated with the zones, where it was in part @param inhabitants empty where they are not known */
    record AreaLine(
            String name,
            String stated,
            String state,
            String tone,
            String missing,
            String communes,
            String inhabitants) {}

    /** @param reached a French sentence: how many inhabitants of the region, or communes */
    record RegionCoverage(String name, String source, List<AreaLine> areas, String reached) {}

    @CheckedTemplate(basePath = "suivi")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance territoires(
                List<Line> lines, boolean quiet, int year, int days, List<RegionCoverage> regions);
    }

    @GET
    public TemplateInstance all() {
        List<Territory> mine = places.territories(Act.FOLLOW);
        int year = mine.stream()
                .findFirst()
                .map(territory -> reports.today(territory).getYear())
                .orElse(0);
        KnownPhysicians volunteers = years.volunteers();
        List<Line> lines =
                mine.stream().map(territory -> line(territory, volunteers)).toList();
        boolean quiet = lines.stream().allMatch(line -> line.alerts().isEmpty());
        return Templates.territoires(lines, quiet, year, DAYS_AHEAD, coverage());
    }

    /** Of the regions that one follows as a whole. */
    private List<RegionCoverage> coverage() {
        return places.of(Act.FOLLOW).stream()
                .filter(Places.Place::region)
                .flatMap(place -> areas.of(place.code()).stream()
                        .map(known -> new RegionCoverage(
                                place.name(),
                                areas.areas(place.code())
                                        .map(HealthAreas::source)
                                        .orElse(""),
                                known.areas().stream().map(TerritoryPages::area).toList(),
                                reached(known))))
                .toList();
    }

    private static AreaLine area(AreaCoverage.State state) {
        HealthAreas.Area area = state.area();
        return new AreaLine(
                area.name(),
                area.stated().label()
                        + (area.statedZones().isEmpty() ? "" : " (" + String.join(", ", area.statedZones()) + ")"),
                state.extent().label(),
                switch (state.extent()) {
                    case WHOLE -> "good";
                    case PART -> "care";
                    case NONE -> "bad";
                },
                String.join(", ", state.missing()),
                Typography.number(state.communes()),
                state.inhabitants().map(Typography::number).orElse("–"));
    }

    private static String reached(AreaCoverage coverage) {
        String communes = "Communes rattachées à un appui ouvert : "
                + Typography.number(coverage.communes().size());
        return coverage.inhabitants()
                .map(people -> communes + ", soit " + Typography.number(people.served()) + " habitants sur "
                        + Typography.number(people.all()) + " ("
                        + ValueText.of(Value.share(people.served(), people.all())) + ").")
                .orElse(communes + ".");
    }

    private Line line(Territory territory, KnownPhysicians volunteers) {
        String code = territory.code().value();
        LocalDate today = reports.today(territory);
        Optional<TerritoryYear> year = years.of(territory.code(), Period.year(today.getYear()), volunteers);
        List<LocalDate> gaps = years.gaps(territory.code(), today, today.plusDays(DAYS_AHEAD));
        CallTally calls = year.map(TerritoryYear::calls).orElseGet(CallTally::new);
        int past = today.getYear() - 1;
        boolean submitted = reports.isSubmitted(code, past);
        boolean late = !submitted && today.isAfter(Reports.dueBy(past)) && worked(territory, past);
        return new Line(
                code,
                territory.name(),
                promised(areas.answeredToday(territory)),
                year.map(TerritoryPages::covered).orElse("–"),
                gaps.size(),
                Typography.number(calls.volume()),
                share(calls, LineBreakdowns.BY_ENDING, Ending.ANSWERED.name()),
                share(calls, LineBreakdowns.TIME_TO_HUMAN, "60"),
                submission(submitted, late, year, Period.year(past)),
                late,
                alerts(territory, gaps, calls, late, past, forecast(year, today), renewals(year, today)));
    }

    private static String submission(boolean submitted, boolean late, Optional<TerritoryYear> year, Period past) {
        if (submitted) {
            return "Transmis";
        }
        boolean due = year.filter(known -> Reports.isOwed(known.calendar(), past.year()))
                .isPresent();
        return !due ? "Sans objet" : late ? "En retard" : "Non transmis";
    }

    private boolean worked(Territory territory, int year) {
        return years.isHeld(territory.code(), Period.year(year));
    }

    static String promised(Optional<Perimeter> inForce) {
        return inForce.map(Perimeter::kind)
                .map(kind -> kind == PerimeterKind.CORE ? "Socle" : "Étendu")
                .orElse("Aucun");
    }

    private static String covered(TerritoryYear year) {
        Map<String, Long> counted = DutyBreakdowns.BY_COVERAGE.count(year.duties(), year.volunteers());
        return ValueText.of(Value.share(
                counted.getOrDefault(DutyBreakdowns.COVERED, 0L), year.duties().size()));
    }

    private static String share(CallTally calls, Breakdown breakdown, String bucket) {
        long whole = breakdown.several() ? calls.count(breakdown, Breakdown.ALL) : calls.total(breakdown);
        return ValueText.of(Value.share(calls.count(breakdown, bucket), whole));
    }

    /** The first quarter that ends with too few physicians; a territory that promises nothing needs none. */
    private static Optional<Sustainability.Forecast> forecast(Optional<TerritoryYear> year, LocalDate today) {
        return year.filter(known -> known.calendar().perimeterOn(today).isPresent())
                .flatMap(known -> Sustainability.of(
                                known.partners(), known.volunteers().all(), today)
                        .stream()
                        .filter(Sustainability.Forecast::isTooFew)
                        .findFirst());
    }

    /** Agreements that end soon and that no other follows. */
    private static List<String> renewals(Optional<TerritoryYear> year, LocalDate today) {
        return year.stream()
                .flatMap(known -> Renewals.due(known.partners(), today).stream()
                        .map(agreement -> "a une convention à renouveler avec "
                                + known.volunteers().nameOf(agreement.partner()) + " : elle prend fin le "
                                + agreement.dates().to().map(FrenchDate::of).orElse("")))
                .toList();
    }

    @SuppressWarnings("TooManyParameters") // what may alert
    private static List<String> alerts(
            Territory territory,
            List<LocalDate> gaps,
            CallTally calls,
            boolean late,
            int past,
            Optional<Sustainability.Forecast> forecast,
            List<String> renewals) {
        List<String> alerts = new ArrayList<>();
        forecast.map(Sustainability.Forecast::sentence).ifPresent(alerts::add);
        alerts.addAll(renewals);
        if (territory.line().isEmpty()) {
            alerts.add("n’a pas encore de ligne");
        }
        if (!gaps.isEmpty()) {
            alerts.add(
                    gaps.size() == 1
                            ? "1 plage sans médecin dans les " + DAYS_AHEAD + " jours : "
                                    + FrenchDate.of(gaps.getFirst())
                            : gaps.size() + " plages sans médecin dans les " + DAYS_AHEAD + " jours, la première le "
                                    + FrenchDate.of(gaps.getFirst()));
        }
        long lost = calls.count(LineBreakdowns.BY_ENDING, Ending.NOT_REACHED.name());
        if (lost > 0) {
            alerts.add(
                    lost == 1
                            ? "1 appel sans médecin joint cette année"
                            : lost + " appels sans médecin joint cette année");
        }
        if (late) {
            alerts.add("bilan " + past + " non transmis, attendu en mars");
        }
        return List.copyOf(alerts);
    }
}
