package fr.appui.web.reports;

import fr.appui.access.Act;
import fr.appui.access.Role;
import fr.appui.indicators.report.Difficulty;
import fr.appui.indicators.report.DifficultyLog;
import fr.appui.indicators.report.Period;
import fr.appui.indicators.report.Reports;
import fr.appui.web.Problem;
import fr.appui.web.Problem.FieldError;
import fr.appui.web.page.AddressFaults;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The log of difficulties: the coordinator writes it through the year, the ARS reads it, the report prints it. */
@Path("/difficultes")
@RolesAllowed({Roles.COORDINATOR, Roles.ARS_READER})
@Produces(MediaType.TEXT_HTML)
@Blocking
public class DifficultyPages {

    private final Places places;
    private final Reports reports;
    private final Visitor visitor;
    private final DifficultyDesk desk;
    private final AddressFaults faults;

    DifficultyPages(Places places, Reports reports, Visitor visitor, DifficultyDesk desk, AddressFaults faults) {
        this.faults = faults;
        this.visitor = visitor;
        this.desk = desk;
        this.places = places;
        this.reports = reports;
    }

    record Page(
            List<Places.Place> places,
            List<Integer> years,
            String code,
            String name,
            int year,
            LocalDate today,
            boolean coordinates,
            boolean ars,
            List<DifficultyLog.Entry> entries,
            List<DifficultyLog.Entry> withdrawn,
            List<Places.Place> destinations,
            List<Difficulty.Category> categories) {}

    /**
     * What was written and not kept, with what is wrong with it.
     *
     * @param number the entry that was answered or corrected; 0 for one that was being noted
     * @param form which of its forms it was written in: the beginning of the one field of an answer, empty for a correction
     * @param annee the year it was written in
     */
    record Draft(
            long number,
            String form,
            String annee,
            String date,
            String category,
            String text,
            String answer,
            List<FieldError> errors) {
        private static final Map<String, String> CORRECTED =
                Map.of("date", "date-", "category", "categorie-", "territory", "vers-");

        static final Draft NONE = new Draft(0, "", "", "", "", "", "", List.of());

        static Draft noting(String annee, String date, String category, String text, String answer) {
            return new Draft(0, "", annee, date, category, text, answer, List.of());
        }

        static Draft of(long number, String form, String annee, String answer) {
            return new Draft(number, form, annee, "", "", "", answer, List.of());
        }

        static Draft correcting(long number, String annee, String date, String category, String text) {
            return new Draft(number, "", annee, date, category, text, "", List.of());
        }

        /** Whether it was written in this form of this entry. */
        public boolean in(String form, long number) {
            return number == this.number && form.equals(this.form);
        }

        static Draft of(String annee) {
            return new Draft(0, "", annee, "", "", "", "", List.of());
        }

        Draft refused(List<FieldError> errors) {
            return new Draft(number, form, annee, date, category, text, answer, number == 0 ? errors : here(errors));
        }

        private List<FieldError> here(List<FieldError> errors) {
            return errors.stream()
                    .map(error -> new FieldError(
                            (form.isEmpty() ? CORRECTED.getOrDefault(error.field(), "texte-") : form) + number,
                            error.message()))
                    .toList();
        }
    }

