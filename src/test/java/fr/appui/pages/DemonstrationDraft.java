package fr.appui.pages;

import fr.appui.calendar.Quarter;
import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.DateRange;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Preference;
import fr.appui.planning.Unavailability;
import fr.appui.planning.Wishes;
import fr.appui.planning.life.DraftDesk;
import fr.appui.planning.life.Placing;
import fr.appui.planning.life.SwapBook;
import fr.appui.planning.life.SwapDesk;
import fr.appui.planning.life.SwapOffer;
import fr.appui.planning.life.WishBook;
import fr.appui.rota.Substitution.Act;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The spring of 2027 half planned by hand, with wishes, and a swap that waits for its answer. */
@ApplicationScoped
class DemonstrationDraft {

    private static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");
    private static final Quarter SPRING = new Quarter(2027, 2);
    private static final LocalDate MONDAY = LocalDate.of(2027, 4, 5);
    private static final int WEEKS = 9;

    private final Directory directory;
    private final WishBook wishes;
    private final DraftDesk drafts;
    private final SwapDesk swaps;
    private final SwapBook offers;
    private final Clock clock;

    DemonstrationDraft(
            Directory directory, WishBook wishes, DraftDesk drafts, SwapDesk swaps, SwapBook offers, Clock clock) {
        this.directory = directory;
        this.wishes = wishes;
        this.drafts = drafts;
        this.swaps = swaps;
        this.offers = offers;
        this.clock = clock;
    }

    void begin() {
        if (drafts.draft(OISE, SPRING).isPresent()) {
            return;
        }
        List<PhysicianId> physicians =
                directory.physiciansOf(OISE).stream().map(Physician::id).toList();
        wishes.keep(
                physicians.get(2),
                Wishes.none()
                        .unavailable(List.of(
                                new Unavailability.During(range("2027-04-24", "2027-05-09")),
                                new Unavailability.Every(DayOfWeek.TUESDAY, range("2027-04-01", "2027-06-30"))))
                        .preferring(List.of(
                                new Preference(range("2027-06-05", "2027-06-06"), Preference.Liking.PREFER, 2),
                                new Preference(range("2027-05-15", "2027-05-17"), Preference.Liking.AVOID, 3)))
                        .holdingPriorityAstreintes(Set.of(LocalDate.of(2027, 6, 12), LocalDate.of(2027, 6, 13))));
        for (int week = 0; week < WEEKS; week++) {
            LocalDate monday = MONDAY.plusWeeks(week);
            int turn = week < 2 ? week : week + 1;
            place(monday, DutyRung.FIRST, physicians.get(turn % physicians.size()));
            place(monday, DutyRung.BACK_UP, physicians.get((turn + 4) % physicians.size()));
        }
        if (offers.total(OISE) == 0) {
            var terms = new SwapOffer.Terms(
                    physicians.get(5),
                    physicians.get(6),
                    new TreeSet<>(List.of(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 22))),
                    new TreeSet<>(List.of(LocalDate.of(2026, 11, 28), LocalDate.of(2026, 11, 29))),
                    Optional.empty());
            swaps.propose(OISE, terms, act("Baptême dans la famille"));
        }
    }

    private void place(LocalDate monday, DutyRung rung, PhysicianId physician) {
        List<LocalDate> week = new DateRange(monday, monday.plusDays(6)).dates().toList();
        drafts.place(OISE, SPRING, Placing.of(week, rung, Optional.of(physician), false), act("semaines convenues"));
    }

    private Act act(String reason) {
        return new Act("c.durand", reason, clock.instant());
    }

    private static DateRange range(String from, String to) {
        return new DateRange(LocalDate.parse(from), LocalDate.parse(to));
    }
}
