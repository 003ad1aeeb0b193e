package fr.appui.indicators.store;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.indicators.CallFacts;
import fr.appui.indicators.CallFacts.Answered;
import fr.appui.indicators.Channel;
import fr.appui.indicators.CountedCall;
import fr.appui.indicators.CountedCall.Logged;
import fr.appui.trace.AdviceNature;
import fr.appui.trace.CallId;
import fr.appui.trace.Destination;
import fr.appui.trace.EligibilityAnswer;
import fr.appui.trace.Ending;
import fr.appui.trace.HandOver;
import fr.appui.trace.InformationAtHand;
import fr.appui.trace.Outcome;
import fr.appui.trace.OutcomeStatus;
import fr.appui.trace.PatientConditions;
import fr.appui.trace.Profile;
import fr.appui.trace.WithoutAdvice;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One counted call to its row and back. Lists are codes with commas between; free text is not kept here. */
final class CountedCallColumns {

    static final String NAMES =
            "call_id, territory, received_at_ms, channel, menu_choice, ending, physician_id, rung, answered_after_ms, talk_ms,"
                    + " attempts, put_through, call_back, degraded, outcome_status, nomenclature, caller_profile, motives,"
                    + " orientations, conditions, place_of_care, duration_s, without_advice, advice_nature, information, hand_over";
    static final int COUNT = 26;

    private CountedCallColumns() {}

    static void write(CountedCall call, PreparedStatement row) throws SQLException {
        int place = 1;
        for (@Nullable Object value : values(call)) {
            row.setObject(place++, value);
        }
    }

    /** In the order of {@link #NAMES}. Calls whose values are equal are the same to every indicator. */
    static List<@Nullable Object> values(CountedCall call) {
        CallFacts facts = call.facts();
        List<@Nullable Object> values = new ArrayList<>();
        values.add(facts.call().value());
        values.add(facts.territory().value());
        values.add(facts.receivedAt().toEpochMilli());
        values.add(facts.channel().name());
        values.add(facts.menuChoice().name());
        values.add(facts.ending().map(Ending::name).orElse(null));
        values.add(facts.answer().map(answer -> answer.physician().toString()).orElse(null));
        values.add(facts.answer().map(Answered::rung).orElse(null));
        values.add(facts.answer().map(answer -> answer.after().toMillis()).orElse(null));
        values.add(facts.talk().toMillis());
        values.add(facts.attempts());
        values.add(joined(facts.putThrough().stream().map(Destination::name).sorted()));
        values.add(facts.callBackAsked());
        values.add(facts.degraded());
        addOutcome(call.logged(), values);
        return values;
    }

    private static void addOutcome(Optional<Logged> logged, List<@Nullable Object> values) {
        Optional<Outcome> outcome = logged.map(Logged::outcome);
        values.add(logged.map(known -> known.status().name()).orElse(null));
        values.add(logged.map(Logged::nomenclature).orElse(null));
        values.add(outcome.flatMap(Outcome::callerProfile).orElse(null));
        values.add(outcome.map(known -> joined(known.motives().stream())).orElse(null));
        values.add(outcome.map(known -> joined(known.orientations().stream())).orElse(null));
        values.add(outcome.map(known -> answers(known.eligibility())).orElse(null));
        values.add(outcome.flatMap(Outcome::placeOfCare).orElse(null));
        values.add(outcome.flatMap(Outcome::duration).map(Duration::toSeconds).orElse(null));
        values.add(
                outcome.flatMap(Outcome::withoutAdvice).map(WithoutAdvice::name).orElse(null));
        values.add(outcome.flatMap(Outcome::nature).map(AdviceNature::name).orElse(null));
        values.add(outcome.map(known -> joined(known.information().stream().map(Enum::name)))
                .filter(codes -> !codes.isEmpty())
                .orElse(null));
        values.add(outcome.flatMap(Outcome::handOver)
                .map(asked ->
                        joined(Stream.of(asked.whom(), asked.what(), asked.by()).map(Enum::name)))
                .orElse(null));
    }

    static CountedCall read(ResultSet row) throws SQLException {
        CallFacts facts = new CallFacts(
                new CallId(row.getString(1)),
                new TerritoryCode(row.getString(2)),
                Instant.ofEpochMilli(row.getLong(3)),
                Channel.valueOf(row.getString(4)),
                Profile.valueOf(row.getString(5)),
                Optional.ofNullable(row.getString(6)).map(Ending::valueOf),
                answered(row),
                Duration.ofMillis(row.getLong(10)),
                row.getInt(11),
                split(row.getString(12)).map(Destination::valueOf).collect(Collectors.toSet()),
                row.getBoolean(13),
                row.getBoolean(14));
        return new CountedCall(facts, logged(row));
    }

    private static Optional<Answered> answered(ResultSet row) throws SQLException {
        @Nullable String physician = row.getString(7);
        return physician == null
                ? Optional.empty()
                : Optional.of(
                        new Answered(PhysicianId.parse(physician), row.getInt(8), Duration.ofMillis(row.getLong(9))));
    }

    private static Optional<Logged> logged(ResultSet row) throws SQLException {
        @Nullable String status = row.getString(15);
        if (status == null) {
            return Optional.empty();
        }
        long seconds = row.getLong(22);
        Optional<Duration> duration = row.wasNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
        Outcome outcome = new Outcome(
                Optional.ofNullable(row.getString(17)),
                split(row.getString(18)).toList(),
                split(row.getString(19)).toList(),
                conditions(row.getString(20)),
                Optional.ofNullable(row.getString(21)),
                duration,
                Optional.empty(),
                Optional.ofNullable(row.getString(23)).map(WithoutAdvice::valueOf),
                Optional.ofNullable(row.getString(24)).map(AdviceNature::valueOf),
                split(row.getString(25)).map(InformationAtHand::valueOf).toList(),
                handOver(row.getString(26)));
        return Optional.of(new Logged(OutcomeStatus.valueOf(status), row.getString(16), outcome));
    }

    private static Optional<HandOver> handOver(@Nullable String text) {
        List<String> parts = split(text).toList();
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new HandOver(
                        HandOver.Whom.valueOf(parts.get(0)),
                        HandOver.What.valueOf(parts.get(1)),
                        HandOver.By.valueOf(parts.get(2))));
    }

    private static String answers(PatientConditions conditions) {
        return joined(
                Stream.of(conditions.adult(), conditions.atHome(), conditions.knownToTeam(), conditions.evaluated())
                        .map(EligibilityAnswer::name));
    }

    private static PatientConditions conditions(String text) {
        List<EligibilityAnswer> answers =
                split(text).map(EligibilityAnswer::valueOf).toList();
        return new PatientConditions(answers.get(0), answers.get(1), answers.get(2), answers.get(3));
    }

    private static String joined(Stream<String> codes) {
        return codes.collect(Collectors.joining(","));
    }

    private static Stream<String> split(@Nullable String codes) {
        return codes == null || codes.isEmpty() ? Stream.empty() : Arrays.stream(codes.split(",", -1));
    }
}
