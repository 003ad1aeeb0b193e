package fr.appui.outreach;

import fr.appui.calendar.DutyWindow;
import fr.appui.directory.Directory;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.outreach.LineCheckLedger.State;
import fr.appui.outreach.LineCheckLedger.Way;
import fr.appui.outreach.OpenLineCheck.HeldDuty;
import fr.appui.rota.DutyDay;
import fr.appui.rota.DutyNumbers;
import fr.appui.rota.PublishedRotas;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a physician does on the page for a duty of theirs: confirms that they are there, says on which number. */
@ApplicationScoped
public class DutyDesk {

    /** Earlier than this it says nothing about being there. */
    private static final Duration EARLIEST = Duration.ofHours(12);

    private final PublishedRotas rotas;
    private final DutyNumbers numbers;
    private final LineCheckLedger ledger;
    private final BackUp backUp;
    private final Directory directory;
    private final Clock clock;

    DutyDesk(
            PublishedRotas rotas,
            DutyNumbers numbers,
            LineCheckLedger ledger,
            BackUp backUp,
            Directory directory,
            Clock clock) {
        this.rotas = rotas;
        this.numbers = numbers;
        this.ledger = ledger;
        this.backUp = backUp;
        this.directory = directory;
        this.clock = clock;
    }

    public enum Answer {
        DONE,
        /** This physician holds no duty of that date. */
        NOT_ON_DUTY,
        TOO_EARLY,
        OVER
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
        numbers.use(new DutyNumbers.DutyNumber(physician, date, number), clock.instant());
        return Answer.DONE;
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
        UUID check = ledger.find(duty).orElseThrow();
        if (ledger.confirm(check, Way.PAGE, clock.instant())
                .filter(State.UNCONFIRMED::equals)
                .isPresent()) {
            backUp.confirmedLate(duty);
        }
    }

    private List<Held> held(PhysicianId physician, LocalDate date) {
        return directory.territories().stream()
                .map(Territory::code)
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
