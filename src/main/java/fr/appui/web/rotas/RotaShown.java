package fr.appui.web.rotas;

import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.french.FrenchOrder;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Fairness;
import fr.appui.planning.Violation;
import fr.appui.planning.life.GenerationJob;
import fr.appui.planning.life.HeldPart;
import fr.appui.planning.life.JobBook;
import fr.appui.planning.life.RotaReader;
import fr.appui.planning.life.RotaView;
import fr.appui.web.page.FrenchText;
import fr.appui.web.request.Faults;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The page of a rota: the quarter, the form, and what the act just done made true. */
@ApplicationScoped
class RotaShown {

    private static final String NOBODY = "personne";
    private static final int MOST_CHANGED = 92;

    private final PlanningDoor door;
    private final RotaReader reader;
    private final JobBook jobs;

    RotaShown(PlanningDoor door, RotaReader reader, JobBook jobs) {
        this.door = door;
        this.reader = reader;
        this.jobs = jobs;
    }

    /** A part of a duty, as it is held. */
    record Part(String rung, String name, ZonedDateTime start, ZonedDateTime end, String reason) {}

    /** The date the form is about. @param parts what is held, where the rota is published */
    record Chosen(LocalDate date, String summary, List<Part> parts) {}

    /** What went wrong with the form. @param relievable whether a derogation would allow it */
    record Refusal(List<Faults.Fault> faults, boolean relievable) {
        static final Refusal NONE = new Refusal(List.of(), false);
    }

    /** The act just done, as the address tells it. @param dates with commas @param rung of one published date */
    record Last(String dates, String rung) {
        static final Last NOTHING = new Last("", "");
        static final String GIVEN_UP = "abandon";
    }

    /** What the bar offers to take back. */
    public enum Undo {
        NOTHING,
        DRAFT,
        GIVING_UP,
        FIRST,
        BACK_UP
    }

    /** @param done what is now true of the dates that an act has just changed, a sentence each */
    record Sheet(
            Planned at,
            RotaView view,
            boolean published,
            RotaGrid grid,
            List<Fairness.Row> loads,
            List<Physician> physicians,
            int gaps,
            Optional<GenerationJob> running,
            List<String> done,
            Undo undo,
            Optional<String> withoutBackUp) {

        public List<Violation> getHard() {
            return view.verdict().hard();
        }

        public List<Violation> getSoft() {
            return view.verdict().soft();
        }
    }

    @CheckedTemplate(basePath = "planning")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance grille(
                Sheet sheet, DutyEntry entry, Optional<Chosen> chosen, Refusal refusal, boolean calendar);

        static native TemplateInstance sansHeures(Planned at);
    }

    static TemplateInstance withoutHours(Planned at) {
        return Templates.sansHeures(at);
    }

    TemplateInstance page(
            Planned at,
            RotaReader.Whole whole,
            DutyEntry entry,
            Optional<LocalDate> chosen,
            Refusal refusal,
            Last last,
            boolean calendar) {
        RotaView view = whole.view();
        RotaGrid grid = new GridDrawing(at.territory(), whole, door.date(at.territory()), names()).draw();
        int gaps = (int) grid.months().stream()
                .flatMap(month -> month.days().stream())
                .filter(RotaGrid.Day::gap)
                .count();
        var sheet = new Sheet(
                at,
                view,
                view.isPublished(),
                grid,
                whole.fairness().rows().stream()
                        .sorted(Comparator.comparing(Fairness.Row::name, FrenchOrder.alphabetical()))
                        .toList(),
                door.physicians(at.territory()),
                gaps,
                jobs.running(at.code()),
                done(at, view, last.dates()),
                undo(view, last),
                reader.withoutBackUp(whole.problem(), at.quarter(), view.duties()));
        return Templates.grille(sheet, entry, chosen.map(date -> chosen(at, view, date)), refusal, calendar);
    }

    /** Each name is looked up once a page. */
    private Function<PhysicianId, String> names() {
        Map<PhysicianId, String> known = new HashMap<>();
        return id -> known.computeIfAbsent(id, door::name);
    }

    private Chosen chosen(Planned at, RotaView view, LocalDate date) {
        List<Part> parts = view.isPublished()
                ? view.parts().stream()
                        .filter(part -> part.date().equals(date))
                        .map(part -> part(at, part))
                        .toList()
                : List.of();
        return new Chosen(date, summary(at, view, date), parts);
    }

    private Part part(Planned at, HeldPart part) {
        return new Part(
                part.rung() == 1 ? DutyRung.FIRST.label() : DutyRung.BACK_UP.label(),
                door.name(part.physician()),
                part.start().atZone(at.territory().timeZone()),
                part.end().atZone(at.territory().timeZone()),
                part.reason());
    }

    private String summary(Planned at, RotaView view, LocalDate date) {
        String first = holder(at, view, DutyRung.FIRST, date);
        String backUp = holder(at, view, DutyRung.BACK_UP, date);
        return (first.isEmpty() ? NOBODY : first) + " au premier rang"
                + (backUp.isEmpty() ? "" : ", " + backUp + " en recours") + ".";
    }

    /** As drafted; of what is published, who holds it in turn. Empty for nobody. */
    private String holder(Planned at, RotaView view, DutyRung rung, LocalDate date) {
        return view.isPublished()
                ? door.relay(at, date, rung)
                        .map(relay -> String.join(", puis ", relay.lines()))
                        .orElse("")
                : view.duties().holder(rung, date).map(door::name).orElse("");
    }

    private static Undo undo(RotaView view, Last last) {
        if (last.dates().equals(Last.GIVEN_UP)) {
            return view.draft().isEmpty() ? Undo.GIVING_UP : Undo.NOTHING;
        }
        if (last.dates().isEmpty()) {
            return Undo.NOTHING;
        }
        if (!view.isPublished()) {
            return view.draft().isPresent() ? Undo.DRAFT : Undo.NOTHING;
        }
        return Stream.of(Undo.FIRST, Undo.BACK_UP)
                .filter(rung -> rung.name().equals(last.rung()) && !last.dates().contains(","))
                .findFirst()
                .orElse(Undo.NOTHING);
    }

    private List<String> done(Planned at, RotaView view, String dates) {
        return Stream.of(dates.split(","))
                .limit(MOST_CHANGED)
                .flatMap(date -> new Faults().date("fait", "Date", date).stream())
                .filter(at.quarter()::contains)
                .map(date -> FrenchText.day(date) + " : " + summary(at, view, date))
                .toList();
    }
}
