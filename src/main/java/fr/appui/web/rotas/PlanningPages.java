package fr.appui.web.rotas;

import fr.appui.access.Act;
import fr.appui.calendar.Quarter;
import fr.appui.directory.Directory;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.FrenchOrder;
import fr.appui.planning.Fairness;
import fr.appui.planning.Measure;
import fr.appui.planning.Tally;
import fr.appui.planning.life.Alert;
import fr.appui.planning.life.DerogationBook;
import fr.appui.planning.life.PlanningHistory;
import fr.appui.planning.life.RotaReader;
import fr.appui.planning.life.RotaStandings;
import fr.appui.planning.life.RotaStandings.Key;
import fr.appui.planning.life.RotaStandings.Standing;
import fr.appui.planning.life.RotaView;
import fr.appui.planning.life.StandingAlerts;
import fr.appui.web.page.PageNumber;
import fr.appui.web.page.Pager;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
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
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Where planning begins: the territories, the quarters of each, what to look at; the sharing. */
@Path("/planning")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PlanningPages {

    private static final int MOST_ALERTS = 50;

    private final PlanningDoor door;
    private final Directory directory;
    private final RotaReader reader;
    private final RotaStandings standings;
    private final StandingAlerts alerts;
    private final PlanningHistory history;
    private final Visitor visitor;
    private final Clock clock;

    PlanningPages(
            PlanningDoor door,
            Directory directory,
            RotaReader reader,
            RotaStandings standings,
            StandingAlerts alerts,
            PlanningHistory history,
            Visitor visitor,
            Clock clock) {
        this.door = door;
        this.directory = directory;
        this.reader = reader;
        this.standings = standings;
        this.alerts = alerts;
        this.history = history;
        this.visitor = visitor;
        this.clock = clock;
    }

    /** @param gaps dates without a physician @param broken hard rules broken otherwise */
    record Term(Planned at, boolean current, boolean promised, String state, boolean good, int version, int gaps) {}

    record Overview(Planned at, List<Term> terms, int alerts) {

        /** Whether the territory has hours to hold in any of these quarters. */
        public boolean isPromised() {
            return terms.stream().anyMatch(Term::promised);
        }
    }

    record Waiting(Alert alert, ZonedDateTime raisedAt) {}

    /** One measure of one physician. @param past of the four quarters before, @param now of this one */
    record Bar(int past, int now, int most) {

        public int getTotal() {
            return past + now;
        }

        /** Of 100, for a drawing. */
        public int getPastWidth() {
            return most == 0 ? 0 : 100 * past / most;
        }

        public int getNowWidth() {
            return most == 0 ? 0 : 100 * now / most;
        }
    }

    record Sharer(String name, List<Bar> bars, int backUpDays, int room) {}

    record Relief(String name, int days, String reason, String author, ZonedDateTime at) {}

    @CheckedTemplate(basePath = "planning")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance territoires(List<Overview> territories, Pager pager);

        static native TemplateInstance territoire(Overview territory, List<Waiting> alerts, ZonedDateTime seenAt);

        static native TemplateInstance partage(
                Planned at, List<String> measures, List<Sharer> sharers, List<Relief> derogations);
    }

    @GET
    public TemplateInstance territories(@RestQuery @DefaultValue("0") PageNumber page) {
        List<Territory> all = visitor.reachable(directory.territories(), Territory::code, Act.COORDINATE);
        Pager pager = Pager.of(page.at(), all.size());
        List<Territory> mine = pager.of(all);
        Map<TerritoryCode, List<Alert.Raised>> raised =
                alerts.of(Reach.of(mine.stream().map(Territory::code).collect(Collectors.toSet())));
        List<Planned> todays = mine.stream().map(door::today).toList();
        Map<Key, Standing> found = standings(todays.stream().flatMap(at -> terms(at, 2).stream()));
        return Templates.territoires(
                todays.stream()
                        .map(at -> overview(
                                at,
                                terms(at, 2),
                                found,
                                raised.getOrDefault(at.code(), List.of()).size()))
                        .toList(),
                pager);
    }

    @GET
    @Path("{code}")
    public TemplateInstance territory(@RestPath String code) {
        Planned at = door.today(code);
        List<Alert.Raised> raised = alerts.of(at.code());
        List<Planned> terms = terms(at, 4);
        List<Waiting> waiting = raised.stream()
                .limit(MOST_ALERTS)
                .map(one -> new Waiting(
                        one.alert(), one.raisedAt().atZone(at.territory().timeZone())))
                .toList();
        return Templates.territoire(overview(at, terms, standings(terms.stream()), raised.size()), waiting, seenAt(at));
    }

    private ZonedDateTime seenAt(Planned at) {
        return clock.instant().atZone(at.territory().timeZone());
    }

    @GET
    @Path("{code}/{quarter}/partage")
    public TemplateInstance sharing(@RestPath String code, @RestPath String quarter) {
        Planned at = door.planned(code, quarter);
        List<Fairness.Row> rows =
                reader.fairness(at.code(), at.quarter()).map(Fairness::rows).orElse(List.of());
        List<Relief> reliefs = history.derogations(at.code(), at.quarter()).stream()
                .map(granted -> relief(at, granted))
                .toList();
        return Templates.partage(
                at,
                Stream.of(Measure.values()).map(Measure::label).toList(),
                rows.stream()
                        .map(row -> sharer(row, rows))
                        .sorted(Comparator.comparing(Sharer::name, FrenchOrder.alphabetical()))
                        .toList(),
                reliefs);
    }

    /** The quarter before, for it is still reported on, then those to come. */
    private static List<Planned> terms(Planned at, int ahead) {
        Quarter now = at.quarter();
        return Stream.iterate(now.previous(), Quarter::next)
                .limit(ahead + 2L)
                .filter(quarter -> ahead > 2 || quarter.compareTo(now) >= 0)
                .map(quarter -> new Planned(at.territory(), quarter))
                .toList();
    }

    private Map<Key, Standing> standings(Stream<Planned> terms) {
        return standings.of(terms.map(PlanningPages::key).collect(Collectors.toSet()));
    }

    private static Key key(Planned at) {
        return new Key(at.code(), at.quarter());
    }

    private static Overview overview(Planned at, List<Planned> terms, Map<Key, Standing> standings, int alerts) {
        return new Overview(
                at,
                terms.stream()
                        .map(term -> term(term, term.equals(at), Optional.ofNullable(standings.get(key(term)))))
                        .toList(),
                alerts);
    }

    private static Term term(Planned at, boolean current, Optional<Standing> standing) {
        return new Term(
                at,
                current,
                standing.isPresent(),
                standing.map(found -> found.state().label()).orElse("aucune plage"),
                standing.filter(found -> found.state() == RotaView.State.PUBLISHED)
                        .isPresent(),
                standing.map(Standing::version).orElse(0),
                standing.map(Standing::gaps).orElse(0));
    }

    private static Sharer sharer(Fairness.Row row, List<Fairness.Row> all) {
        List<Bar> bars = Stream.of(Measure.values())
                .map(measure -> bar(measure, row, all))
                .toList();
        return new Sharer(row.name(), bars, row.backUpDays(), row.room());
    }

    private static Bar bar(Measure measure, Fairness.Row row, List<Fairness.Row> all) {
        Tally now = row.now();
        int total = measure.of(row.withMemory());
        int most =
                all.stream().mapToInt(one -> measure.of(one.withMemory())).max().orElse(0);
        return new Bar(total - measure.of(now), measure.of(now), most);
    }

    private Relief relief(Planned at, DerogationBook.Granted granted) {
        return new Relief(
                door.name(granted.derogation().physician()),
                granted.derogation().allowedDays(),
                granted.derogation().reason(),
                granted.act().author(),
                granted.act().at().atZone(at.territory().timeZone()));
    }
}
