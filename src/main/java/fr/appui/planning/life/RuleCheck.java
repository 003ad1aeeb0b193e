package fr.appui.planning.life;

import fr.appui.planning.Assignment;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Rule;
import fr.appui.planning.Verdict;
import fr.appui.planning.Violation;
import java.util.List;
import java.util.Optional;

/** What an edit breaks that was not broken already. A hole is shown, not refused: filling it takes several edits. */
final class RuleCheck {

    private RuleCheck() {}

    static Optional<RuleBreach> breach(Assignment before, Assignment after, RotaProblem problem) {
        return breach(broken(before, after, problem));
    }

    /** Who takes was asked and agreed, which is enough for the rules that yield to consent. */
    static Optional<RuleBreach> breachDespiteConsent(Assignment before, Assignment after, RotaProblem problem) {
        return breach(broken(before, after, problem).stream()
                .filter(violation -> !violation.rule().yieldsToConsent())
                .toList());
    }

    private static List<Violation> broken(Assignment before, Assignment after, RotaProblem problem) {
        Verdict earlier = Verdict.hardOn(before, problem);
        return Verdict.hardOn(after, problem).brokenSince(earlier).stream()
                .filter(violation -> violation.rule() != Rule.COVERAGE)
                .filter(violation -> !onlyShrinks(violation, earlier))
                .toList();
    }

    private static Optional<RuleBreach> breach(List<Violation> broken) {
        return broken.isEmpty() ? Optional.empty() : Optional.of(new RuleBreach(broken));
    }

    /** A violation that merely became smaller has new words but is no new harm. */
    private static boolean onlyShrinks(Violation violation, Verdict earlier) {
        return earlier.of(violation.rule()).stream()
                .anyMatch(known -> known.people().equals(violation.people())
                        && known.dates().containsAll(violation.dates())
                        && known.dates().size() > violation.dates().size());
    }
}
