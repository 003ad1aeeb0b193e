package fr.appui.directory.store;

import fr.appui.directory.DaytimeContact;
import fr.appui.directory.PhoneNumber;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** @param zones one a line */
@Embeddable
record DaytimeContactColumns(
        @Column(name = "name") String name,
        @Column(name = "number") String number,
        @Column(name = "zones") String zones,
        @Column(name = "hours") @Nullable String hours) {

    static DaytimeContactColumns of(DaytimeContact contact) {
        return new DaytimeContactColumns(
                contact.name(),
                contact.number().e164(),
                String.join("\n", contact.zones()),
                contact.hours().orElse(null));
    }

    DaytimeContact toContact() {
        return new DaytimeContact(
                name,
                new PhoneNumber(number),
                zones.isEmpty() ? List.of() : List.of(zones.split("\n", -1)),
                Optional.ofNullable(hours));
    }
}