    @CheckedTemplate(basePath = "suivi")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance difficultes(Page page, Draft draft);
    }

    @GET
    public TemplateInstance list(
            @RestQuery @DefaultValue("") String territoire, @RestQuery @DefaultValue("") String annee) {
        return Templates.difficultes(page(territoire, annee), Draft.NONE);
    }

    /** @param annee that is shown: a refusal comes back to it */
    @RolesAllowed(Roles.COORDINATOR)
    @POST
    @Path("{code}")
    public Response add(
            @RestPath String code,
            @RestForm @DefaultValue("") String date,
            @RestForm @DefaultValue("") String category,
            @RestForm @DefaultValue("") String text,
            @RestForm @DefaultValue("") String answer,
            @RestForm @DefaultValue("") String annee) {
        return kept(
                code,
                Draft.noting(annee, date, category, text, answer),
                () -> desk.add(code, new DifficultyEntry(date, category, text, answer))
                        .date()
                        .getYear());
    }

    /** @param vu the revision seen; @param annee where to come back to */
    @RolesAllowed(Roles.COORDINATOR)
    @POST
    @Path("{code}/{number}/reponse")
    public Response answer(
            @RestPath String code,
            @RestPath long number,
            @RestForm @DefaultValue("0") int vu,
            @RestForm @DefaultValue("") String reponse,
            @RestForm @DefaultValue("") String annee) {
        var seen = new DifficultyDesk.Seen(code, number, vu);
        return answered(seen, "reponse-", annee, reponse, () -> desk.answer(seen, reponse));
    }

    /** @param vu the revision seen; @param annee where to come back to */
    @RolesAllowed(Roles.ARS_READER)
    @POST
    @Path("{code}/{number}/reponse-ars")
    public Response answerOfTheArs(
            @RestPath String code,
            @RestPath long number,
            @RestForm @DefaultValue("0") int vu,
            @RestForm @DefaultValue("") String reponse,
            @RestForm @DefaultValue("") String annee) {
        var seen = new DifficultyDesk.Seen(code, number, vu);
        return answered(seen, "ars-", annee, reponse, () -> desk.answerOfTheArs(seen, reponse));
    }

    private Response answered(
            DifficultyDesk.Seen seen, String field, String annee, String reponse, Runnable answering) {
        return kept(seen.code(), Draft.of(seen.number(), field, annee, reponse), () -> {
            answering.run();
            return year(annee, reports.today(seen.code()));
        });
    }

    /** @param vers the territory where it was met, this one or another; @param vu the revision seen; @param annee where to come back to */
    @RolesAllowed(Roles.COORDINATOR)
    @POST
    @Path("{code}/{number}/correction")
    public Response correct(
            @RestPath String code,
            @RestPath long number,
            @RestForm @DefaultValue("0") int vu,
            @RestForm @DefaultValue("") String vers,
            @RestForm @DefaultValue("") String date,
            @RestForm @DefaultValue("") String category,
            @RestForm @DefaultValue("") String text,
            @RestForm @DefaultValue("") String annee) {
        return kept(
                vers,
                code,
                Draft.correcting(number, annee, date, category, text),
                () -> desk.correct(
                                new DifficultyDesk.Seen(code, number, vu),
                                vers,
                                new DifficultyEntry(date, category, text, null))
                        .date()
                        .getYear());
    }

    /** @param retire false to take it back; @param vu the revision seen */
    @RolesAllowed(Roles.COORDINATOR)
    @POST
    @Path("{code}/{number}/retrait")
    public Response withdraw(
            @RestPath String code,
            @RestPath long number,
            @RestForm @DefaultValue("0") int vu,
            @RestForm @DefaultValue("true") boolean retire,
            @RestForm @DefaultValue("") String annee) {
        return kept(code, code, Draft.of(annee), () -> {
            desk.withdraw(new DifficultyDesk.Seen(code, number, vu), retire);
            return year(annee, reports.today(code));
        });
    }

    private int year(String annee, LocalDate today) {
        return faults.read("Année", annee, Territories::period)
                .map(Period::year)
                .orElseGet(today::getYear);
    }

    /** Does the act and shows the year it belongs to, or the page with what is wrong. */
    private Response kept(String code, Draft draft, IntSupplier act) {
        return kept(code, code, draft, act);
    }

    /** @param shown the territory to show once it is done */
    private Response kept(String shown, String code, Draft draft, IntSupplier act) {
        if (reports.territories(code).isEmpty()) {
            throw Territories.unknown(code);
        }
        try {
            int year = act.getAsInt();
            return Response.seeOther(URI.create("/difficultes?territoire=" + shown + "&annee=" + year))
                    .build();
        } catch (Problem.Refused refused) {
            return Response.status(refused.problem().status())
                    .entity(Templates.difficultes(page(code, draft.annee()), draft.refused(errors(refused))))
                    .build();
        }
    }

    /** Whoever lost a race reads what is now true above what they wrote. */
    private static List<FieldError> errors(Problem.Refused refused) {
        Problem problem = refused.problem();
        if (problem.status() == Response.Status.PRECONDITION_FAILED.getStatusCode()) {
            return List.of(new FieldError("text", problem.detail()));
        }
        if (problem.errors().isEmpty()) {
            throw refused;
        }
        return problem.errors();
    }

    private Page page(String asked, String annee) {
        List<Places.Place> mine = places.ofTerritories(Act.FOLLOW);
        Optional<Places.Place> chosen = places.chosen(mine, asked);
        String code = chosen.map(Places.Place::code).orElse("");
        LocalDate today = reports.today(code);
        int year = year(annee, today);
        List<DifficultyLog.Entry> entries =
                chosen.map(place -> desk.entries(code, year)).orElse(List.of());
        return new Page(
                mine,
                Periods.years(today).boxed().toList(),
                code,
                chosen.map(Places.Place::name).orElse(""),
                year,
                today,
                chosen.isPresent() && places.coordinates(code),
                visitor.person().filter(person -> person.is(Role.ARS_READER)).isPresent(),
                entries.stream().filter(entry -> !entry.withdrawn()).toList(),
                entries.stream().filter(DifficultyLog.Entry::withdrawn).toList(),
                mine.stream().filter(place -> places.coordinates(place.code())).toList(),
                List.of(Difficulty.Category.values()));
    }
}
