package fr.appui.web.rotas;

import fr.appui.directory.Directory;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Violation;
import fr.appui.planning.life.Draft;
import fr.appui.planning.life.Edited;
import fr.appui.planning.life.HeldPart;
import fr.appui.planning.life.RotaDifference;
import fr.appui.planning.life.RotaView;
import fr.appui.planning.life.RuleBreach;
import fr.appui.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Values of planning as the API tells them, refusals among them. */
@ApplicationScoped
public class Answers {

    private final Directory directory;

    Answers(Directory directory) {
        this.directory = directory;
    }

    public record Person(String id, String name) {}

    /** @param fixed decided by the coordinator: the next generation keeps it */
    record DutyLine(LocalDate date, DutyRung rung, Person physician, boolean fixed) {}

    /** @param hard whether it must go before publication */
    record Broken(String rule, boolean hard, String sentence, List<LocalDate> dates, long cost) {}

    public record Score(long objective, long bound, boolean proved, double gap) {}

    record Part(LocalDate date, int rung, Person physician, OffsetDateTime start, OffsetDateTime end, String reason) {}

    /** @param held what is published with every later act, in the time each physician holds it */
    public record Rota(
            String territory,
            String quarter,
            RotaView.State state,
            String stateLabel,
            int version,
            Optional<Draft.Origin> origin,
            Optional<Score> score,
            List<DutyLine> duties,
            List<Broken> violations,
            List<Part> held) {}

    Rota rota(RotaView view) {
        ZoneId zone = directory.territory(view.territory()).orElseThrow().timeZone();
        return new Rota(
                view.territory().value(),
                view.quarter().toString(),
                view.state(),
                view.state().label(),
                view.version(),
                view.draft().map(Draft::origin),
                view.draft().flatMap(Draft::proof).map(Answers::score),
                duties(view),
                view.verdict().violations().stream().map(Answers::broken).toList(),
                view.parts().stream().map(part -> part(part, zone)).toList());
    }

    /** What was asked, or why it is refused. */
    public Rota edited(Edited edited) {
        return rota(done(edited));
    }

    /** @throws Problem.Refused with why it is refused */
    static RotaView done(Edited edited) {
        return switch (edited) {
            case Edited.Done done -> done.rota();
            case Edited.Refused refused -> throw refused(refused.breach());
            case Edited.Met met -> throw Problem.changedMeanwhile(met.why() + ".");
            case Edited.Senseless senseless -> throw Problem.badRequest(senseless.field(), senseless.why());
        };
    }

    public static Problem.Refused refused(RuleBreach breach) {
        return Problem.conflict(breach.rule().name(), breach.sentence());
    }

    public static Score score(Draft.Proof proof) {
        double gap = proof.objective() == 0
                ? 0
                : Math.max(0, proof.objective() - proof.bound()) / (double) proof.objective();
        return new Score(proof.objective(), proof.bound(), proof.proved(), gap);
    }

    static Broken broken(Violation violation) {
        return new Broken(
                violation.rule().name(),
                violation.rule().isHard(),
                violation.sentence(),
                violation.dates(),
                violation.cost());
    }

    /** {@code le lundi 3 août : Dr Martin au lieu de Dr Lefèvre}, with the same for programs. */
    record Changed(LocalDate date, DutyRung rung, Optional<Person> before, Optional<Person> after, String sentence) {}

    List<Changed> changes(RotaDifference difference) {
        return difference.changes().stream()
                .map(change -> new Changed(
                        change.date(),
                        change.rung(),
                        change.before().map(this::person),
                        change.after().map(this::person),
                        change.sentence()))
                .toList();
    }

    public Person person(PhysicianId id) {
        return new Person(
                id.toString(),
                directory.physician(id).map(found -> found.name().titled()).orElse("médecin retiré de l’annuaire"));
    }

    private List<DutyLine> duties(RotaView view) {
        var lines = new ArrayList<DutyLine>();
        for (DutyRung rung : DutyRung.values()) {
            view.duties()
                    .on(rung)
                    .forEach((date, physician) -> lines.add(new DutyLine(
                            date,
                            rung,
                            person(physician),
                            physician.equals(view.fixed().on(rung).get(date)))));
        }
        lines.sort(Comparator.comparing(DutyLine::date).thenComparing(DutyLine::rung));
        return lines;
    }

    private Part part(HeldPart part, ZoneId zone) {
        return new Part(
                part.date(),
                part.rung(),
                person(part.physician()),
                part.start().atZone(zone).toOffsetDateTime(),
                part.end().atZone(zone).toOffsetDateTime(),
                part.reason());
    }
}
