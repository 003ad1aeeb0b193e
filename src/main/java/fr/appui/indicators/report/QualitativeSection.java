package fr.appui.indicators.report;

import static fr.appui.indicators.report.Value.calls;
import static fr.appui.indicators.report.Value.day;
import static fr.appui.indicators.report.Value.number;
import static fr.appui.indicators.report.Value.share;
import static fr.appui.indicators.report.Value.words;

import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import fr.appui.indicators.Breakdown;
import fr.appui.indicators.DutyBreakdown;
import fr.appui.indicators.DutyBreakdowns;
import fr.appui.indicators.HeldWindow;
import fr.appui.indicators.LineBreakdowns;
import fr.appui.indicators.OutcomeBreakdowns;
import fr.appui.indicators.report.Block.Row;
import fr.appui.indicators.report.Block.Table;
import fr.appui.trace.EligibilityAnswer;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** « Les indicateurs qualitatifs » (doc 001 §6): extent, physicians, callers, motives, orientations. */
final class QualitativeSection {

    /** A duty that two physicians share is one for each: the column may exceed the duties of the year. */
    static final String DUTIES = "Astreintes, partagées comptées à chacun";

    /** The same word stands in three tables, with three figures that are all true. */
    private static final String THREE_SOURCES =
            "Profil et voie d’arrivée : trois sources, qui ne se recouvrent pas. La qualité annoncée est la touche pressée ;"
                    + " un appel venu du SAMU ou du SAS n’entend pas de menu. La voie d’arrivée est celle que le téléphone"
                    + " connaît : la ligne par laquelle l’appel est venu, ou un numéro réglé comme étant au SAMU. Le profil est ce"
                    + " que le médecin note à la fiche : un régulateur qui compose lui-même le numéro de l’appui, d’un téléphone"
                    + " qui n’est pas réglé ainsi, est « SAMU » au profil et « ligne de l’appui » à l’arrivée ; un appel que le"
                    + " SAMU transfère peut être celui du médecin qui l’avait joint. Les profils SAMU peuvent donc dépasser les"
                    + " appels venus du SAMU, ou l’inverse.";

    private QualitativeSection() {}

    static Section write(ReportScope scope) {
        List<Block> blocks = new ArrayList<>(List.of(
                extent(scope),
                duties(DutyBreakdowns.BY_KIND, scope),
                duties(DutyBreakdowns.BY_COVERAGE, scope),
                physiciansBy(DutyBreakdowns.BY_DIPLOMA, "Formation des médecins", scope),
                physiciansBy(DutyBreakdowns.BY_STRUCTURE, "Structure d’exercice des médecins", scope),
                new Block.Paragraph(THREE_SOURCES),
                Tables.of(LineBreakdowns.BY_MENU_CHOICE, scope),
                Tables.of(OutcomeBreakdowns.CALLER_FAMILIES, scope),
                Tables.ranked("Qui appelle, du plus fréquent au plus rare", OutcomeBreakdowns.CALLER_PROFILES, scope),
                Tables.of(OutcomeBreakdowns.CALLER_PROFILES, scope),
                Tables.ranked("Pourquoi l’on appelle, du plus fréquent au plus rare", OutcomeBreakdowns.MOTIVES, scope),
                Tables.of(OutcomeBreakdowns.MOTIVES, scope),
                Tables.ranked(
                        "Ce qui est conseillé, du plus fréquent au plus rare", OutcomeBreakdowns.ORIENTATIONS, scope),
                Tables.of(OutcomeBreakdowns.ORIENTATIONS, scope),
                Tables.of(OutcomeBreakdowns.NATURES, scope),
                Tables.of(OutcomeBreakdowns.INFORMATION, scope),
                Tables.of(OutcomeBreakdowns.HOSPITALISATIONS, scope),
                Tables.of(OutcomeBreakdowns.HAND_OVERS, scope),
                Tables.of(OutcomeBreakdowns.WITHOUT_ADVICE_ASKED, scope),
                Tables.of(OutcomeBreakdowns.WITHOUT_ADVICE, scope),
                Tables.of(OutcomeBreakdowns.PLACES_OF_CARE, scope)));
        blocks.add(conditions(scope));
        scope.survey().table().ifPresent(blocks::add);
        return new Section("qualitative", "Indicateurs qualitatifs", blocks);
    }

