package fr.appui.web.rotas;

import fr.appui.calendar.PublicHoliday;
import fr.appui.calendar.PublicHolidays;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.french.FrenchOrder;
import fr.appui.planning.DayToCover;
import fr.appui.planning.DutyRung;
import fr.appui.planning.Fairness;
import fr.appui.planning.RotaProblem;
import fr.appui.planning.Volunteer;
import fr.appui.planning.life.HeldPart;
import fr.appui.planning.life.RotaReader;
import fr.appui.planning.life.RotaView;
import fr.appui.web.page.FrenchText;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws a rota as a {@link RotaGrid}. */
final class GridDrawing {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.FRANCE);
    private static final int DAYS_PER_WEEK = 7;

    private final RotaView view;
    private final RotaProblem problem;
    private final Fairness fairness;
    private final LocalDate today;
    private final Function<PhysicianId, String> names;
    private final Map<LocalDate, String> holidays = new HashMap<>();
    private final Map<PhysicianId, Volunteer> volunteers = new LinkedHashMap<>();
    private final Map<DutyRung, Map<LocalDate, DutyRelay>> relays = new EnumMap<>(DutyRung.class);
    private final Set<LocalDate> promised;

    GridDrawing(Territory territory, RotaReader.Whole whole, LocalDate today, Function<PhysicianId, String> names) {
        this.view = whole.view();
        this.problem = whole.problem();
        this.fairness = whole.fairness();
        this.today = today;
        this.names = names;
        PublicHolidays.of(territory.holidayZone(), view.quarter().year()).forEach(this::note);
        problem.volunteers().stream()
                .sorted(Comparator.comparing(Volunteer::name, FrenchOrder.alphabetical()))
                .forEach(volunteer -> volunteers.put(volunteer.id(), volunteer));
        if (view.draft().isEmpty()) {
            for (DutyRung rung : DutyRung.values()) {
                relays.put(rung, relays(rung, territory));
            }
        }
        promised = Set.copyOf(problem.dates());
    }

    RotaGrid draw() {
        Map<PhysicianId, Fairness.Row> loads =
                fairness.rows().stream().collect(Collectors.toMap(Fairness.Row::physician, Function.identity()));
        YearMonth first = YearMonth.from(view.quarter().first());
        return new RotaGrid(IntStream.range(0, 3)
                .mapToObj(first::plusMonths)
                .map(month -> month(month, loads))
                .toList());
    }

    private RotaGrid.Month month(YearMonth month, Map<PhysicianId, Fairness.Row> loads) {
        List<RotaGrid.Day> days = month.atDay(1)
                .datesUntil(month.atEndOfMonth().plusDays(1))
                .map(this::day)
                .toList();
        List<RotaGrid.Row> rows = people().stream()
                .map(id -> row(id, days, Optional.ofNullable(loads.get(id))))
                .toList();
        return new RotaGrid.Month(MONTH.format(month.atDay(1)), days, rows, weeks(days));
    }

    /** Volunteers, then whoever holds a duty without being one any more. */
    private List<PhysicianId> people() {
        var people = new ArrayList<>(volunteers.keySet());
        for (DutyRung rung : DutyRung.values()) {
            Stream.concat(
                            view.duties().on(rung).values().stream(),
                            relays.getOrDefault(rung, Map.of()).values().stream()
                                    .flatMap(relay -> relay.people().stream()))
                    .filter(id -> !people.contains(id))
                    .distinct()
                    .forEach(people::add);
        }
        return people;
    }

    private RotaGrid.Day day(LocalDate date) {
        return new RotaGrid.Day(
                date,
                holidays.getOrDefault(date, ""),
                DayToCover.isWeekEnd(date) || holidays.containsKey(date),
                date.equals(today),
                promised.contains(date),
                holders(DutyRung.FIRST, date),
                holders(DutyRung.BACK_UP, date),
                promised.contains(date)
                        && relay(DutyRung.FIRST, date)
                                .map(relay -> !relay.isWhole())
                                .orElseGet(() -> view.duties()
                                        .holder(DutyRung.FIRST, date)
                                        .isEmpty()));
    }

    /** In turn. */
    private List<String> holders(DutyRung rung, LocalDate date) {
        return relay(rung, date)
                .map(DutyRelay::lines)
                .orElseGet(() ->
                        view.duties().holder(rung, date).map(names).stream().toList());
    }

    /** Of what is held; a draft has none. */
    private Optional<DutyRelay> relay(DutyRung rung, LocalDate date) {
        return Optional.ofNullable(relays.getOrDefault(rung, Map.of()).get(date));
    }

    private boolean holds(PhysicianId id, DutyRung rung, LocalDate date) {
        return relay(rung, date)
                .map(relay -> relay.isHeldBy(id))
                .orElseGet(() ->
                        view.duties().holder(rung, date).filter(id::equals).isPresent());
    }

    private RotaGrid.Row row(PhysicianId id, List<RotaGrid.Day> days, Optional<Fairness.Row> load) {
        return new RotaGrid.Row(
                id.toString(),
                names.apply(id),
                load.map(row -> row.now().days()).orElse(0),
                problem.quotaOf(id, view.quarter()),
                days.stream().map(day -> cell(id, day)).toList());
    }

    private RotaGrid.Cell cell(PhysicianId id, RotaGrid.Day day) {
        var kinds = new ArrayList<String>();
        var words = new ArrayList<String>();
        if (day.off()) {
            kinds.add("off");
        }
        if (!day.promised()) {
            kinds.add("closed");
        }
        String mark = held(id, day.date(), kinds, words);
        String wish = Optional.ofNullable(volunteers.get(id))
                .map(volunteer -> wish(volunteer, day.date(), kinds, words))
                .orElse("");
        String said = words.isEmpty()
                ? ""
                : names.apply(id) + ", " + FrenchText.day(day.date()) + " : " + String.join(", ", words);
        return new RotaGrid.Cell(day.date(), mark.isEmpty() ? wish : mark, String.join(" ", kinds), said);
    }

    private String held(PhysicianId id, LocalDate date, List<String> kinds, List<String> words) {
        for (DutyRung rung : DutyRung.values()) {
            if (holds(id, rung, date)) {
                kinds.add(rung == DutyRung.FIRST ? "first" : "backup");
                words.add(rung.label());
                relay(rung, date).filter(DutyRelay::isShared).ifPresent(relay -> {
                    kinds.add("relay");
                    words.add(relay.hoursOf(id));
                });
                if (view.fixed().holder(rung, date).filter(id::equals).isPresent()) {
                    kinds.add("fixed");
                    words.add("fixé à la main");
                }
                return rung == DutyRung.FIRST ? "1" : "2";
            }
        }
        return "";
    }

    private static String wish(Volunteer volunteer, LocalDate date, List<String> kinds, List<String> words) {
        if (volunteer.holdsPriorityAstreinteOn(date)) {
            kinds.add("priority");
            words.add("astreinte HAD ou USP, prioritaire");
        }
        if (!volunteer.eligibleOn(date)) {
            kinds.add("barred");
            words.add("ne remplit pas les conditions");
            return "/";
        }
        if (volunteer.wishes().unavailableOn(date)) {
            kinds.add("away");
            words.add("indisponible");
            return "×";
        }
        int dislike = volunteer.wishes().dislikeOf(date);
        if (dislike == 0) {
            return volunteer.holdsPriorityAstreinteOn(date) ? "H" : "";
        }
        kinds.add(dislike > 0 ? "avoided" : "liked");
        words.add(dislike > 0 ? "à éviter" : "souhaité");
        return dislike > 0 ? "–" : "+";
    }

    private static List<List<Optional<RotaGrid.Day>>> weeks(List<RotaGrid.Day> days) {
        var cells = new ArrayList<Optional<RotaGrid.Day>>();
        int before = days.getFirst().date().getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue();
        cells.addAll(Collections.nCopies(before, Optional.empty()));
        days.forEach(day -> cells.add(Optional.of(day)));
        while (cells.size() % DAYS_PER_WEEK != 0) {
            cells.add(Optional.empty());
        }
        return IntStream.range(0, cells.size() / DAYS_PER_WEEK)
                .mapToObj(week -> List.copyOf(cells.subList(week * DAYS_PER_WEEK, (week + 1) * DAYS_PER_WEEK)))
                .toList();
    }

    private void note(PublicHoliday holiday) {
        holidays.put(holiday.date(), holiday.name());
    }

    private Map<LocalDate, DutyRelay> relays(DutyRung rung, Territory territory) {
        Map<LocalDate, List<HeldPart>> parts = view.parts().stream().collect(Collectors.groupingBy(HeldPart::date));
        return problem.days().stream()
                .collect(Collectors.toMap(
                        DayToCover::date,
                        day -> DutyRelay.of(
                                day.window(),
                                rung,
                                parts.getOrDefault(day.date(), List.of()),
                                names,
                                territory.timeZone())));
    }
}
