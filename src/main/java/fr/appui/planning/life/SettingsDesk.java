package fr.appui.planning.life;

import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Versioned;
import fr.appui.directory.Written;
import fr.appui.planning.BackUpPolicy;
import fr.appui.planning.FrenchDays;
import fr.appui.planning.PlanningSettings;
import fr.appui.rota.DutyLocks;
import fr.appui.rota.Substitution.Act;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;

/** A territory's choices; a change is an act of its history, which tells all of them. */
@ApplicationScoped
@Transactional
public class SettingsDesk {

    private final SettingsBook book;
    private final DutyLocks locks;
    private final PlanningActs acts;

    SettingsDesk(SettingsBook book, DutyLocks locks, PlanningActs acts) {
        this.book = book;
        this.locks = locks;
        this.acts = acts;
    }

    public PlanningSettings of(TerritoryCode territory) {
        return book.of(territory);
    }

    /** With the version that a change is decided on. */
    public Versioned<PlanningSettings> read(TerritoryCode territory) {
        return new Versioned<>(book.of(territory), book.version(territory));
    }

    /** @param version the one that was read */
    public Written change(TerritoryCode territory, PlanningSettings chosen, long version, Act act) {
        locks.hold(territory, Set.of());
        int now = book.version(territory);
        if (version != now) {
            return new Written.Stale(now);
        }
        book.keep(territory, chosen);
        acts.record(new PlanningAct(
                territory, PlanningAct.Kind.SETTINGS_CHANGED, territory.value(), sentence(chosen), act));
        return new Written.Kept(now + 1);
    }

    private static String sentence(PlanningSettings chosen) {
        String most = chosen.maxConsecutiveDays().isPresent()
                ? FrenchDays.days(chosen.maxConsecutiveDays().getAsInt()) + " d’affilée au plus"
                : "sans limite de jours d’affilée";
        return "Quota de " + FrenchDays.days(chosen.quota()) + ", " + most + ", repos de "
                + FrenchDays.days(chosen.restDays()) + ", espacement de " + chosen.spacingWeeks()
                + " semaines, recours "
                + (chosen.backUp() == BackUpPolicy.EVERY_DAY
                        ? "chaque jour"
                        : "quand une astreinte prioritaire est tenue")
                + ".";
    }
}
