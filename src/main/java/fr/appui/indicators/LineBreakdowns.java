package fr.appui.indicators;

import static fr.appui.indicators.Breakdown.ALL;
import static fr.appui.indicators.Breakdown.OUT_OF_HOURS;
import static fr.appui.indicators.Breakdown.labels;
import static fr.appui.indicators.Breakdown.ordered;
import static fr.appui.indicators.Breakdown.several;
import static fr.appui.indicators.Breakdown.single;

import fr.appui.calendar.DayKind;
import fr.appui.trace.Destination;
import fr.appui.trace.Ending;
import fr.appui.trace.Profile;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Month;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The indicators that the trace alone answers: how many calls, when, how they came, how they ended. */
public final class LineBreakdowns {

    private static final List<String> LIMITS = List.of("15", "30", "60");

    /** Of {@link #RESPONSE}. */
    public static final String ANSWERED = "ANSWERED";

    public static final Breakdown VOLUME = single(
            "calls", "Volume d’appels", LineBreakdowns::everyCall, (call, lens) -> ALL, Map.of(ALL, "Tous les appels"));

    public static final Breakdown BY_MONTH = ordered(
            "calls-by-month",
            "Appels par mois",
            (call, lens) -> twoDigits(received(call, lens).getMonthValue()),
            IntStream.rangeClosed(1, 12).mapToObj(LineBreakdowns::twoDigits).toList(),
            month -> Month.of(Integer.parseInt(month)).getDisplayName(TextStyle.FULL, Locale.FRENCH));

