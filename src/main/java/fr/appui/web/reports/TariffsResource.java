package fr.appui.web.reports;

import fr.appui.calendar.PerimeterKind;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenDate;
import fr.appui.indicators.pay.Money;
import fr.appui.indicators.pay.Tariff;
import fr.appui.indicators.report.Ledger;
import fr.appui.web.Problem;
import fr.appui.web.Problem.FieldError;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The flat rates, as dated versions: a new one applies from its date on, and what was earned before keeps the old. */
@Path("/api/tariffs")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.COORDINATOR)
public class TariffsResource {

    private final Ledger ledger;
    private final Visitor visitor;

    TariffsResource(Ledger ledger, Visitor visitor) {
        this.ledger = ledger;
        this.visitor = visitor;
    }

    /** @param perimeter {@code CORE} or {@code EXTENDED} @param source where the rate is written */
    public record Rate(
            @Nullable String perimeter,
            @Nullable String validFrom,
            @Nullable Long workingDayCents,
            @Nullable Long nonWorkingDayCents,
            @Nullable String source) {

        static Rate of(Tariff tariff) {
            return new Rate(
                    tariff.perimeter().name(),
                    tariff.validFrom().toString(),
                    tariff.workingDay().cents(),
                    tariff.nonWorkingDay().cents(),
                    tariff.source());
        }
    }

    @GET
    public List<Rate> list() {
        return ledger.tariffs().versions().stream().map(Rate::of).toList();
    }

    /** Adds a rate, or replaces the one of the same perimeter and date. */
    @RolesAllowed(Roles.ADMINISTRATOR)
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(@Nullable Rate rate) {
        Tariff tariff = read(rate == null ? new Rate(null, null, null, null, null) : rate);
        ledger.save(tariff, visitor.signedIn().login());
        return Response.status(Response.Status.CREATED).entity(Rate.of(tariff)).build();
    }

    private static Tariff read(Rate rate) {
        List<FieldError> errors = new ArrayList<>();
        Optional<PerimeterKind> perimeter = Arrays.stream(PerimeterKind.values())
                .filter(kind -> kind.name().equals(rate.perimeter()))
                .findFirst();
        if (perimeter.isEmpty()) {
            errors.add(new FieldError("perimeter", "choisir parmi " + Arrays.toString(PerimeterKind.values())));
        }
        Optional<LocalDate> from = day(rate.validFrom());
        if (from.isEmpty()) {
            errors.add(new FieldError("validFrom", "écrire un jour, par exemple 2027-01-01"));
        }
        Optional<Money> working = read(errors, "workingDayCents", () -> cents(rate.workingDayCents()));
        Optional<Money> nonWorking = read(errors, "nonWorkingDayCents", () -> cents(rate.nonWorkingDayCents()));
        Optional<String> source = read(
                errors,
                "source",
                () -> Tariff.requireSource(Optional.ofNullable(rate.source()).orElse("")));
        if (!errors.isEmpty()) {
            throw Problem.badRequest(errors);
        }
        return new Tariff(
                perimeter.orElseThrow(),
                from.orElseThrow(),
                working.orElseThrow(),
                nonWorking.orElseThrow(),
                source.orElseThrow());
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        return WrittenDate.tryRead(text == null ? "" : text);
    }

    /** None is as wrong as one below nothing. */
    private static Money cents(@Nullable Long written) {
        return Tariff.requireAmount(written == null ? -1 : written);
    }

    private static <T> Optional<T> read(List<FieldError> errors, String field, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidInput wrong) {
            errors.add(new FieldError(field, wrong.sentence()));
            return Optional.empty();
        }
    }
}
