package fr.appui.indicators;

import fr.appui.calendar.Quarter;
import fr.appui.directory.Eligibility;
import fr.appui.directory.Partners;
import fr.appui.directory.Physician;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whether a territory keeps enough physicians: those that the directory says may still be on duty as each quarter ends. */
public final class Sustainability {

    /** Two weeks each a quarter (doc 001 §4): thirteen weeks ask for seven. */
    public static final int RECOMMENDED = 7;

    private static final int QUARTERS = 4;

    private Sustainability() {}

    /** @param physicians those who meet every condition on its last day */
    public record Forecast(Quarter quarter, int physicians) {

        public boolean isTooFew() {
            return physicians < RECOMMENDED;
        }

        /** French: what a territory « aura ». */
        public String sentence() {
            return "n’aura que " + physicians + (physicians > 1 ? " médecins" : " médecin") + " éligibles à la fin du "
                    + quarter.label() + " : " + RECOMMENDED + " sont recommandés";
        }
    }

    /** The quarter that goes on and the next three, as the directory is today. */
    public static List<Forecast> of(Partners partners, Collection<Physician> physicians, LocalDate today) {
        List<Forecast> forecasts = new ArrayList<>();
        Quarter quarter = Quarter.of(today);
        for (int ahead = 0; ahead < QUARTERS; ahead++) {
            LocalDate last = quarter.last();
            int able = (int) physicians.stream()
                    .filter(physician ->
                            new Eligibility(physician, partners).on(last) instanceof Eligibility.Answer.Eligible)
                    .count();
            forecasts.add(new Forecast(quarter, able));
            quarter = quarter.next();
        }
        return List.copyOf(forecasts);
    }
}
