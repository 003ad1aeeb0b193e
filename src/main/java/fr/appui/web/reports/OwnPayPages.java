package fr.appui.web.reports;

import fr.appui.calendar.DayKind;
import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import fr.appui.indicators.pay.Earned;
import fr.appui.indicators.pay.Money;
import fr.appui.indicators.pay.PayStatement;
import fr.appui.indicators.render.PrintedPdf;
import fr.appui.indicators.render.PrintedXlsx;
import fr.appui.indicators.report.PayPrint;
import fr.appui.indicators.report.Period;
import fr.appui.indicators.report.Printable;
import fr.appui.indicators.report.Reports;
import fr.appui.indicators.report.TerritoryYear;
import fr.appui.web.Problem;
import fr.appui.web.audit.Exported;
import fr.appui.web.page.AddressFaults;
import fr.appui.web.request.OwnPhysician;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;

/** What a physician's own duties amounted to, month by month, and what they are paid. */
@Path("/mon-service-fait")
@RolesAllowed(Roles.PHYSICIAN)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class OwnPayPages {

    private static final int EARLIEST_YEAR = 2020;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Reports reports;
    private final OwnPhysician own;
    private final Clock clock;
    private final AddressFaults faults;

    OwnPayPages(Reports reports, OwnPhysician own, Clock clock, AddressFaults faults) {
        this.faults = faults;
        this.reports = reports;
        this.own = own;
        this.clock = clock;
    }

    /** Some duties together: those of a month, or of the year. */
    record Sum(List<Earned> lines) {

        public long working() {
            return lines.stream().filter(line -> line.isOn(DayKind.WORKING)).count();
        }

        public long others() {
            return lines.size() - working();
        }

        public Duration held() {
            return lines.stream().map(Earned::held).reduce(Duration.ZERO, Duration::plus);
        }

        public Money amount() {
            return Money.sum(lines.stream().map(Earned::amount));
        }
    }

    record Month(YearMonth month, Sum sum) {}

    record Line(LocalDate date, String territory, boolean working, Duration held, boolean shared, Money amount) {}

    /** @param backUps what agreements pay for the rungs behind the first */
    record Year(
            int year,
            boolean hasNext,
            boolean hasPrevious,
            List<Month> months,
            Sum total,
            List<Line> lines,
            List<Line> backUps) {
        public Money backUpAmount() {
            return Money.sum(backUps.stream().map(Line::amount));
        }
    }

    @CheckedTemplate(basePath = "medecin")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance serviceFait(Year year);
    }

    @GET
    public TemplateInstance year(@RestQuery @DefaultValue("") String annee) {
        int present = clock.instant().atZone(own.zone(own.get())).getYear();
        int year = faults.read("Année", annee, asked -> year(asked, present)).orElse(present);
        List<Earned> earned = earned(year);
        return Templates.serviceFait(new Year(
                year,
                year < present,
                year > EARLIEST_YEAR,
                earned.stream()
                        .collect(Collectors.groupingBy(
                                line -> YearMonth.from(line.window().date()),
                                java.util.TreeMap::new,
                                Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(month -> new Month(month.getKey(), new Sum(month.getValue())))
                        .toList(),
                new Sum(earned),
                earned.stream().map(this::line).toList(),
                backUps(own.get(), year).shares().stream()
                        .flatMap(share -> share.lines().stream())
                        .sorted(Comparator.comparing(
                                (Earned line) -> line.window().date()))
                        .map(this::line)
                        .toList()));
    }

    private static int year(String asked, int present) {
        if (asked.matches("\\d{4}") && Integer.parseInt(asked) >= EARLIEST_YEAR && Integer.parseInt(asked) <= present) {
            return Integer.parseInt(asked);
        }
        throw new InvalidInput(WrittenValue.refused(
                asked, "n’est pas une année", "en choisir une de " + EARLIEST_YEAR + " à " + present));
    }

    /** The same on paper, one territory after the other. */
    @GET
    @Exported
    @Path("{year: \\d{4}}{suffix: (\\.[a-z]+)?}")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("year") int year, @PathParam("suffix") String suffix) {
        if (suffix.isEmpty()) {
            return Response.seeOther(URI.create("/mon-service-fait?annee=" + year))
                    .build();
        }
        Printable printable = printable(year);
        return switch (suffix) {
            case ".pdf" -> download(PrintedPdf.render(printable), "application/pdf", year + ".pdf");
            case ".xlsx" -> download(PrintedXlsx.render(printable), XLSX, year + ".xlsx");
            default -> throw Problem.notFound("Ce document existe en .pdf et en .xlsx.");
        };
    }

    private static Response download(byte[] document, String type, String name) {
        return Response.ok(document, type)
                .header("Content-Disposition", "attachment; filename=\"mon-service-fait-" + name + "\"")
                .build();
    }

    private Printable printable(int year) {
        Physician physician = own.get();
        List<Territory> territories = own.territories(physician);
        TerritoryYear any = territories.stream()
                .flatMap(territory -> reports.duties(territory.code(), Period.year(year)).stream())
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Vous n’exercez sur aucun territoire."));
        PayStatement pay =
                PayStatement.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), earned(year), any.volunteers());
        String names = territories.stream().map(Territory::name).collect(Collectors.joining(", "));
        return PayPrint.of(
                pay,
                any.coversUntil(),
                backUps(physician, year),
                physician.name().titled() + " – " + names,
                any.volunteers());
    }

    private PayStatement backUps(Physician physician, int year) {
        return new PayStatement(
                LocalDate.of(year, 1, 1),
                LocalDate.of(year, 12, 31),
                own.territories(physician).stream()
                        .flatMap(territory -> reports.duties(territory.code(), Period.year(year)).stream())
                        .flatMap(territory -> reports.backUps(territory).shares().stream())
                        .filter(share -> share.physician().equals(physician.id()))
                        .toList());
    }

    /** By date. */
    private List<Earned> earned(int year) {
        Physician physician = own.get();
        return own.territories(physician).stream()
                .flatMap(territory -> reports.duties(territory.code(), Period.year(year)).stream())
                .flatMap(territory -> reports.earned(territory).stream())
                .filter(line -> line.physician().equals(physician.id()))
                .sorted(Comparator.comparing((Earned line) -> line.window().date()))
                .toList();
    }

    private Line line(Earned earned) {
        return new Line(
                earned.window().date(),
                own.territories(own.get()).stream()
                        .filter(territory -> territory.code().equals(earned.territory()))
                        .map(Territory::name)
                        .findFirst()
                        .orElse(earned.territory().value()),
                earned.isOn(DayKind.WORKING),
                earned.held(),
                earned.isShared(),
                earned.amount());
    }
}
