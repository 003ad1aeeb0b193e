package fr.appui.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * One reason why no rota exists, in dates and people (domain §4): enough by itself, and no larger than it needs to be. Where
 * duties that the coordinator fixed are part of it, it names them.
 */
public sealed interface Reason {

    /** Dates that it keeps from being covered, fixed duties that cannot be held among them. */
    List<LocalDate> dates();

    /** In French. */
    String sentence();

    /** @param missing volunteers at least @param obstacles what stands in everybody's way on each of these dates */
    record NobodyFree(List<LocalDate> dates, int missing, List<String> obstacles) implements Reason {
        @Override
        public String sentence() {
            return capital(FrenchDays.of(dates)) + " : aucun volontaire disponible ; il manque "
                    + FrenchDays.counted(missing, "médecin", "médecins") + " pour tenir le quota du trimestre"
                    + brackets(obstacles) + ".";
        }
    }

    /**
     * All the volunteers together hold fewer days than the quarter has.
     *
     * @param room days that they may still hold
     * @param limits what bounds some of them besides the quota, one phrase a physician
     * @param needed volunteers for these dates
     */
    record QuotaTooShort(List<LocalDate> dates, int volunteers, int room, List<String> limits, int needed)
            implements Reason {
        @Override
        public String sentence() {
            int weeks = (int) Math.round(dates.size() / 7.0);
            return capital(FrenchDays.of(dates)) + " : "
                    + FrenchDays.counted(volunteers, "médecin peut", "médecins peuvent") + " tenir "
                    + FrenchDays.days(room) + " d’astreinte sur " + dates.size() + brackets(limits)
                    + " ; il faut au moins " + FrenchDays.counted(needed, "médecin", "médecins")
                    + " pour tenir le quota sur " + FrenchDays.counted(weeks, "semaine", "semaines") + ".";
        }
    }

    /**
     * Those free on these dates cannot hold them all.
     *
     * @param room days that they may still hold, those of fixed duties taken off
     * @param limits what bounds some of them besides the quota, one phrase a physician
     * @param fixed duties of theirs on other dates that take up their room
     */
    record TooFewFree(List<LocalDate> dates, List<String> people, int room, List<String> limits, List<FixedDuty> fixed)
            implements Reason {
        @Override
        public String sentence() {
            String onDates = FrenchDays.agreed(people.size(), "seul ", "seuls ")
                    + FrenchDays.people(people)
                    + FrenchDays.agreed(people.size(), " est disponible", " sont disponibles");
            String besides = fixed.isEmpty() ? "" : " une fois tenues " + FixedDuty.phrases(fixed);
            if (fixed.size() == 1 && fixed.getFirst().dates().size() == 1) {
                besides = " une fois tenue " + FixedDuty.phrases(fixed);
            }
            return capital(FrenchDays.of(dates)) + " : " + onDates + ", pour " + FrenchDays.days(room)
                    + " au plus sur " + dates.size() + besides + brackets(limits) + " ; il manque "
                    + FrenchDays.days(dates.size() - room) + ".";
        }
    }

    /** Fixed duties that whoever is to hold them may not hold. */
    record FixedForbidden(DutyRung rung, List<LocalDate> dates, String obstacle) implements Reason {
        @Override
        public String sentence() {
            boolean one = dates.size() == 1;
            String when = one ? FrenchDays.on(dates.getFirst()) : FrenchDays.of(dates);
            String what = switch (rung) {
                case FIRST ->
                    one
                            ? "L’astreinte fixée " + when + " ne peut pas être gardée"
                            : "Les astreintes fixées " + when + " ne peuvent pas être gardées";
                case BACK_UP ->
                    one
                            ? "Le recours fixé " + when + " ne peut pas être gardé"
                            : "Les recours fixés " + when + " ne peuvent pas être gardés";
            };
            return what + " : " + obstacle + ".";
        }
    }

    /** More fixed duties than one physician may hold in a quarter. @param limit « son quota de 14 jours » */
    record FixedBeyondLimit(FixedDuty fixed, String quarter, int heldBesides, String limit) implements Reason {
        @Override
        public List<LocalDate> dates() {
            return fixed.dates();
        }

        @Override
        public String sentence() {
            int count = fixed.dates().size();
            String besides = heldBesides == 0
                    ? ""
                    : ", avec " + FrenchDays.counted(heldBesides, "jour déjà tenu", "jours déjà tenus")
                            + " ce trimestre,";
            return capital(fixed.phrase()) + besides + FrenchDays.agreed(count, " dépasse ", " dépassent ") + limit
                    + " au " + quarter + ".";
        }
    }

    /**
     * Enough people are free, but not with what binds their dates together.
     *
     * @param people free on some of these dates
     * @param rules none of them can be left out of the reason
     * @param fixed nor any of these duties
     */
    record RulesTooTight(List<LocalDate> dates, List<String> people, List<Rule> rules, List<FixedDuty> fixed)
            implements Reason {
        @Override
        public String sentence() {
            return dates.isEmpty() ? fixedAlone() : uncoverable();
        }

        private String fixedAlone() {
            int count = FixedDuty.datesOf(fixed).size();
            return capital(FixedDuty.phrases(fixed))
                    + FrenchDays.agreed(count, " ne peut pas être gardée", " ne peuvent pas être gardées ensemble")
                    + with() + ".";
        }

        private String uncoverable() {
            String free = people.size() > MOST_NAMES
                    ? FrenchDays.counted(people.size(), "médecin est disponible", "médecins sont disponibles")
                    : FrenchDays.people(people)
                            + FrenchDays.agreed(people.size(), " est disponible", " sont disponibles");
            String these = dates.size() > 1
                    ? "ces " + dates.size() + " jours ne peuvent pas être tous couverts"
                    : "ce jour ne peut pas être couvert";
            String keeping = fixed.isEmpty() ? "" : " en gardant " + FixedDuty.phrases(fixed);
            return capital(FrenchDays.of(dates)) + " : " + free + " mais " + these + with() + keeping + ".";
        }

        private String with() {
            return rules.isEmpty()
                    ? ""
                    : " avec "
                            + FrenchDays.join(
                                    rules.stream().map(RulesTooTight::quoted).toList());
        }

        private static String quoted(Rule rule) {
            return "« " + rule.sentence().replaceFirst("\\.$", "") + " »";
        }
    }

    int MOST_NAMES = 4;

    private static String brackets(List<String> phrases) {
        return phrases.isEmpty() ? "" : " (" + String.join(" ; ", phrases) + ")";
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.FRENCH) + text.substring(1);
    }
}
