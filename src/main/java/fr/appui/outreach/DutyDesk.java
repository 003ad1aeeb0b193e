package fr.appui.outreach;

import fr.appui.calendar.DutyWindow;
import fr.appui.directory.Dialling;
import fr.appui.directory.Directory;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.outreach.LineCheckLedger.Way;
import fr.appui.outreach.OpenLineCheck.HeldDuty;
import fr.appui.rota.BusySpells;
import fr.appui.rota.BusySpells.BusySpell;
import fr.appui.rota.BusySpells.Reason;
import fr.appui.rota.DutyDay;
import fr.appui.rota.DutyNumbers;
import fr.appui.rota.PublishedRotas;
import fr.appui.rota.RotasRead;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a physician does on the page for a duty of theirs: confirms that they are there, says on which number,
 * and when an astreinte that keeps priority holds them. */
@ApplicationScoped
public class DutyDesk {

    /** Earlier than this it says nothing about being there. */
    private static final Duration EARLIEST = Duration.ofHours(12);

    private final PublishedRotas rotas;
    private final DutyNumbers numbers;
    private final BusySpells spells;
    private final LineCheckLedger ledger;
    private final BackUp backUp;
    private final Directory directory;
    private final Dialling site;
    private final Clock clock;

    DutyDesk(
            PublishedRotas rotas,
            DutyNumbers numbers,
            BusySpells spells,
            LineCheckLedger ledger,
            BackUp backUp,
            Directory directory,
            Dialling site,
            Clock clock) {
        this.rotas = rotas;
        this.numbers = numbers;
        this.spells = spells;
        this.ledger = ledger;
        this.backUp = backUp;
        this.directory = directory;
        this.site = site;
        this.clock = clock;
    }

    public enum Answer {
        DONE,
        /** This physician holds no duty of that date. */
        NOT_ON_DUTY,
        TOO_EARLY,
        OVER,
        /** The territory does not ring such numbers, or it is a line of ours. */
        NOT_RUNG
    }

    private record Held(HeldDuty duty, DutyWindow window) {}

    /** Where this physician holds the duty of that date. */
    public List<TerritoryCode> territoriesOf(PhysicianId physician, LocalDate date) {
        return held(physician, date).stream()
                .map(held -> held.duty().territory())
                .toList();
    }

    public Answer confirm(PhysicianId physician, LocalDate date) {
        Optional<Answer> obstacle = obstacle(physician, date, clock.instant().plus(EARLIEST));
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        held(physician, date).forEach(held -> confirm(held.duty()));
        return Answer.DONE;
    }

    /** For the duty of that date alone, and at once: in the snapshot here, then in Asterisk's own ladder. */
    public Answer changeNumber(PhysicianId physician, LocalDate date, PhoneNumber number) {
        Optional<Answer> obstacle = obstacle(physician, date, Instant.MAX);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        if (!held(physician, date).stream().allMatch(held -> rings(held.duty().territory(), number))) {
            return Answer.NOT_RUNG;
        }
        numbers.use(new DutyNumbers.DutyNumber(physician, date, number), clock.instant());
        return Answer.DONE;
    }

    /** Held by an astreinte that keeps priority: until the duty under way ends, or {@link #available}, the others are rung first. */
    public Answer busy(PhysicianId physician, LocalDate date) {
        Instant now = clock.instant();
        Optional<Answer> obstacle = obstacle(physician, date, now);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        if (busyUntil(physician).isEmpty()) {
            Instant end = held(physician, date).stream()
                    .map(held -> held.window().end())
                    .filter(now::isBefore)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            spells.begin(new BusySpell(physician, now, end, Reason.PRIORITY_DUTY));
        }
        return Answer.DONE;
    }

    /** Rung in their turn again, where the duty of that date is what they were busy in. */
    public Answer available(PhysicianId physician, LocalDate date) {
        List<Held> duties = held(physician, date);
        if (duties.isEmpty()) {
            return Answer.NOT_ON_DUTY;
        }
        if (duties.stream().anyMatch(held -> held.window().contains(clock.instant()))) {
            available(physician);
        }
        return Answer.DONE;
    }

    /** Rung in their turn again. */
    public void available(PhysicianId physician) {
        spells.end(physician, clock.instant());
    }

