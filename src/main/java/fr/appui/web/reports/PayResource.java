package fr.appui.web.reports;

import fr.appui.indicators.pay.Earned;
import fr.appui.indicators.pay.PayStatement;
import fr.appui.indicators.report.Ledger;
import fr.appui.indicators.report.PayPrint;
import fr.appui.indicators.report.Printable;
import fr.appui.indicators.report.Reports;
import fr.appui.indicators.report.TerritoryYear;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/** Service done, by physician and establishment: a year ({@code 2026}) or a month ({@code 2026-03}). */
@Path("/api/territories/{code}/pay")
@RolesAllowed(Roles.COORDINATOR)
public class PayResource {

    private final Reports reports;
    private final Ledger ledger;

    PayResource(Reports reports, Ledger ledger) {
        this.reports = reports;
        this.ledger = ledger;
    }

    @GET
    @Path("{period: \\d{4}(-\\d{2})?}{suffix: (\\.[a-z]+)?}")
    public Response statement(
            @PathParam("code") String code,
            @PathParam("period") String period,
            @PathParam("suffix") String suffix,
            @Context HttpHeaders headers) {
        LocalDate from = first(period);
        LocalDate to = period.length() == 4
                ? from.plusYears(1).minusDays(1)
                : from.plusMonths(1).minusDays(1);
        TerritoryYear year = reports.year(Territories.code(code), from.getYear())
                .orElseThrow(() -> Problem.notFound("Le territoire « " + code + " » n'existe pas."));
        PayStatement pay = PayStatement.of(from, to, Earned.from(year.duties(), ledger.tariffs()), year.volunteers());
        Printable printable = PayPrint.of(pay, year.territory().name(), year.volunteers());
        return Rendering.asked(suffix, headers).of(printable, () -> printable, "service-fait-" + code + "-" + period);
    }

    private static LocalDate first(String period) {
        try {
            return period.length() == 4
                    ? LocalDate.of(Integer.parseInt(period), 1, 1)
                    : YearMonth.parse(period).atDay(1);
        } catch (DateTimeException invalid) {
            throw Problem.badRequest("period", "écrire une année (2026) ou un mois (2026-03)");
        }
    }
}
