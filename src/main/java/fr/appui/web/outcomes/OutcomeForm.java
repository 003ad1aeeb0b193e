package fr.appui.web.outcomes;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.appui.trace.AdviceNature;
import fr.appui.trace.EligibilityAnswer;
import fr.appui.trace.HandOver;
import fr.appui.trace.InformationAtHand;
import fr.appui.trace.Outcome;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.PatientConditions;
import fr.appui.trace.WithoutAdvice;
import fr.appui.web.Problem;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An outcome as it is sent and answered. Codes are of the call's nomenclature.
 *
 * @param status {@code DRAFT} or {@code FINAL}
 * @param withoutAdvice what the caller said they would have done otherwise; absent when nobody asked
 * @param nature of the advice @param information what was at hand; empty when it is not known
 * @param handOver what the day team is asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutcomeForm(
        @Nullable String status,
        @Nullable String callerProfile,
        @Nullable List<String> motives,
        @Nullable List<String> orientations,
        @Nullable Conditions conditions,
        @Nullable String placeOfCare,
        @Nullable Long durationSeconds,
        @Nullable String note,
        @Nullable String withoutAdvice,
        @Nullable String nature,
        @Nullable List<String> information,
        @Nullable ToDo handOver) {

    /** @param what {@code CALL_BACK} when absent @param by {@code MORNING} when absent */
    public record ToDo(
            @Nullable String whom,
            @Nullable String what,
            @Nullable String by) {

        static ToDo of(HandOver asked) {
            return new ToDo(asked.whom().name(), asked.what().name(), asked.by().name());
        }

        HandOver asked() {
            if (whom == null) {
                throw Problem.badRequest(
                        "handOver.whom", "indiquer à qui, parmi " + Arrays.toString(HandOver.Whom.values()));
            }
            return new HandOver(
                    oneOf("handOver.whom", whom, HandOver.Whom.values()),
                    what == null ? HandOver.What.CALL_BACK : oneOf("handOver.what", what, HandOver.What.values()),
                    by == null ? HandOver.By.MORNING : oneOf("handOver.by", by, HandOver.By.values()));
        }
    }

    /** Each {@code YES}, {@code NO} or {@code NOT_KNOWN}; not known when absent. */
    public record Conditions(
            @Nullable String adult,
            @Nullable String atHome,
            @Nullable String knownToTeam,
            @Nullable String evaluated) {

        static Conditions of(PatientConditions conditions) {
            return new Conditions(
                    conditions.adult().name(),
                    conditions.atHome().name(),
                    conditions.knownToTeam().name(),
                    conditions.evaluated().name());
        }

        PatientConditions asked() {
            return new PatientConditions(
                    answer("adult", adult),
                    answer("atHome", atHome),
                    answer("knownToTeam", knownToTeam),
                    answer("evaluated", evaluated));
        }

        private static EligibilityAnswer answer(String field, @Nullable String text) {
            return text == null
                    ? EligibilityAnswer.NOT_KNOWN
                    : oneOf("conditions." + field, text, EligibilityAnswer.values());
        }
    }

    static OutcomeForm of(OutcomeStatus status, Outcome outcome) {
        return new OutcomeForm(
                status.name(),
                outcome.callerProfile().orElse(null),
                outcome.motives(),
                outcome.orientations(),
                Conditions.of(outcome.eligibility()),
                outcome.placeOfCare().orElse(null),
                outcome.duration().map(Duration::toSeconds).orElse(null),
                outcome.note().orElse(null),
                outcome.withoutAdvice().map(Enum::name).orElse(null),
                outcome.nature().map(Enum::name).orElse(null),
                outcome.information().stream().map(Enum::name).toList(),
                outcome.handOver().map(ToDo::of).orElse(null));
    }

    OutcomeStatus askedStatus() {
        if (status == null) {
            throw Problem.badRequest("status", "indiquer DRAFT pour un brouillon, FINAL pour une fiche validée");
        }
        return oneOf("status", status, OutcomeStatus.values());
    }

    Outcome asked() {
        return new Outcome(
                Optional.ofNullable(callerProfile),
                codes("motives", motives),
                codes("orientations", orientations),
                conditions == null ? PatientConditions.NOT_ASKED : conditions.asked(),
                Optional.ofNullable(placeOfCare),
                Optional.ofNullable(durationSeconds).map(Duration::ofSeconds),
                Optional.ofNullable(note),
                Optional.ofNullable(withoutAdvice).map(text -> oneOf("withoutAdvice", text, WithoutAdvice.values())),
                Optional.ofNullable(nature).map(text -> oneOf("nature", text, AdviceNature.values())),
                codes("information", information).stream()
                        .map(text -> oneOf("information", text, InformationAtHand.values()))
                        .toList(),
                Optional.ofNullable(handOver).map(ToDo::asked));
    }

    private static List<String> codes(String field, @Nullable List<String> codes) {
        if (codes != null && codes.stream().anyMatch(Objects::isNull)) {
            throw Problem.badRequest(field, "ne donner que des codes de la liste");
        }
        return codes == null ? List.of() : codes;
    }

    private static <E extends Enum<E>> E oneOf(String field, String text, E[] values) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(field, "choisir parmi " + Arrays.toString(values)));
    }
}
