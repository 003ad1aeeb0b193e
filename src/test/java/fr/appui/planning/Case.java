package fr.appui.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.appui.calendar.DayKind;
import fr.appui.calendar.DutyWindow;
import fr.appui.calendar.PerimeterKind;
import fr.appui.calendar.PublicHolidays;
import fr.appui.calendar.Quarter;
import fr.appui.directory.Finess;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Problems kept as files, in {@code src/test/resources/rota}: inputs on which an answer was once wrong. */
public final class Case {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final JsonNode root;
    private final PerimeterKind perimeter;

    private Case(JsonNode root) {
        this.root = root;
        this.perimeter = PerimeterKind.valueOf(root.path("perimeter").asText("EXTENDED"));
    }

    public static RotaProblem read(String name) {
        try (InputStream file = Objects.requireNonNull(Case.class.getResourceAsStream("/rota/" + name + ".json"))) {
            return new Case(new ObjectMapper().readTree(file)).problem();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private RotaProblem problem() {
        return new RotaProblem(
                territory("T1"),
                dates(root).dates().map(date -> day(date, perimeter)).toList(),
                all("volunteers").map(Case::volunteer).toList(),
                settings(root.path("settings")),
                new Surroundings(
                        all("derogations").map(Case::derogation).toList(),
                        all("held").map(this::held).toList(),
                        List.of(),
                        new Assignment(holders("first"), holders("backUp"))));
    }

    private static PlanningSettings settings(JsonNode settings) {
        PlanningSettings defaults = PlanningSettings.defaults();
        JsonNode most = settings.path("maxConsecutive");
        return new PlanningSettings(
                settings.path("quota").asInt(defaults.quota()),
                most.isInt() ? OptionalInt.of(most.asInt()) : OptionalInt.empty(),
                settings.path("rest").asInt(defaults.restDays()),
                settings.path("spacing").asInt(defaults.spacingWeeks()),
                BackUpPolicy.valueOf(
                        settings.path("backup").asText(defaults.backUp().name())),
                defaults.weights());
    }

    private static Volunteer volunteer(JsonNode one) {
        Wishes wishes = new Wishes(
                stream(one.path("unavail")).map(Case::absence).toList(),
                stream(one.path("prefs")).map(Case::preference).toList(),
                Willingness.valueOf(one.path("willing").asText("PARTS_OF_WEEKS")),
                one.has("max") ? OptionalInt.of(one.get("max").asInt()) : OptionalInt.empty(),
                days(one.path("priority")),
                days(one.path("accepted")));
        return new Volunteer(
                physician(one.get("id")),
                one.get("name").asText(),
                new Finess(one.get("est").asText()),
                stream(one.path("inel"))
                        .map(dates -> new Ineligibility(dates(dates), "sa convention a pris fin"))
                        .toList(),
                wishes);
    }

    private static Unavailability absence(JsonNode one) {
        return one.has("weekday")
                ? new Unavailability.Every(DayOfWeek.valueOf(one.get("weekday").asText()), dates(one))
                : new Unavailability.During(dates(one));
    }

    private static Preference preference(JsonNode one) {
        return new Preference(
                dates(one),
                Preference.Liking.valueOf(one.get("liking").asText()),
                one.get("weight").asInt());
    }

    private static Derogation derogation(JsonNode one) {
        return new Derogation(
                physician(one.get("physician")),
                Quarter.parse(one.get("quarter").asText()),
                one.get("days").asInt(),
                "accordée");
    }

    private HeldDuty held(JsonNode one) {
        return new HeldDuty(
                physician(one.get("physician")),
                day(
                        date(one.get("date")),
                        PerimeterKind.valueOf(one.path("perimeter").asText(perimeter.name()))),
                DutyRung.valueOf(one.path("rung").asText("FIRST")),
                territory(one.get("territory").asText()));
    }

    private SortedMap<LocalDate, PhysicianId> holders(String rung) {
        var holders = new TreeMap<LocalDate, PhysicianId>();
        root.path("kept")
                .path(rung)
                .properties()
                .forEach(duty -> holders.put(LocalDate.parse(duty.getKey()), physician(duty.getValue())));
        return holders;
    }

    static DayToCover day(LocalDate date, PerimeterKind perimeter) {
        boolean holiday = PublicHolidays.isHoliday(HolidayZone.METROPOLE, date);
        boolean off = holiday || DayToCover.isWeekEnd(date);
        LocalTime start = off ? LocalTime.of(8, 30) : LocalTime.of(18, 0);
        var end = perimeter == PerimeterKind.EXTENDED ? date.plusDays(1).atTime(8, 30) : date.atTime(22, 0);
        var window = new DutyWindow(
                date,
                date.atTime(start).atZone(PARIS).toInstant(),
                end.atZone(PARIS).toInstant(),
                perimeter,
                off ? DayKind.NON_WORKING : DayKind.WORKING);
        return new DayToCover(window, holiday);
    }

    private Stream<JsonNode> all(String list) {
        return stream(root.path(list));
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static Set<LocalDate> days(JsonNode list) {
        return stream(list).map(Case::date).collect(Collectors.toSet());
    }

    private static DateRange dates(JsonNode range) {
        return new DateRange(date(range.get("from")), date(range.get("to")));
    }

    private static LocalDate date(JsonNode iso) {
        return LocalDate.parse(iso.asText());
    }

    private static PhysicianId physician(JsonNode id) {
        return new PhysicianId(UUID.fromString(id.asText()));
    }

    private static TerritoryCode territory(String code) {
        return new TerritoryCode(code);
    }
}
