package fr.appui.planning.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "scheduled_lock")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class TurnRow extends PanacheEntityBase {

    @Id
    @Column(name = "name")
    String name;

    @Column(name = "due_at")
    Instant dueAt;
}
