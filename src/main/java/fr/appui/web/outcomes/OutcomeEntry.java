package fr.appui.web.outcomes;

import fr.appui.french.WrittenValue;
import fr.appui.trace.AdviceNature;
import fr.appui.trace.EligibilityAnswer;
import fr.appui.trace.HandOver;
import fr.appui.trace.InformationAtHand;
import fr.appui.trace.Outcome;
import fr.appui.trace.OutcomeRules;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.PatientConditions;
import fr.appui.trace.WithoutAdvice;
import jakarta.ws.rs.DefaultValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;

/** The outcome as the form sends it. Codes are judged by the rules of the trace, as from the API. */
public final class OutcomeEntry {

    private static final String ALL = "ALL";
    private static final Predicate<String> WHOLE_MINUTES =
            Pattern.compile("\\d{1,6}").asMatchPredicate();

    @RestForm
    @DefaultValue("")
    public String caller = "";

    @RestForm
    public List<String> motive = List.of();

    @RestForm
    public List<String> orientation = List.of();

    /** {@code ALL}: the four are met, whatever the four fields say. */
    @RestForm
    @DefaultValue("")
    public String conditions = "";

    @RestForm
    @DefaultValue("NOT_KNOWN")
    public String adult = "NOT_KNOWN";

    @RestForm
    @DefaultValue("NOT_KNOWN")
    public String home = "NOT_KNOWN";

    @RestForm
    @DefaultValue("NOT_KNOWN")
    public String known = "NOT_KNOWN";

    @RestForm
    @DefaultValue("NOT_KNOWN")
    public String evaluated = "NOT_KNOWN";

    @RestForm
    @DefaultValue("")
    public String place = "";

    @RestForm
    @DefaultValue("")
    public String minutes = "";

    @RestForm
    @DefaultValue("")
    public String note = "";

    /** What the caller said they would have done otherwise. */
    @RestForm
    @DefaultValue("")
    public String without = "";

    @RestForm
    @DefaultValue("")
    public String nature = "";

    @RestForm
    public List<String> information = List.of();

    /** Who is to go on; empty for nobody. */
    @RestForm
    @DefaultValue("")
    public String suite = "";

    @RestForm
    @DefaultValue("CALL_BACK")
    public String todo = "CALL_BACK";

    @RestForm
    @DefaultValue("MORNING")
    public String delay = "MORNING";

    @RestForm
    @DefaultValue("DRAFT")
    public String status = "DRAFT";

    /** The revision that was shown; 0 when there was none. */
    @RestForm
    @DefaultValue("0")
    public int seen;

    static OutcomeEntry of(Outcome outcome) {
        var entry = new OutcomeEntry();
        entry.caller = outcome.callerProfile().orElse("");
        entry.motive = outcome.motives();
        entry.orientation = outcome.orientations();
        entry.adult = outcome.eligibility().adult().name();
        entry.home = outcome.eligibility().atHome().name();
        entry.known = outcome.eligibility().knownToTeam().name();
        entry.evaluated = outcome.eligibility().evaluated().name();
        entry.conditions = entry.allMet() ? ALL : entry.noneAsked() ? "" : "EACH";
        entry.place = outcome.placeOfCare().orElse("");
        entry.minutes = outcome.duration()
                .map(duration -> Long.toString(Math.max(1, duration.toMinutes())))
                .orElse("");
        entry.note = outcome.note().orElse("");
        entry.without = outcome.withoutAdvice().map(WithoutAdvice::name).orElse("");
        entry.nature = outcome.nature().map(AdviceNature::name).orElse("");
        entry.information =
                outcome.information().stream().map(InformationAtHand::name).toList();
        outcome.handOver().ifPresent(asked -> {
            entry.suite = asked.whom().name();
            entry.todo = asked.what().name();
            entry.delay = asked.by().name();
        });
        return entry;
    }

    private boolean allMet() {
        return Stream.of(adult, home, known, evaluated).allMatch("YES"::equals);
    }

    private boolean noneAsked() {
        return Stream.of(adult, home, known, evaluated).allMatch("NOT_KNOWN"::equals);
    }

    OutcomeStatus askedStatus() {
        return status.equals(OutcomeStatus.FINAL.name()) ? OutcomeStatus.FINAL : OutcomeStatus.DRAFT;
    }

    /** What is no value at all; what a value may be is judged by the rules of the trace. */
    List<OutcomeRules.Refusal> unreadable() {
        Stream<OutcomeRules.Refusal> duration = given(minutes).filter(WHOLE_MINUTES.negate()).stream()
                .map(written -> new OutcomeRules.Refusal(
                        "duration",
                        WrittenValue.refused(
                                written, "n’est pas un nombre entier de minutes", "écrire par exemple 12")));
        return Stream.of(
                        duration,
                        unknown("withoutAdvice", Stream.of(without), WithoutAdvice.values()),
                        unknown("nature", Stream.of(nature), AdviceNature.values()),
                        unknown("information", information.stream(), InformationAtHand.values()),
                        unknown("handOver", Stream.of(suite), HandOver.Whom.values()),
                        unknown("handOver", Stream.of(todo), HandOver.What.values()),
                        unknown("handOver", Stream.of(delay), HandOver.By.values()))
                .flatMap(refusals -> refusals)
                .toList();
    }

    private static <E extends Enum<E>> Stream<OutcomeRules.Refusal> unknown(
            String field, Stream<String> written, E[] values) {
        return written.flatMap(text -> given(text).stream())
                .filter(one -> oneOf(one, values).isEmpty())
                .map(one -> new OutcomeRules.Refusal(field, "choisir parmi " + Arrays.toString(values)));
    }

    Outcome outcome() {
        return new Outcome(
                given(caller),
                motive,
                orientation,
                patientConditions(),
                given(place),
                duration(),
                given(note),
                given(without).flatMap(one -> oneOf(one, WithoutAdvice.values())),
                given(nature).flatMap(one -> oneOf(one, AdviceNature.values())),
                information.stream()
                        .flatMap(one -> oneOf(one, InformationAtHand.values()).stream())
                        .toList(),
                handOver());
    }

    private Optional<HandOver> handOver() {
        return oneOf(suite, HandOver.Whom.values())
                .flatMap(whom -> oneOf(todo, HandOver.What.values())
                        .flatMap(what -> oneOf(delay, HandOver.By.values()).map(by -> new HandOver(whom, what, by))));
    }

    private PatientConditions patientConditions() {
        return conditions.equals(ALL)
                ? new PatientConditions(
                        EligibilityAnswer.YES, EligibilityAnswer.YES, EligibilityAnswer.YES, EligibilityAnswer.YES)
                : new PatientConditions(answer(adult), answer(home), answer(known), answer(evaluated));
    }

    private Optional<Duration> duration() {
        return given(minutes).filter(WHOLE_MINUTES).map(Long::parseLong).map(Duration::ofMinutes);
    }

    private static <E extends Enum<E>> Optional<E> oneOf(String written, E[] values) {
        return Stream.of(values)
                .filter(value -> value.name().equals(WrittenValue.of(written)))
                .findFirst();
    }

    private static EligibilityAnswer answer(String written) {
        return Stream.of(EligibilityAnswer.values())
                .filter(answer -> answer.name().equals(written))
                .findFirst()
                .orElse(EligibilityAnswer.NOT_KNOWN);
    }

    private static Optional<String> given(String field) {
        return Optional.of(WrittenValue.of(field)).filter(value -> !value.isEmpty());
    }
}
