package fr.appui.planning.store;

import fr.appui.directory.PhysicianId;
import fr.appui.planning.life.WishCampaign;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "wish_answer")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class WishAnswerRow extends PanacheEntityBase {

    @Embeddable
    record Key(
            @Column(name = "territory") String territory,
            @Column(name = "quarter") String quarter,
            @Column(name = "physician_id") String physician) {}

    @EmbeddedId
    Key key;

    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    WishCampaign.Kind kind;

    @Column(name = "answered_at")
    Instant answeredAt;

    WishCampaign.Answer toAnswer() {
        return new WishCampaign.Answer(PhysicianId.parse(key.physician()), kind, answeredAt);
    }
}
