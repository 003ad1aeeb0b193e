package fr.appui.rota;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is published and who holds it, for whoever only reads it. */
public interface RotasInForce {

    /** The version in force. */
    Optional<PublishedRota> inForce(TerritoryCode territory, Quarter quarter);

    /** The acts on duties of these dates, both included, in the order they were recorded. */
    List<Substitution> substitutions(TerritoryCode territory, LocalDate from, LocalDate to);

    /** The windows of these dates, both included, with all that says who holds them; none when the territory is not known. */
    List<DutyDay> days(TerritoryCode territory, LocalDate from, LocalDate to);

    /** Where one of these physicians is named by a version published for these dates, both included, or by an act on them. */
    Set<TerritoryCode> territoriesNaming(Set<PhysicianId> physicians, LocalDate from, LocalDate to);
}
