package fr.appui.planning.store;

import fr.appui.calendar.Quarter;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.WishCampaign;
import fr.appui.rota.Substitution.Act;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "wish_campaign")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class WishCampaignRow extends PanacheEntityBase {

    @Embeddable
    record Key(
            @Column(name = "territory") String territory,
            @Column(name = "quarter") String quarter) {

        static Key of(TerritoryCode territory, Quarter quarter) {
            return new Key(territory.value(), quarter.toString());
        }
    }

    @EmbeddedId
    Key key;

    @Column(name = "ends_on")
    LocalDate endsOn;

    @Column(name = "deadline")
    LocalDate deadline;

    @Column(name = "author")
    String author;

    @Column(name = "reason")
    String reason;

    @Column(name = "opened_at")
    Instant openedAt;

    @Column(name = "reminded_at")
    @Nullable
    Instant remindedAt;

    void fill(WishCampaign campaign) {
        key = Key.of(campaign.territory(), campaign.quarter());
        endsOn = campaign.quarter().last();
        deadline = campaign.deadline();
        author = campaign.opened().author();
        reason = campaign.opened().reason();
        openedAt = campaign.opened().at();
        remindedAt = campaign.remindedAt().orElse(null);
    }

    WishCampaign toCampaign() {
        return new WishCampaign(
                new TerritoryCode(key.territory()),
                Quarter.parse(key.quarter()),
                deadline,
                new Act(author, reason, openedAt),
                Optional.ofNullable(remindedAt));
    }
}
