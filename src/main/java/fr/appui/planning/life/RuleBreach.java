package fr.appui.planning.life;

import fr.appui.planning.Rule;
import fr.appui.planning.Violation;
import java.util.List;

/** Why the rules refuse what was asked. @param violations of hard rules; never empty */
public record RuleBreach(List<Violation> violations) {

    public RuleBreach {
        violations = List.copyOf(violations);
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("refus : aucune règle n’est enfreinte");
        }
    }

    /** The rule that names the refusal: the first in the order of the rules. */
    public Rule rule() {
        return violations.getFirst().rule();
    }

    /** Whether a derogation with a reason is the way past it: only the quota has one. */
    public boolean isRelievable() {
        return violations.stream().allMatch(violation -> violation.rule() == Rule.QUOTA);
    }

    public String sentence() {
        return String.join(" ", violations.stream().map(Violation::sentence).toList());
    }
}
