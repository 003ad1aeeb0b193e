package fr.appui.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** One reason why no rota exists, in dates and people (domain §4). */
public sealed interface Reason {

    List<LocalDate> dates();

    /** In French. */
    String sentence();

    /** @param obstacles one sentence for each volunteer on the first of these dates */
    record NobodyFree(List<LocalDate> dates, int missing, List<String> obstacles) implements Reason {
        @Override
        public String sentence() {
            String people = missing + (missing > 1 ? " médecins" : " médecin");
            String why = obstacles.isEmpty() ? "" : " (" + String.join(" ; ", obstacles) + ")";
            return capital(FrenchDays.of(dates)) + " : aucun volontaire disponible ; il manque " + people
                    + " pour tenir le quota du trimestre" + why + ".";
        }
    }

    /** All the volunteers together hold fewer days than the quarter has. @param needed volunteers for these dates */
    record QuotaTooShort(List<LocalDate> dates, int volunteers, int room, int needed) implements Reason {
        @Override
        public String sentence() {
            return capital(FrenchDays.of(dates)) + " : " + volunteers + (volunteers > 1 ? " médecins" : " médecin")
                    + " peuvent tenir " + room + " jours d'astreinte sur " + dates.size() + " ; il faut au moins "
                    + needed + " médecins pour tenir le quota sur " + Math.round(dates.size() / 7.0) + " semaines.";
        }
    }

    /** Those free on these dates cannot hold them all. @param room days that they may still hold */
    record TooFewFree(List<LocalDate> dates, List<String> people, int room) implements Reason {
        @Override
        public String sentence() {
            int lacking = dates.size() - room;
            return capital(FrenchDays.of(dates)) + " : " + (people.size() > 1 ? "seuls " : "seul ")
                    + FrenchDays.join(people) + (people.size() > 1 ? " sont disponibles" : " est disponible")
                    + ", pour " + FrenchDays.days(room) + " au plus sur " + dates.size() + " ; il manque "
                    + FrenchDays.days(lacking) + ".";
        }
    }

    /** A duty to keep that may not be held. */
    record KeptDutyForbidden(LocalDate date, String obstacle) implements Reason {
        @Override
        public List<LocalDate> dates() {
            return List.of(date);
        }

        @Override
        public String sentence() {
            return "L'astreinte fixée " + FrenchDays.on(date) + " ne peut pas être gardée : " + obstacle + ".";
        }
    }

    /** Enough people are free, but the rules that bind dates together leave some uncovered. */
    record RulesTooTight(List<LocalDate> dates, List<Rule> rules) implements Reason {
        @Override
        public String sentence() {
            String which = rules.isEmpty()
                    ? "les règles prises ensemble"
                    : FrenchDays.join(rules.stream()
                            .map(rule -> "« " + rule.sentence() + " »")
                            .toList());
            return capital(FrenchDays.of(dates))
                    + " : des volontaires sont disponibles mais la couverture est impossible avec " + which + ".";
        }
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.FRENCH) + text.substring(1);
    }
}
