package fr.appui.retention.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "retention_run")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class RetentionRunRow extends PanacheEntityBase {

    @Id
    @Column(name = "name")
    String name;

    @Column(name = "last_run_at")
    Instant lastRunAt;

    @Column(name = "last_erased")
    int lastErased;

    @Column(name = "total_erased")
    long totalErased;

    @Column(name = "problem")
    @Nullable
    String problem;
}
