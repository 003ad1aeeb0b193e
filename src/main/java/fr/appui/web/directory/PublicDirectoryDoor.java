package fr.appui.web.directory;

import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryDesk;
import fr.appui.directory.Discrepancy;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.PublicDirectory;
import fr.appui.directory.PublicDirectory.Reading.Known;
import fr.appui.directory.PublicRecord;
import fr.appui.directory.Rpps;
import fr.appui.directory.Territory;
import fr.appui.directory.Versioned;
import fr.appui.directory.Written;
import fr.appui.trace.OutcomeSettings;
import fr.appui.web.Problem;
import fr.appui.web.page.ParisTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Sheets beside the Annuaire Santé, and a difference taken over: what page and API share. */
@ApplicationScoped
class PublicDirectoryDoor {

    private final PublicDirectory extraction;
    private final Directory directory;
    private final DirectoryDesk desk;
    private final Scope scope;
    private final OutcomeSettings outcomes;
    private final Clock clock;

    PublicDirectoryDoor(
            PublicDirectory extraction,
            Directory directory,
            DirectoryDesk desk,
            Scope scope,
            OutcomeSettings outcomes,
            Clock clock) {
        this.extraction = extraction;
        this.directory = directory;
        this.desk = desk;
        this.scope = scope;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** @param version of the sheet that was compared */
    record Compared(Physician physician, int version, List<Discrepancy> differences) {}

    PublicDirectory.Reading reading(Territory territory) {
        return extraction.of(wanted(territory));
    }

    /** Those who differ, by family name; the physicians of a territory are counted in tens. */
    List<Compared> compared(Territory territory, Known known) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), territory.timeZone());
        return physicians(territory).stream()
                .flatMap(physician -> desk.physician(physician.id()).stream())
                .map(sheet -> new Compared(
                        sheet.value(),
                        sheet.version(),
                        differences(
                                sheet.value(), known.records().get(sheet.value().rpps()), today)))
                .filter(compared -> !compared.differences().isEmpty())
                .toList();
    }

    /**
     * @param version of the sheet as it was seen
     * @param theirs what the extraction said then: another value meanwhile is not taken unseen
     */
    Written take(String id, String kind, String theirs, int version, String by) {
        Versioned<Physician> sheet = sheet(id);
        if (!(extraction.of(Set.of(sheet.value().rpps())) instanceof Known known)) {
            return new Written.Refused("kind", "extraction : elle ne se lit plus ; recommencer quand elle sera là");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ParisTime.ZONE);
        PublicRecord record = known.records().get(sheet.value().rpps());
        Optional<Discrepancy> difference = differences(sheet.value(), record, today).stream()
                .filter(one -> one.kind().name().equals(kind) && one.canBeTaken())
                .filter(one -> one.theirs().equals(theirs))
                .findFirst();
        if (difference.isEmpty() || record == null) {
            return sheet.version() == version
                    ? new Written.Refused("kind", "différence : elle n’existe plus ; comparer de nouveau")
                    : new Written.Stale(sheet.version());
        }
        Physician after = difference.get().takenOver(sheet.value(), record);
        return scope.refuse(Optional.of(sheet.value()), after)
                .<Written>map(error -> new Written.Refused(error.field(), error.message()))
                .orElseGet(() -> desk.change(after, version, by));
    }

    void requireSight(String id) {
        sheet(id);
    }

    private Versioned<Physician> sheet(String id) {
        Problem.Refused unknown = Problem.notFound("Ce médecin n’est pas dans l’annuaire.");
        Versioned<Physician> known = desk.physician(PhysicianId.parse(id))
                .filter(found -> !found.value().isErased())
                .orElseThrow(() -> unknown);
        scope.requireSight(known.value(), unknown);
        return known;
    }

    private List<Discrepancy> differences(
            Physician physician, @org.jspecify.annotations.Nullable PublicRecord record, LocalDate today) {
        return Discrepancy.of(
                physician,
                Optional.ofNullable(record),
                today,
                outcomes.transmission().secureDomain());
    }

    private Set<Rpps> wanted(Territory territory) {
        return physicians(territory).stream().map(Physician::rpps).collect(Collectors.toUnmodifiableSet());
    }

    private List<Physician> physicians(Territory territory) {
        return directory.physiciansOf(territory.code()).stream()
                .filter(physician -> !physician.isErased())
                .toList();
    }
}
