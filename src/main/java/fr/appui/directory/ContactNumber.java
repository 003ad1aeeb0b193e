package fr.appui.directory;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** A number to reach a physician on. @param hours when it may be used; empty for always */
public record ContactNumber(PhoneNumber number, Optional<UsableHours> hours) {

    public static ContactNumber always(PhoneNumber number) {
        return new ContactNumber(number, Optional.empty());
    }

    /**
     * The numbers to try at a local time, in order. Where none may be used at that time all are tried: to disturb the
     * physician on duty is better than to leave the caller with nobody.
     */
    public static List<PhoneNumber> usableAt(LocalDateTime local, List<ContactNumber> numbers) {
        List<PhoneNumber> usable = numbers.stream()
                .filter(contact ->
                        contact.hours().filter(hours -> !hours.contain(local)).isEmpty())
                .map(ContactNumber::number)
                .toList();
        return usable.isEmpty() ? numbers.stream().map(ContactNumber::number).toList() : usable;
    }
}
