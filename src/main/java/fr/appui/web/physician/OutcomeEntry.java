package fr.appui.web.physician;

import fr.appui.trace.Answer;
import fr.appui.trace.Outcome;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.PatientConditions;
import jakarta.ws.rs.DefaultValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;

/** The outcome as the form sends it. Codes are judged by the rules of the trace, as from the API. */
public final class OutcomeEntry {

    private static final String ALL = "ALL";
    private static final int MOST_CODES = 20;
    private static final int LONGEST_MINUTES = 240;

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

    Outcome outcome() {
        return new Outcome(
                given(caller),
                motive.stream().limit(MOST_CODES).toList(),
                orientation.stream().limit(MOST_CODES).toList(),
                patientConditions(),
                given(place),
                duration(),
                given(note));
    }

    private PatientConditions patientConditions() {
        return conditions.equals(ALL)
                ? new PatientConditions(Answer.YES, Answer.YES, Answer.YES, Answer.YES)
                : new PatientConditions(answer(adult), answer(home), answer(known), answer(evaluated));
    }

    private Optional<Duration> duration() {
        String digits = minutes.strip();
        if (!digits.matches("\\d{1,3}")) {
            return Optional.empty();
        }
        return Optional.of(Duration.ofMinutes(Math.min(LONGEST_MINUTES, Integer.parseInt(digits))));
    }

    private static Answer answer(String written) {
        return Stream.of(Answer.values())
                .filter(answer -> answer.name().equals(written))
                .findFirst()
                .orElse(Answer.NOT_KNOWN);
    }

    private static Optional<String> given(String field) {
        return Optional.of(field.strip()).filter(value -> !value.isEmpty());
    }
}
