package fr.appui.rota;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Where physicians answer during one duty, in place of their usual numbers. Writing refreshes the current snapshot once the
 * transaction, this one or the caller's, is committed.
 */
public interface DutyNumbers {

    /** @param date of the duty */
    record DutyNumber(PhysicianId physician, LocalDate date, PhoneNumber number) {}

    /** The last one given for a duty counts. */
    void use(DutyNumber number, Instant at);

    /** Those for duties of these dates, both included. */
    List<DutyNumber> between(LocalDate from, LocalDate to);
}
