package fr.appui.planning;

import java.util.Map;

/**
 * A rota that breaks no hard rule.
 *
 * @param objective what it costs, the first rung and the back-up together
 * @param bound no rota with this first rung's optimum costs less; equal to the objective when proved
 * @param verdict why it costs that: every soft rule with dates, people and cost
 */
public record Solution(Assignment assignment, long objective, long bound, Verdict verdict) {

    /** How far from proved, as a share of the objective; 0 when proved. */
    public double gap() {
        return objective == 0 ? 0 : Math.max(0, objective - bound) / (double) objective;
    }

    /** The objective rule by rule. */
    public Map<Rule, Long> costs() {
        return verdict.costs();
    }
}