    public static final Breakdown BY_WEEKDAY = ordered(
            "calls-by-weekday",
            "Appels par jour de la semaine",
            (call, lens) -> received(call, lens).getDayOfWeek().name(),
            Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).toList(),
            day -> DayOfWeek.valueOf(day).getDisplayName(TextStyle.FULL, Locale.FRENCH));

    public static final Breakdown BY_HOUR = ordered(
            "calls-by-hour",
            "Appels par heure",
            (call, lens) -> twoDigits(received(call, lens).getHour()),
            IntStream.range(0, 24).mapToObj(LineBreakdowns::twoDigits).toList(),
            hour -> Integer.parseInt(hour) + " h");

    /** {@code MONDAY-08}; for the heat map. */
    public static final Breakdown BY_WEEKDAY_AND_HOUR = ordered(
            "calls-by-weekday-and-hour",
            "Appels par jour et heure",
            (call, lens) -> weekdayAndHour(
                    received(call, lens).getDayOfWeek(), received(call, lens).getHour()),
            Arrays.stream(DayOfWeek.values())
                    .flatMap(day -> IntStream.range(0, 24).mapToObj(hour -> weekdayAndHour(day, hour)))
                    .toList(),
            Function.identity());

    public static final Breakdown BY_WINDOW_KIND = single(
            "calls-by-window-kind",
            "Appels par nature de plage",
            LineBreakdowns::everyCall,
            (call, lens) -> lens.windowAt(call.facts().receivedAt())
                    .map(window -> window.kind().name())
                    .orElse(OUT_OF_HOURS),
            labels(
                    DayKind.WORKING.name(),
                    "Jours ouvrés",
                    DayKind.NON_WORKING.name(),
                    "Samedis, dimanches et jours fériés",
                    OUT_OF_HOURS,
                    "Hors des plages"));

    public static final Breakdown BY_CHANNEL = single(
            "calls-by-channel",
            "Appels par voie d’arrivée",
            LineBreakdowns::everyCall,
            (call, lens) -> call.facts().channel().name(),
            labels(Channel.values(), Channel::label));

    public static final Breakdown BY_ENDING = single(
            "calls-by-ending",
            "Suite donnée aux appels de la ligne",
            LineBreakdowns::onTheLine,
            (call, lens) -> call.facts().ending().map(Ending::name).orElse("NOT_ENDED"),
            labels(
                    "ANSWERED", "Répondus par un médecin",
                    "NOT_REACHED", "Aucun médecin joint",
                    "PUT_THROUGH_TO_FALLBACK", "Basculés sur la ligne de secours",
                    "OUT_OF_HOURS", "Reçus hors des plages",
                    "TURNED_AWAY", "Patients ou proches réorientés",
                    "ABANDONED", "Raccrochés avant réponse",
                    "FAILED", "Interrompus par une panne",
                    "UNKNOWN_LINE", "Numéro non publié",
                    "NOT_ENDED", "En cours, ou trace sans fin"));

    /** Of the calls that were for a physician: its first share is the response rate. */
    public static final Breakdown RESPONSE = single(
            "response",
            "Réponse aux appels destinés à un médecin",
            call -> onTheLine(call) && response(call).isPresent(),
            (call, lens) -> response(call).orElseThrow(),
            labels(
                    ANSWERED,
                    "Répondus par un médecin",
                    "OTHER_LINE",
                    "Pris par une ligne de relais ou de secours",
                    "UNANSWERED",
                    "Sans réponse, ou raccrochés avant"));

    /** What a SAMU or SAS sends never goes back to it, nor is it offered a call-back (domain §12). */
    public static final Breakdown REGULATED_BY_ENDING = single(
            "regulated-calls-by-ending",
            "Suite donnée aux appels du SAMU et du SAS",
            LineBreakdowns::fromARegulator,
            (call, lens) ->
                    call.facts().ending().map(LineBreakdowns::forTheRegulator).orElse("OTHER"),
            labels(
                    "ANSWERED", "Répondus par un médecin",
                    "PUT_THROUGH_TO_FALLBACK", "Passés à une ligne de relais ou de secours",
                    "NOT_REACHED", "Sans réponse : le régulateur l’entend et garde l’appel",
                    "ABANDONED", "Repris par la régulation avant réponse",
                    "OUT_OF_HOURS", "Reçus hors des plages",
                    "OTHER", "Panne, ou trace sans fin"));

    public static final Breakdown BY_MENU_CHOICE = single(
            "calls-by-menu-choice",
            "Qualité annoncée au clavier",
            LineBreakdowns::onTheLine,
            (call, lens) -> call.facts().menuChoice().name(),
            labels(
                    Profile.PHYSICIAN.name(), "Médecin",
                    Profile.NURSE.name(), "Infirmière ou infirmier",
                    Profile.EMERGENCY_SERVICES.name(), "SAMU, SAS, PDSA",
                    Profile.PATIENT_OR_FAMILY.name(), "Patient ou proche",
                    Profile.UNKNOWN.name(), "Non précisée"));

    public static final Breakdown BY_RUNG = single(
            "answered-by-rung",
            "Appels répondus par rang",
            LineBreakdowns::answeredOnTheLine,
            (call, lens) -> call.facts()
                    .answer()
                    .map(answer -> answer.rung() >= 3 ? "3" : String.valueOf(answer.rung()))
                    .orElseThrow(),
            labels("1", "Premier médecin", "2", "Médecin de recours", "3", "Troisième rang et suivants"));

    public static final Breakdown BY_TIME_TO_HUMAN = single(
            "answered-by-time-to-human",
            "Délai jusqu’au médecin",
            LineBreakdowns::answeredOnTheLine,
            (call, lens) -> timeClass(call.facts().answer().orElseThrow().after()),
            labels(
                    "15", "15 s ou moins",
                    "30", "de 15 à 30 s",
                    "60", "de 30 à 60 s",
                    "MORE", "plus de 60 s"));

    /** Of the calls answered, those within each time: shares are of the first row. */
    public static final Breakdown TIME_TO_HUMAN = several(
            "time-to-human",
            "Délai jusqu’au médecin, cumulé",
            LineBreakdowns::answeredOnTheLine,
            (call, lens) -> Stream.concat(
                            Stream.of(ALL),
                            LIMITS.stream()
                                    .filter(seconds -> !call.facts()
                                            .answer()
                                            .orElseThrow()
                                            .after()
                                            .minusSeconds(Integer.parseInt(seconds))
                                            .isPositive()))
                    .toList(),
            labels(
                    ALL,
                    "Tous les appels répondus",
                    "15",
                    "En 15 s ou moins",
                    "30",
                    "En 30 s ou moins",
                    "60",
                    "En 60 s ou moins"));

    public static final Breakdown PUT_THROUGH = several(
            "put-through",
            "Mises en relation avec une autre ligne",
            call -> !call.facts().putThrough().isEmpty(),
            (call, lens) -> call.facts().putThrough().stream()
                    .map(Destination::name)
                    .sorted()
                    .toList(),
            labels(
                    Destination.DAYTIME_CONTACT.name(), "Contact de jour (DAC, EMSP)",
                    Destination.RELIEF_LINE.name(), "Ligne de relais",
                    Destination.FALLBACK_LINE.name(), "Ligne de secours",
                    Destination.SAMU.name(), "SAMU"));

    public static final Breakdown CALL_BACKS = single(
            "call-backs",
            "Demandes de rappel",
            call -> call.facts().callBackAsked(),
            (call, lens) -> ALL,
            Map.of(ALL, "Rappels demandés"));

    static final List<Breakdown> EVERY = List.of(
            VOLUME,
            BY_MONTH,
            BY_WEEKDAY,
            BY_HOUR,
            BY_WEEKDAY_AND_HOUR,
            BY_WINDOW_KIND,
            BY_CHANNEL,
            BY_ENDING,
            RESPONSE,
            REGULATED_BY_ENDING,
            BY_MENU_CHOICE,
            BY_RUNG,
            BY_TIME_TO_HUMAN,
            TIME_TO_HUMAN,
            PUT_THROUGH,
            CALL_BACKS);

    private LineBreakdowns() {}

    private static boolean everyCall(CountedCall call) {
        return true;
    }

    private static boolean onTheLine(CountedCall call) {
        return !call.facts().isDeclared();
    }

    private static Optional<String> response(CountedCall call) {
        return call.facts().ending().flatMap(ending -> switch (ending) {
            case ANSWERED -> Optional.of(ANSWERED);
            case PUT_THROUGH_TO_FALLBACK -> Optional.of("OTHER_LINE");
            case NOT_REACHED, ABANDONED, FAILED -> Optional.of("UNANSWERED");
            case OUT_OF_HOURS, TURNED_AWAY, UNKNOWN_LINE -> Optional.empty();
        });
    }

    private static boolean fromARegulator(CountedCall call) {
        return switch (call.facts().channel()) {
            case SAMU, SAS -> true;
            case PUBLIC, DECLARED -> false;
        };
    }

    private static String forTheRegulator(Ending ending) {
        return switch (ending) {
            case ANSWERED, PUT_THROUGH_TO_FALLBACK, NOT_REACHED, ABANDONED, OUT_OF_HOURS -> ending.name();
            case TURNED_AWAY, UNKNOWN_LINE, FAILED -> "OTHER";
        };
    }

    private static boolean answeredOnTheLine(CountedCall call) {
        return onTheLine(call) && call.facts().callsForAnOutcome();
    }

    public static String weekdayAndHour(DayOfWeek day, int hour) {
        return day.name() + "-" + twoDigits(hour);
    }

    private static ZonedDateTime received(CountedCall call, Lens lens) {
        return lens.local(call.facts().receivedAt());
    }

    private static String timeClass(Duration after) {
        long millis = after.toMillis();
        return millis <= 15_000 ? "15" : millis <= 30_000 ? "30" : millis <= 60_000 ? "60" : "MORE";
    }

    private static String twoDigits(int number) {
        return (number < 10 ? "0" : "") + number;
    }
}