    /** The four conditions side by side; each is an indicator of its own, with its own list of calls. */
    private static Table conditions(ReportScope scope) {
        List<String> answers = List.of(
                EligibilityAnswer.YES.name(),
                EligibilityAnswer.NO.name(),
                EligibilityAnswer.NOT_KNOWN.name(),
                Breakdown.NOT_LOGGED);
        List<Row> rows = Stream.of(
                        OutcomeBreakdowns.ADULT,
                        OutcomeBreakdowns.AT_HOME,
                        OutcomeBreakdowns.KNOWN_TO_TEAM,
                        OutcomeBreakdowns.EVALUATED,
                        OutcomeBreakdowns.ELIGIBILITY)
                .map(breakdown -> new Row(
                        Optional.of(breakdown.code() + ":" + String.join("|", answers)),
                        Stream.concat(
                                        Stream.of(words(breakdown.label())),
                                        answers.stream()
                                                .map(answer ->
                                                        calls(scope.calls().count(breakdown, answer))))
                                .toList()))
                .toList();
        return new Table(
                "Conditions d’éligibilité",
                Optional.empty(),
                List.of("", "Oui", "Non", "Non connu", "Non tracé"),
                rows,
                Optional.empty());
    }

    private static Table extent(ReportScope scope) {
        List<Row> rows = scope.territories().stream()
                .flatMap(year -> inForceDuring(year).stream()
                        .map(perimeter -> Row.of(
                                words(year.territory().name()),
                                words(nameOf(perimeter.kind())),
                                words(hours(perimeter.hours(), perimeter.hours().workingStart())),
                                words(hours(perimeter.hours(), perimeter.hours().nonWorkingStart())),
                                day(perimeter.inForceFrom()))))
                .toList();
        return new Table(
                "Étendue de la permanence",
                Optional.empty(),
                List.of("Territoire", "Périmètre", "Jours ouvrés", "Samedis, dimanches et jours fériés", "Depuis le"),
                rows,
                Optional.empty());
    }

    /** The version in force on the first day, and those that began during the year. */
    static List<Perimeter> inForceDuring(TerritoryYear year) {
        return Stream.concat(
                        year.calendar().perimeterOn(year.firstDay()).stream(),
                        year.calendar().versions().stream()
                                .filter(Perimeter::isAgreed)
                                .filter(perimeter -> perimeter.inForceFrom().getYear() == year.year()))
                .distinct()
                .toList();
    }

    static String nameOf(PerimeterKind kind) {
        return switch (kind) {
            case CORE -> "Socle";
            case EXTENDED -> "Étendu";
        };
    }

    static String hours(PerimeterHours hours, LocalTime start) {
        if (hours.endsNextDay() && start.equals(hours.end())) {
            return "24 h sur 24";
        }
        return "de " + clock(start) + " à " + clock(hours.end()) + (hours.endsNextDay() ? " le lendemain" : "");
    }

    static String clock(LocalTime time) {
        return time.getHour() + "\u00A0h" + (time.getMinute() == 0 ? "" : "\u00A0%02d".formatted(time.getMinute()));
    }

    private static Table duties(DutyBreakdown breakdown, ReportScope scope) {
        List<HeldWindow> duties = scope.duties();
        List<Row> rows = breakdown.count(duties, scope.volunteers()).entrySet().stream()
                .map(entry -> Row.of(
                        entry.getKey(),
                        words(breakdown.labelOf().apply(scope.volunteers(), entry.getKey())),
                        number(entry.getValue()),
                        share(entry.getValue(), duties.size())))
                .toList();
        return new Table(
                breakdown.label(),
                Optional.of(breakdown.code()),
                List.of("", "Plages", "Part"),
                rows,
                Optional.of(List.of(words("Total"), number(duties.size()), share(duties.size(), duties.size()))));
    }

    /** Physicians who held duties under each bucket; one may count in several. */
    private static Table physiciansBy(DutyBreakdown breakdown, String title, ReportScope scope) {
        List<Row> rows = breakdown.count(scope.duties(), scope.volunteers()).entrySet().stream()
                .map(entry -> Row.of(
                        entry.getKey(),
                        words(breakdown.labelOf().apply(scope.volunteers(), entry.getKey())),
                        number(physiciansWith(breakdown, entry.getKey(), scope)),
                        number(entry.getValue())))
                .toList();
        return new Table(title, Optional.of(breakdown.code()), List.of("", "Médecins", DUTIES), rows, Optional.empty());
    }

    private static long physiciansWith(DutyBreakdown breakdown, String bucket, ReportScope scope) {
        return scope.workforce().parts().stream()
                .filter(part -> scope.duties().stream()
                        .filter(duty -> duty.timeHeld().containsKey(part.physician()))
                        .map(duty -> HeldWindow.whole(duty.territory(), duty.window(), part.physician()))
                        .anyMatch(alone -> breakdown.counts(alone, scope.volunteers(), bucket)))
                .count();
    }
}
