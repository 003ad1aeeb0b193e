package fr.appui.web.reports;

import fr.appui.access.Act;
import fr.appui.indicators.pay.AccountHeading;
import fr.appui.indicators.pay.FinancialStatement.Entry;
import fr.appui.indicators.pay.PayStatement;
import fr.appui.indicators.render.ValueText;
import fr.appui.indicators.report.Period;
import fr.appui.indicators.report.Reports;
import fr.appui.indicators.report.Section;
import fr.appui.indicators.report.TerritoryYear;
import fr.appui.indicators.report.Value;
import fr.appui.web.Problem;
import fr.appui.web.page.AddressFaults;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Service done and what it is worth: by physician and establishment, against the subsidy; what the hospital spent besides. */
@Path("/forfaits")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PayPages {

    private final Places places;
    private final Reports reports;
    private final ExpenseDesk expenses;
    private final AddressFaults faults;

    PayPages(Places places, Reports reports, ExpenseDesk expenses, AddressFaults faults) {
        this.faults = faults;
        this.places = places;
        this.reports = reports;
        this.expenses = expenses;
    }

    record Choices(List<Places.Place> places, List<Periods.Year> years, String place, String period) {}

    /** @param owed what each is due @param details one part an establishment @param money subsidy and accounts, of a year only */
    record Page(
            Choices choices,
            String title,
            String words,
            Optional<LocalDate> until,
            boolean empty,
            List<ReportView.Part> owed,
            List<ReportView.Part> details,
            List<ReportView.Part> money,
            List<Expense> expenses,
            List<AccountHeading> accounts,
            String files) {}

    record Expense(LocalDate date, String account, String label, String amount) {}

    /** The expense being written, with what is wrong with it. */
    record Draft(String date, String account, String label, String amount, List<Problem.FieldError> errors) {
        static final Draft NONE = new Draft("", "", "", "", List.of());
    }

    @CheckedTemplate(basePath = "suivi")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance forfaits(Page page, Draft draft);
    }

    @GET
    public TemplateInstance statement(
            @RestQuery @DefaultValue("") String territoire, @RestQuery @DefaultValue("") String periode) {
        return Templates.forfaits(page(territoire, periode), Draft.NONE);
    }

    /** @param periode that is shown: a refusal comes back to it */
    @POST
    @Path("{code}/depenses")
    public Response spend(
            @RestPath String code,
            @RestForm @DefaultValue("") String date,
            @RestForm @DefaultValue("") String account,
            @RestForm @DefaultValue("") String label,
            @RestForm @DefaultValue("") String amount,
            @RestForm @DefaultValue("") String periode) {
        try {
            Entry entry = expenses.enter(code, new ExpenseEntry(date, account, label, amount));
            int year = entry.date().getYear();
            return Response.seeOther(URI.create("/forfaits?territoire=" + code + "&periode=" + year + "#depenses"))
                    .build();
        } catch (Problem.Refused refused) {
            if (refused.problem().errors().isEmpty()) {
                throw refused;
            }
            Draft draft =
                    new Draft(date, account, label, amount, refused.problem().errors());
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(Templates.forfaits(page(code, periode), draft))
                    .build();
        }
    }

    private Page page(String asked, String periode) {
        List<Places.Place> mine = places.ofTerritories(Act.COORDINATE);
        Optional<Places.Place> chosen = places.chosen(mine, asked);
        String code = chosen.map(Places.Place::code).orElse("");
        LocalDate today = reports.today(code);
        Period period =
                faults.read("Période", periode, Territories::period).orElseGet(() -> Period.year(today.getYear()));
        Choices choices = new Choices(mine, Periods.yearsAndMonths(today), code, period.code());
        return chosen.flatMap(place -> reports.duties(Territories.code(code), period))
                .map(year -> page(choices, year))
                .orElse(new Page(
                        choices,
                        "",
                        period.words(),
                        Optional.empty(),
                        true,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        ""));
    }

    private Page page(Choices choices, TerritoryYear year) {
        Period period = year.period();
        String code = year.territory().code().value();
        ReportView view = new ReportView(new WhereCounted.Live(code, period));
        PayStatement done = reports.serviceDone(year);
        List<Section> printed = reports.printed(year, done).sections();
        List<AccountHeading> accounts = expenses.accounts();
        List<ReportView.Part> money = period.isYear()
                ? reports.financial(code, period).map(view::part).stream().toList()
                : List.of();
        return new Page(
                choices,
                year.territory().name(),
                period.words(),
                year.coversUntil().equals(period.last()) ? Optional.empty() : Optional.of(year.coversUntil()),
                done.shares().isEmpty(),
                List.of(view.part(printed.getFirst())),
                printed.stream().skip(1).map(view::part).toList(),
                money,
                expenses.of(code, period.year()).stream()
                        .map(entry -> expense(entry, accounts))
                        .toList(),
                accounts,
                "/api/territories/" + code + "/pay/" + period.code());
    }

    private static Expense expense(Entry entry, List<AccountHeading> accounts) {
        String account = accounts.stream()
                .filter(known -> known.code().equals(entry.account()))
                .map(known -> known.number() + " " + known.label())
                .findFirst()
                .orElse(entry.account());
        return new Expense(entry.date(), account, entry.label(), ValueText.of(Value.amount(entry.amount())));
    }
}
