package fr.appui.planning.life;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.DateRange;
import fr.appui.planning.Wishes;
import fr.appui.rota.Substitution.Act;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The physicians of a territory are asked for their wishes for a quarter.
 *
 * @param deadline the last day to answer; whoever answers later is still heard
 * @param opened who opened it, why and when
 * @param remindedAt when those who had not answered were last written to
 */
public record WishCampaign(
        TerritoryCode territory, Quarter quarter, LocalDate deadline, Act opened, Optional<Instant> remindedAt) {

    public enum Kind {
        WISHES("souhaits donnés"),
        NOTHING("rien à dire");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** That somebody has nothing to ask for is an answer too. */
    public record Answer(PhysicianId physician, Kind kind, Instant at) {}

    WishCampaign until(LocalDate other) {
        return new WishCampaign(territory, quarter, other, opened, remindedAt);
    }

    WishCampaign reminded(Instant at) {
        return new WishCampaign(territory, quarter, deadline, opened, Optional.of(at));
    }

    /** Whether a change of wishes says something of this quarter. */
    static boolean isSaid(Quarter quarter, Wishes before, Wishes after) {
        return before.willingness() != after.willingness()
                || !before.maxDutyDays().equals(after.maxDutyDays())
                || new DateRange(quarter.first(), quarter.last())
                        .dates()
                        .anyMatch(date -> before.unavailableOn(date) != after.unavailableOn(date)
                                || before.dislikeOf(date) != after.dislikeOf(date)
                                || before.priorityAstreintes().contains(date)
                                        != after.priorityAstreintes().contains(date));
    }
}
