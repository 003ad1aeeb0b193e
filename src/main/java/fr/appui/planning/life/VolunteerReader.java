package fr.appui.planning.life;

import fr.appui.directory.Career;
import fr.appui.directory.DirectoryLookup;
import fr.appui.directory.Eligibility;
import fr.appui.directory.EligibilityPeriods;
import fr.appui.directory.Finess;
import fr.appui.directory.Partners;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.DateRange;
import fr.appui.planning.Ineligibility;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Volunteer;
import fr.appui.rota.Substitution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The physicians of a territory as a rota sees them: eligibility date by date, and what they wish. */
@ApplicationScoped
public class VolunteerReader {

    private final DirectoryLookup directory;
    private final GivenWishes wishes;

    VolunteerReader(DirectoryLookup directory, GivenWishes wishes) {
        this.directory = directory;
        this.wishes = wishes;
    }

    /** @param agreed acts on these dates: who took a duty by one that is still in force agreed to its date */
    List<Volunteer> of(TerritoryCode territory, DateRange dates, List<Substitution> agreed) {
        Partners partners = directory.partners(territory).orElseThrow();
        return directory.physiciansOf(territory).stream()
                .flatMap(physician -> volunteer(physician, partners, dates, agreed).stream())
                .toList();
    }

    int presentDays(Physician physician, Partners partners, List<LocalDate> dates) {
        if (dates.isEmpty()) {
            return 0;
        }
        List<EligibilityPeriods.Period> eligible =
                EligibilityPeriods.from(Collections.min(dates), new Eligibility(physician, partners)).stream()
                        .filter(EligibilityPeriods.Period::isEligible)
                        .toList();
        return (int) dates.stream()
                .filter(date ->
                        eligible.stream().anyMatch(period -> period.dates().contains(date)))
                .count();
    }

    private Optional<Volunteer> volunteer(
            Physician physician, Partners partners, DateRange dates, List<Substitution> agreed) {
        return employer(physician.career(), dates)
                .map(employer -> new Volunteer(
                        physician.id(),
                        physician.name().titled(),
                        employer,
                        Ineligibility.over(dates, new Eligibility(physician, partners)),
                        wishes.of(physician.id()).accepting(accepted(physician.id(), agreed))));
    }

    /** An absence declared after the act is the later word: the date is no longer agreed to. */
    private Set<LocalDate> accepted(PhysicianId physician, List<Substitution> agreed) {
        List<Substitution> own = Substitution.inForce(agreed).stream()
                .filter(act -> act.physician().equals(Optional.of(physician)))
                .toList();
        Map<Unavailability, Instant> absences = own.isEmpty() ? Map.of() : wishes.absences(physician);
        return own.stream()
                .filter(act -> absences.entrySet().stream()
                        .noneMatch(absence -> absence.getKey().covers(act.slot().date())
                                && absence.getValue().isAfter(act.act().at())))
                .map(act -> act.slot().date())
                .collect(Collectors.toSet());
    }

    private static Optional<Finess> employer(Career career, DateRange dates) {
        return dates.dates()
                .flatMap(date -> career.employerOn(date).stream())
                .findFirst()
                .or(() -> career.employments().stream()
                        .max(Comparator.comparing(
                                employment -> employment.dates().from()))
                        .map(Career.Employment::employer));
    }
}