    /** Empty when no astreinte that keeps priority holds them. */
    public Optional<Instant> busyUntil(PhysicianId physician) {
        Instant now = clock.instant();
        return spells.between(now, now.plusMillis(1)).stream()
                .filter(spell -> spell.physician().equals(physician)
                        && spell.reason() == Reason.PRIORITY_DUTY
                        && spell.includes(now))
                .map(BusySpell::until)
                .findFirst();
    }

    /** Whether the presence for the duty of that date was confirmed, on the page or by telephone. */
    public boolean isConfirmed(PhysicianId physician, LocalDate date) {
        return of(Set.of(physician), date, date).confirmed(physician, date);
    }

    /** The number given for the duty of that date alone. */
    public Optional<PhoneNumber> numberFor(PhysicianId physician, LocalDate date) {
        return of(Set.of(physician), date, date).number(physician, date);
    }

    /** What people said for their duties of some dates. */
    public record Said(Set<PersonsDuty> confirmed, Map<PersonsDuty, PhoneNumber> numbers) {

        public boolean confirmed(PhysicianId physician, LocalDate date) {
            return confirmed.contains(new PersonsDuty(physician, date));
        }

        public Optional<PhoneNumber> number(PhysicianId physician, LocalDate date) {
            return Optional.ofNullable(numbers.get(new PersonsDuty(physician, date)));
        }
    }

    public record PersonsDuty(PhysicianId physician, LocalDate date) {}

    /** Of these people and dates, both included, read at once. Who was replaced after they confirmed has confirmed nothing. */
    public Said of(Set<PhysicianId> physicians, LocalDate from, LocalDate to) {
        List<HeldDuty> confirmed = ledger.confirmed(physicians, from, to);
        Set<TerritoryCode> where = confirmed.stream().map(HeldDuty::territory).collect(Collectors.toSet());
        RotasRead read = rotas.read(Reach.of(where), from, to);
        return new Said(
                confirmed.stream()
                        .filter(duty -> read.days(duty.territory(), duty.date(), duty.date()).stream()
                                .anyMatch(day -> isHeldBy(duty.physician(), day)))
                        .map(duty -> new PersonsDuty(duty.physician(), duty.date()))
                        .collect(Collectors.toSet()),
                numbers.between(from, to).stream()
                        .filter(given -> physicians.contains(given.physician()))
                        .collect(Collectors.toMap(
                                given -> new PersonsDuty(given.physician(), given.date()),
                                DutyNumbers.DutyNumber::number)));
    }

    private boolean rings(TerritoryCode territory, PhoneNumber number) {
        Dialling rule = directory
                .territory(territory)
                .flatMap(Territory::line)
                .map(line -> site.of(line.settings().dialling()))
                .orElse(site);
        return rule.allows(Dialling.Whose.PHYSICIAN, number)
                && directory.territories().stream()
                        .flatMap(known -> known.line().stream())
                        .noneMatch(line -> line.number().equals(number));
    }

    private Optional<Answer> obstacle(PhysicianId physician, LocalDate date, Instant latestStart) {
        List<Held> duties = held(physician, date);
        if (duties.isEmpty()) {
            return Optional.of(Answer.NOT_ON_DUTY);
        }
        if (duties.stream()
                .allMatch(held -> !clock.instant().isBefore(held.window().end()))) {
            return Optional.of(Answer.OVER);
        }
        return duties.stream().allMatch(held -> held.window().start().isAfter(latestStart))
                ? Optional.of(Answer.TOO_EARLY)
                : Optional.empty();
    }

    private void confirm(HeldDuty duty) {
        ledger.open(OpenLineCheck.of(duty));
        backUp.confirmed(ledger.find(duty).orElseThrow(), Way.PAGE);
    }

    private List<Held> held(PhysicianId physician, LocalDate date) {
        return rotas.territoriesNaming(Set.of(physician), date, date).stream()
                .sorted(Comparator.comparing(TerritoryCode::value))
                .flatMap(territory -> rotas.days(territory, date, date).stream()
                        .filter(day -> isHeldBy(physician, day))
                        .map(day -> new Held(
                                new HeldDuty(
                                        territory, date, physician, day.window().start()),
                                day.window())))
                .toList();
    }

    private static boolean isHeldBy(PhysicianId physician, DutyDay day) {
        return day.stretches().stream()
                .flatMap(stretch -> stretch.holdings().stream())
                .flatMap(holding -> holding.physician().stream())
                .anyMatch(physician::equals);
    }
}
