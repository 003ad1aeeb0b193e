package fr.appui.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What would make a rota possible: shown only after it was applied and a rota that obeys every rule was found. */
public sealed interface Remedy {

    /** In French. */
    String sentence();

    /** @param dates on which each of them is free; each may hold up to the quota */
    record MoreVolunteers(int count, List<LocalDate> dates) implements Remedy {
        @Override
        public String sentence() {
            return "Trouver " + FrenchDays.counted(count, "volontaire", "volontaires") + " de plus, "
                    + FrenchDays.agreed(count, "disponible ", "disponibles ") + FrenchDays.of(dates) + ".";
        }
    }

    /** All of them together. */
    record Derogations(List<Extra> extra) implements Remedy {

        /** {@code Dr Martin 16 jours au lieu de 14 au 3e trimestre 2026}. */
        public record Extra(String name, int days, int quota, String quarter) {
            private String phrase() {
                return name + " " + FrenchDays.days(days) + " au lieu de " + quota + " au " + quarter;
            }
        }

        @Override
        public String sentence() {
            int more = extra.stream().mapToInt(one -> one.days() - one.quota()).sum();
            return FrenchDays.agreed(
                            extra.size(),
                            "Accorder une dérogation de quota : ",
                            "Accorder à la fois des dérogations de quota (" + FrenchDays.days(more)
                                    + " en tout), par exemple : ")
                    + FrenchDays.join(extra.stream().map(Extra::phrase).toList()) + ".";
        }
    }

    /** People who declared themselves unavailable come back, all of them together. */
    record FreeDates(List<Return> returns) implements Remedy {

        /** @param people any one of whom is enough */
        public record Return(List<String> people, List<LocalDate> dates) {
            private String phrase() {
                return "que " + String.join(" ou ", people) + " se rende disponible " + FrenchDays.of(dates);
            }
        }

        @Override
        public String sentence() {
            return (returns.size() > 1 ? "Obtenir à la fois " : "Obtenir ")
                    + FrenchDays.join(returns.stream().map(Return::phrase).toList()) + ".";
        }
    }

    /** All of them together. */
    record LiftRules(List<Rule> rules) implements Remedy {
        @Override
        public String sentence() {
            String named = FrenchDays.join(rules.stream()
                    .map(rule -> "« " + rule.sentence().replaceFirst("\\.$", "") + " »")
                    .toList());
            return rules.size() > 1
                    ? "Assouplir à la fois les règles " + named + " : sans elles, toutes les dates sont couvertes."
                    : "Assouplir la règle " + named + " : sans elle, toutes les dates sont couvertes.";
        }
    }

    /** Fixed duties are given up, all of them together. */
    record ReleaseFixed(List<FixedDuty> duties) implements Remedy {
        @Override
        public String sentence() {
            int count = duties.stream().mapToInt(duty -> duty.dates().size()).sum();
            return (count > 1 ? "Libérer à la fois " : "Libérer ") + FixedDuty.phrases(duties) + ".";
        }
    }

    /** Nothing less was found to be enough. */
    record Together(List<Remedy> parts) implements Remedy {
        @Override
        public String sentence() {
            return "À la fois : "
                    + String.join(" ; ", parts.stream().map(Together::phrase).toList())
                    + ".";
        }

        private static String phrase(Remedy part) {
            String sentence = part.sentence().replaceFirst("\\.$", "");
            return sentence.substring(0, 1).toLowerCase(Locale.FRENCH) + sentence.substring(1);
        }
    }
}
