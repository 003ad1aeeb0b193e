package fr.appui.planning.store;

import fr.appui.directory.TerritoryCode;
import fr.appui.planning.BackUpPolicy;
import fr.appui.planning.PlanningSettings;
import fr.appui.planning.Weights;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The weights of the soft rules are the product's, not a territory's. */
@Entity
@Table(name = "planning_settings")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class SettingsRow extends PanacheEntityBase {

    @Id
    @Column(name = "territory")
    String territory;

    @Column(name = "quota")
    int quota;

    @Column(name = "max_consecutive_days")
    @Nullable
    Integer maxConsecutiveDays;

    @Column(name = "rest_days")
    int restDays;

    @Column(name = "spacing_weeks")
    int spacingWeeks;

    @Column(name = "back_up")
    @Enumerated(EnumType.STRING)
    BackUpPolicy backUp;

    @Column(name = "version")
    int version;

    void fill(TerritoryCode code, PlanningSettings settings) {
        version++;
        territory = code.value();
        quota = settings.quota();
        maxConsecutiveDays = settings.maxConsecutiveDays().isPresent()
                ? settings.maxConsecutiveDays().getAsInt()
                : null;
        restDays = settings.restDays();
        spacingWeeks = settings.spacingWeeks();
        backUp = settings.backUp();
    }

    PlanningSettings toSettings() {
        OptionalInt consecutive = maxConsecutiveDays == null ? OptionalInt.empty() : OptionalInt.of(maxConsecutiveDays);
        return new PlanningSettings(quota, consecutive, restDays, spacingWeeks, backUp, Weights.DEFAULT);
    }
}
