package fr.appui.directory;

import java.util.Optional;

/** A number to reach a physician on. @param hours when it may be used; empty for always */
public record ContactNumber(PhoneNumber number, Optional<UsableHours> hours) {

    public static ContactNumber always(PhoneNumber number) {
        return new ContactNumber(number, Optional.empty());
    }
}
