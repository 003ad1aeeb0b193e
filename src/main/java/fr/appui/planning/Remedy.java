package fr.appui.planning;

import java.time.LocalDate;
import java.util.List;

/** One thing that would make a rota possible. */
public sealed interface Remedy {

    /** In French. */
    String sentence();

    /** @param dates on which at least one of them must be free; each may hold up to the quota */
    record MoreVolunteers(int count, List<LocalDate> dates) implements Remedy {
        @Override
        public String sentence() {
            return "Trouver " + count + (count > 1 ? " volontaires" : " volontaire") + " de plus, disponible"
                    + (count > 1 ? "s " : " ") + FrenchDays.of(dates) + ".";
        }
    }

    /** @param extra one line a physician, {@code Dr Martin 16 jours au lieu de 14} */
    record Derogations(int days, List<String> extra) implements Remedy {
        @Override
        public String sentence() {
            return "Accorder une dérogation de quota (" + FrenchDays.days(days) + " en tout), par exemple : "
                    + FrenchDays.join(extra) + ".";
        }
    }

    /** @param people who declared themselves unavailable on these dates */
    record FreeDates(List<LocalDate> dates, List<String> people) implements Remedy {
        @Override
        public String sentence() {
            return "Obtenir que " + String.join(" ou ", people) + " se rende disponible " + FrenchDays.of(dates) + ".";
        }
    }

    record LiftRule(Rule rule) implements Remedy {
        @Override
        public String sentence() {
            return "Assouplir la règle « " + rule.sentence() + " » : sans elle, toutes les dates sont couvertes.";
        }
    }

    /** A duty to keep may be given up. */
    record ReleaseKeptDuty(LocalDate date) implements Remedy {
        @Override
        public String sentence() {
            return "Libérer l'astreinte fixée " + FrenchDays.on(date) + ".";
        }
    }
}
