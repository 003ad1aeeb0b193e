package fr.appui.planning.store;

import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.Alert;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An alert and since when it stands. */
@MappedSuperclass
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
abstract class AlertColumns extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    @Nullable
    Long id;

    @Column(name = "territory")
    String territory;

    @Column(name = "kind")
    @Enumerated(EnumType.STRING)
    Alert.Kind kind;

    @Column(name = "subject")
    String subject;

    @Column(name = "sentence")
    String sentence;

    @Column(name = "raised_at")
    Instant raisedAt;

    @Column(name = "resolved_at")
    @Nullable
    Instant resolvedAt;

    boolean isAbout(Alert alert) {
        return kind == alert.kind() && subject.equals(alert.subject());
    }

    void fill(Alert alert, Instant now) {
        territory = alert.territory().value();
        kind = alert.kind();
        subject = alert.subject();
        sentence = alert.sentence();
        raisedAt = now;
        resolvedAt = null;
    }

    Alert.Raised toRaised() {
        return new Alert.Raised(
                new Alert(new TerritoryCode(territory), kind, subject, sentence),
                raisedAt,
                Optional.ofNullable(resolvedAt));
    }
}
