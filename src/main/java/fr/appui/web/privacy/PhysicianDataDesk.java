package fr.appui.web.privacy;

import fr.appui.access.Account;
import fr.appui.access.Accounts;
import fr.appui.directory.Audit;
import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryChanged;
import fr.appui.directory.PersonalData;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.FrenchDate;
import fr.appui.rota.DutyDay;
import fr.appui.rota.DutyLocks;
import fr.appui.rota.PublishedRotas;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a physician may ask of their data: all of it to take away, or to be forgotten. Both are written to the log. */
@ApplicationScoped
@Transactional
class PhysicianDataDesk {

    private static final int DAYS_AHEAD = 400;
    private static final int MOST_NAMED = 5;

    private final Directory directory;
    private final PublishedRotas rotas;
    private final DutyLocks locks;
    private final List<PersonalData> rooms;
    private final Accounts accounts;
    private final Audit audit;
    private final Event<DirectoryChanged> changed;
    private final Clock clock;

    PhysicianDataDesk(
            Directory directory,
            PublishedRotas rotas,
            DutyLocks locks,
            @All List<PersonalData> rooms,
            Accounts accounts,
            Audit audit,
            Event<DirectoryChanged> changed,
            Clock clock) {
        this.directory = directory;
        this.rotas = rotas;
        this.locks = locks;
        this.rooms = List.copyOf(rooms);
        this.accounts = accounts;
        this.audit = audit;
        this.changed = changed;
        this.clock = clock;
    }

    sealed interface Erased {
        /** @param things erased or made anonymous */
        record Done(int things) implements Erased {}

        record Refused(String why) implements Erased {}

        record Unknown() implements Erased {}
    }

    /** Everything, by heading; empty when there is no such physician. */
    Optional<Map<String, List<Map<String, String>>>> export(PhysicianId id, String by) {
        return known(id).map(physician -> {
            PersonalData.Person person = person(physician);
            var all = new LinkedHashMap<String, List<Map<String, String>>>();
            rooms.stream()
                    .sorted(java.util.Comparator.comparing(PersonalData::heading))
                    .forEach(room -> all.put(room.heading(), room.of(person)));
            audit.record(by, "physician.data-exported", id.toString(), "Données personnelles exportées");
            return all;
        });
    }

    /**
     * Refused while a duty is still to be held: whoever rings then must reach somebody. It waits for the acts that may put them on duty,
     * in a transaction of its own, so that what is read is what is there then.
     */
    @Transactional(TxType.NOT_SUPPORTED)
    Erased erase(PhysicianId id, String by) {
        List<TerritoryCode> practised = known(id).stream()
                .flatMap(physician -> physician.career().territories().stream())
                .sorted()
                .toList();
        return QuarkusTransaction.requiringNew().call(() -> {
            practised.forEach(territory -> locks.hold(territory, Set.of(id)));
            return eraseHeld(id, by);
        });
    }

    private Erased eraseHeld(PhysicianId id, String by) {
        Optional<Physician> known = known(id);
        if (known.isEmpty()) {
            return new Erased.Unknown();
        }
        List<String> ahead = dutiesAhead(id);
        if (!ahead.isEmpty()) {
            return new Erased.Refused("des astreintes lui sont encore attribuées (" + named(ahead)
                    + ") ; les confier d’abord à un autre médecin, dans le planning");
        }
        PersonalData.Person person = person(known.get());
        int things = rooms.stream().mapToInt(room -> room.erase(person)).sum();
        audit.record(by, "physician.erased", id.toString(), things + " éléments effacés ou rendus anonymes");
        changed.fire(new DirectoryChanged(Reach.of(known.get().career().territories())));
        return new Erased.Done(things);
    }

    /** French sentences, empty when nothing stands in the way. */
    List<String> dutiesAhead(PhysicianId id) {
        Instant now = clock.instant();
        // a day more on either side: it is another date somewhere
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Set<TerritoryCode> concerned =
                rotas.territoriesNaming(Set.of(id), today.minusDays(2), today.plusDays(DAYS_AHEAD + 2));
        return directory.territories().stream()
                .filter(territory -> concerned.contains(territory.code()))
                .flatMap(territory -> days(territory, now).stream()
                        .filter(day -> day.window().end().isAfter(now) && holds(day, id, now))
                        .map(day -> territory.name() + ", "
                                + FrenchDate.of(day.window().date())))
                .toList();
    }

    private List<DutyDay> days(Territory territory, Instant now) {
        LocalDate today = now.atZone(territory.timeZone()).toLocalDate();
        return rotas.days(territory.code(), today.minusDays(1), today.plusDays(DAYS_AHEAD));
    }

    private static boolean holds(DutyDay day, PhysicianId id, Instant now) {
        return day.stretches().stream()
                .filter(stretch -> stretch.end().isAfter(now))
                .flatMap(stretch -> stretch.holdings().stream())
                .anyMatch(holding -> holding.physician().filter(id::equals).isPresent());
    }

    private Optional<Physician> known(PhysicianId id) {
        return directory.physician(id).filter(physician -> !physician.isErased());
    }

    private PersonalData.Person person(Physician physician) {
        return new PersonalData.Person(
                physician.id(),
                physician.mail(),
                accounts.ofPhysician(physician.id()).stream()
                        .map(Account::login)
                        .collect(Collectors.toSet()));
    }

    private static String named(List<String> duties) {
        String first = String.join(" ; ", duties.subList(0, Math.min(MOST_NAMED, duties.size())));
        return duties.size() > MOST_NAMED ? first + " ; et " + (duties.size() - MOST_NAMED) + " autres" : first;
    }
}
