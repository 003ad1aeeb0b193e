package fr.appui.web.reports;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.FrenchDate;
import fr.appui.indicators.Breakdown;
import fr.appui.indicators.CallTally;
import fr.appui.indicators.Crossing;
import fr.appui.indicators.Crossing.Filter;
import fr.appui.indicators.OutcomeBreakdowns;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import fr.appui.indicators.report.CrossedCalls;
import fr.appui.indicators.report.Period;
import fr.appui.indicators.report.Printable;
import fr.appui.indicators.report.PublicReport;
import fr.appui.indicators.report.Reports;
import fr.appui.indicators.report.Section;
import fr.appui.indicators.report.TerritoryYear;
import fr.appui.indicators.report.Value;
import fr.appui.web.Problem;
import fr.appui.web.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Calls crossed by caller, motive, orientation, period and territory. Whoever coordinates all of the territories reads exact
 * counts and which calls they are; anybody else reads counts as a published document tells them, and no list.
 */
@ApplicationScoped
class CrossingDesk {

    static final int MOST_IN_A_FILE = 5_000;
    private static final int MOST_FILTERS = 6;

    private final Reports reports;
    private final CrossedCalls calls;
    private final Visitor visitor;

    CrossingDesk(Reports reports, CrossedCalls calls, Visitor visitor) {
        this.reports = reports;
        this.calls = calls;
        this.visitor = visitor;
    }

    /** What is asked for, of a territory or of a region's. */
    record Asked(String code, List<TerritoryCode> territories, Period period, Crossing crossing) {}

    /** @param exact whether these are the counts themselves, or rounded ones */
    record Told(long now, long before, Period periodBefore, CrossedCalls.Compared compared, boolean exact) {}

    Asked asked(String code, Period period, List<String> written) {
        List<TerritoryCode> territories =
                reports.territories(code).stream().map(Territory::code).toList();
        if (territories.isEmpty()) {
            throw Territories.unknown(code);
        }
        territories.forEach(territory -> visitor.require(Act.FOLLOW, new Thing.Place(territory)));
        if (written.size() > MOST_FILTERS) {
            throw Problem.badRequest("filter", MOST_FILTERS + " critères au plus");
        }
        return new Asked(
                code,
                territories,
                period,
                new Crossing(written.stream().map(CrossingDesk::filter).toList()));
    }

    static Filter filter(String written) {
        return Filter.parse(written)
                .orElseThrow(() -> Problem.badRequest(
                        "filter",
                        "« " + written + " » : écrire un indicateur et une de ses lignes, par exemple motives:PAIN ;"
                                + " voir /api/indicators"));
    }

    Told count(Asked asked) {
        CrossedCalls.Compared compared = calls.count(asked.territories(), asked.period(), asked.crossing());
        boolean exact = coordinates(asked);
        return new Told(
                told(compared.now().number(), exact),
                told(compared.before().number(), exact),
                compared.before().period(),
                compared,
                exact);
    }

    private static long told(long number, boolean exact) {
        return exact ? number : PublicReport.round(number);
    }

    boolean coordinates(Asked asked) {
        return asked.territories().stream()
                .allMatch(territory -> visitor.may(Act.COORDINATE, new Thing.Place(territory)));
    }

    CrossedCalls.Found find(Asked asked, int page, int size) {
        asked.territories().forEach(territory -> visitor.require(Act.COORDINATE, new Thing.Place(territory)));
        return calls.find(asked.territories(), asked.period(), asked.crossing(), page, size);
    }

    /** What may be crossed: rows that occur and those that the nomenclature offers. @param words of what is asked */
    record Choices(
            List<CallTally.Row> families,
            List<CallTally.Row> profiles,
            List<CallTally.Row> motives,
            List<CallTally.Row> orientations,
            String words) {}

    Choices choices(Asked asked) {
        Optional<TerritoryYear> year = calls.year(asked.territories(), asked.period());
        return new Choices(
                rows(year, OutcomeBreakdowns.CALLER_FAMILIES),
                rows(year, OutcomeBreakdowns.CALLER_PROFILES),
                rows(year, OutcomeBreakdowns.MOTIVES),
                rows(year, OutcomeBreakdowns.ORIENTATIONS),
                words(asked, year));
    }

    private static List<CallTally.Row> rows(Optional<TerritoryYear> year, Breakdown breakdown) {
        return year.stream()
                .flatMap(known -> known.calls().rows(breakdown, known.lens()).stream())
                .filter(row -> !row.bucket().equals(Breakdown.NOT_LOGGED))
                .toList();
    }

    /** {@code Appelants par famille : Infirmières et infirmiers ; Motifs des sollicitations : Douleur}. */
    private static String words(Asked asked, Optional<TerritoryYear> year) {
        return asked.crossing().filters().stream()
                .map(filter -> filter.breakdown().label() + " : "
                        + year.map(known -> filter.breakdown().label(known.lens(), filter.bucket()))
                                .orElse(filter.bucket()))
                .collect(Collectors.joining(" ; "));
    }

    Printable printable(Asked asked) {
        CrossedCalls.Found found = find(asked, 0, MOST_IN_A_FILE);
        if (found.total() > MOST_IN_A_FILE) {
            throw Problem.badRequest(
                    "period",
                    found.total() + " appels : choisir une période plus courte ou d’autres critères, " + MOST_IN_A_FILE
                            + " au plus");
        }
        String words = words(asked, calls.year(asked.territories(), asked.period()));
        String place =
                reports.territories(asked.code()).stream().map(Territory::name).collect(Collectors.joining(", "));
        return new Printable(
                "Appels",
                place,
                "Réservé à la coordination",
                List.of("Période : " + asked.period().words(), "Critères : " + words),
                List.of(),
                "Appels – " + place,
                List.of(new Section(
                        "calls",
                        "Appels",
                        List.of(new Table(
                                words,
                                Optional.empty(),
                                List.of(
                                        "Reçu le",
                                        "Appel",
                                        "Territoire",
                                        "Hors ligne",
                                        "Appelant",
                                        "Motifs",
                                        "Orientations",
                                        "Lieu",
                                        "Durée"),
                                found.lines().stream().map(CrossingDesk::row).toList(),
                                Optional.empty())))),
                List.of());
    }

    private static Row row(CrossedCalls.Line line) {
        return Row.of(
                line.id(),
                Value.words(FrenchDate.andTime(line.received())),
                Value.words(line.id()),
                Value.words(line.territory().value()),
                Value.words(line.declared() ? "oui" : ""),
                Value.words(line.caller()),
                Value.words(line.motives()),
                Value.words(line.orientations()),
                Value.words(line.place()),
                Value.time(line.length()));
    }
}
