package fr.appui.web.reports;

import fr.appui.indicators.pay.AccountHeading;
import fr.appui.indicators.pay.FinancialStatement.Entry;
import fr.appui.web.Paging;
import fr.appui.web.signin.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the hospital spent or received besides the flat rates: the report's financial statement adds it up by account. */
@Path("/api/territories/{code}/expenses")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
public class ExpensesResource {

    private final ExpenseDesk desk;

    ExpensesResource(ExpenseDesk desk) {
        this.desk = desk;
    }

    /** @param account a code of the accounting nomenclature @param amount euros, {@code 1250.50} */
    public record Expense(
            @Nullable String date,
            @Nullable String account,
            @Nullable String label,
            @Nullable String amount) {

        static Expense of(Entry entry) {
            return new Expense(
                    entry.date().toString(),
                    entry.account(),
                    entry.label(),
                    BigDecimal.valueOf(entry.amount().cents(), 2).toPlainString());
        }
    }

    @GET
    public Paging.Page<Expense> list(
            @PathParam("code") String code,
            @QueryParam("year") Optional<String> year,
            @QueryParam("page") Optional<String> page,
            @QueryParam("size") Optional<String> size) {
        int asked = Territories.period(Optional.empty(), year).year();
        return Paging.asked(page, size)
                .of(desk.of(code, asked).stream().map(Expense::of).toList());
    }

    /** The accounting nomenclature. */
    @GET
    @Path("accounts")
    public List<AccountHeading> accounts(@PathParam("code") String code) {
        desk.known(code);
        return desk.accounts();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@PathParam("code") String code, @Nullable Expense expense) {
        Expense given = expense == null ? new Expense(null, null, null, null) : expense;
        Entry entry = desk.enter(code, new ExpenseEntry(given.date(), given.account(), given.label(), given.amount()));
        return Response.status(Response.Status.CREATED)
                .entity(Expense.of(entry))
                .build();
    }
}
