package fr.appui.planning;

import fr.appui.calendar.DutyWindow;
import fr.appui.directory.PhysicianId;
import fr.appui.planning.SwapDecision.Takeover;
import fr.appui.planning.SwapProposal.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides a swap against every rule, before either physician is asked. Rules that were already broken are not held against
 * it. When it is applied, its dates are to be recorded as accepted by those who take them.
 */
public record Swap(RotaProblem problem, Assignment rota) {

    public SwapDecision decide(SwapProposal proposal) {
        List<String> impossible = Stream.of(proposal.given(), proposal.taken())
                .flatMap(part -> impossible(part, proposal.effectiveAt()))
                .toList();
        return impossible.isEmpty() ? againstTheRules(proposal) : new SwapDecision.Refused(impossible);
    }

    private Stream<String> impossible(Part part, Instant effectiveAt) {
        return part.dates().stream().flatMap(date -> impossible(part.physician(), date, effectiveAt).stream());
    }

    private Optional<String> impossible(PhysicianId giver, LocalDate date, Instant effectiveAt) {
        Optional<DayToCover> day = problem.day(date);
        if (day.isEmpty() || !rota.holder(DutyRung.FIRST, date).equals(Optional.of(giver))) {
            return Optional.of(problem.nameOf(giver) + " n’est pas au premier rang " + FrenchDays.on(date) + ".");
        }
        return day.filter(one -> !one.window().end().isAfter(effectiveAt))
                .map(past -> "L’astreinte du " + FrenchDays.on(date).substring(3) + " est déjà terminée.");
    }

    private SwapDecision againstTheRules(SwapProposal proposal) {
        List<Takeover> takeovers = takeovers(proposal);
        Assignment result = rota;
        RotaProblem after = problem;
        for (Takeover one : takeovers) {
            result = result.with(DutyRung.FIRST, one.date(), one.taker());
            after = begun(after, one);
        }
        List<Violation> broken = Verdict.hardOn(result, after).brokenSince(Verdict.hardOn(rota, problem));
        List<Violation> refusals =
                broken.stream().filter(one -> !one.rule().yieldsToConsent()).toList();
        return refusals.isEmpty()
                ? new SwapDecision.Allowed(
                        result,
                        takeovers,
                        sentences(broken.stream().filter(one -> one.rule().yieldsToConsent())))
                : new SwapDecision.Refused(
                        sentences(refusals.stream()),
                        refusals.stream().map(Violation::rule).toList());
    }

    private static List<String> sentences(Stream<Violation> violations) {
        return violations.map(Violation::sentence).toList();
    }

    private List<Takeover> takeovers(SwapProposal proposal) {
        var takeovers = new ArrayList<Takeover>();
        takeovers.addAll(takeovers(proposal.given(), proposal.taken().physician(), proposal.effectiveAt()));
        takeovers.addAll(takeovers(proposal.taken(), proposal.given().physician(), proposal.effectiveAt()));
        return takeovers;
    }

    private List<Takeover> takeovers(Part part, PhysicianId taker, Instant effectiveAt) {
        return part.dates().stream()
                .flatMap(date -> problem.day(date).stream())
                .map(day -> new Takeover(
                        day.date(), part.physician(), taker, later(day.window().start(), effectiveAt)))
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** In mid-duty the giver has held the beginning: it stays theirs, and counts for both. */
    private static RotaProblem begun(RotaProblem problem, Takeover takeover) {
        DayToCover day = problem.day(takeover.date()).orElseThrow();
        DutyWindow window = day.window();
        if (!takeover.from().isAfter(window.start())) {
            return problem;
        }
        return problem.with(problem.surroundings()
                .holdingAlso(new HeldDuty(
                        takeover.giver(),
                        day.between(window.start(), takeover.from()),
                        DutyRung.FIRST,
                        problem.territory())));
    }
}
