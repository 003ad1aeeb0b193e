package fr.appui.web.reports;

import fr.appui.access.Act;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.report.AnnualReport;
import fr.appui.indicators.report.Block;
import fr.appui.indicators.report.Period;
import fr.appui.indicators.report.Reports;
import fr.appui.indicators.report.Section;
import fr.appui.indicators.report.WhichOnes;
import fr.appui.web.page.AddressFaults;
import fr.appui.web.page.PageNumber;
import fr.appui.web.page.Pager;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The figures of a territory or a region over a year, a quarter or a month, and the calls or duties behind each. */
@Path("/indicateurs")
@RolesAllowed({Roles.COORDINATOR, Roles.ARS_READER})
@Produces(MediaType.TEXT_HTML)
@Blocking
public class IndicatorPages {

    private final Places places;
    private final Reports reports;
    private final FigureDesk desk;
    private final AddressFaults faults;

    IndicatorPages(Places places, Reports reports, FigureDesk desk, AddressFaults faults) {
        this.faults = faults;
        this.places = places;
        this.reports = reports;
        this.desk = desk;
    }

    record Choices(List<Places.Place> places, List<Periods.Year> years, String place, String period) {}

    /** @param title of the territory or region, or empty when there is none to show */
    record Page(
            Choices choices,
            String title,
            String words,
            LocalDate until,
            boolean empty,
            List<ReportView.KeyFigure> keyFigures,
            List<ReportView.Part> parts) {}

    /** @param link to the call's page, where this person may open it */
    record Item(String id, String link, Optional<ZonedDateTime> at, Optional<LocalDate> date, boolean declared) {}

    record Listed(String label, String back, String place, String words, List<Item> items, Pager pager, String query) {}

    @CheckedTemplate(basePath = "suivi")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance indicateurs(Page page);

        static native TemplateInstance lesquels(Listed listed);
    }

    @GET
    public TemplateInstance figures(
            @RestQuery @DefaultValue("") String territoire, @RestQuery @DefaultValue("") String periode) {
        List<Places.Place> mine = places.of(Act.FOLLOW);
        Optional<Places.Place> chosen = places.chosen(mine, territoire);
        String code = chosen.map(Places.Place::code).orElse("");
        LocalDate today = reports.today(code);
        Period period =
                faults.read("Période", periode, Territories::period).orElseGet(() -> Period.year(today.getYear()));
        var choices = new Choices(mine, Periods.upTo(today), code, period.code());
        return Templates.indicateurs(chosen.flatMap(
                        place -> reports.figures(code, period).map(report -> page(choices, place, period, report)))
                .orElse(new Page(choices, "", period.words(), today, true, List.of(), List.of())));
    }

    private static Page page(Choices choices, Places.Place place, Period period, AnnualReport report) {
        ReportView view = new ReportView(new WhereCounted.Live(place.code(), period));
        Section quantitative = report.section("quantitative");
        Block.Table keyFigures = (Block.Table) quantitative.blocks().getFirst();
        List<ReportView.KeyFigure> figures = view.keyFigures(keyFigures);
        Section rest = new Section(
                quantitative.code(),
                quantitative.title(),
                quantitative.blocks().subList(1, quantitative.blocks().size()));
        return new Page(
                choices,
                place.name(),
                period.words(),
                report.heading().coversUntil(),
                figures.getFirst().value().equals("0"),
                figures,
                List.of(view.part(rest), view.part(report.section("qualitative"))));
    }

    /** @param ligne the row of the indicator, by its code */
    @GET
    @Path("{code}/{indicator}")
    public TemplateInstance whichOnes(
            @RestPath String code,
            @RestPath String indicator,
            @RestQuery @DefaultValue("") String periode,
            @RestQuery @DefaultValue("ALL") String ligne,
            @RestQuery @DefaultValue("0") PageNumber page) {
        Period period = faults.read("Période", periode, Territories::period)
                .orElseGet(() -> Period.year(reports.today(code).getYear()));
        var read = Pager.read(
                page.at(),
                at -> desk.find(code, period, indicator, new WhichOnes.Asked(ligne, at, Pager.SIZE)),
                WhichOnes.Found::total);
        WhichOnes.Found found = read.found();
        String place = reports.territories(code).size() == 1
                ? reports.territories(code).getFirst().name()
                : "Région " + code;
        return Templates.lesquels(new Listed(
                found.label(),
                "/indicateurs?territoire=" + code + "&periode=" + period.code(),
                place,
                period.words(),
                found.items().stream().map(this::item).toList(),
                read.pager(),
                WhereCounted.Live.query(period, ligne)));
    }

    private Item item(WhichOnes.Item item) {
        return switch (item) {
            case WhichOnes.Item.Call(String id, TerritoryCode territory, Instant at, boolean declared) ->
                new Item(
                        id,
                        declared || !places.coordinates(territory.value()) ? "" : "/appels/" + id,
                        Optional.of(at.atZone(reports.zone(territory.value()))),
                        Optional.empty(),
                        declared);
            case WhichOnes.Item.Duty(String id, TerritoryCode territory, LocalDate date) ->
                new Item(id, "", Optional.empty(), Optional.of(date), false);
        };
    }
}
