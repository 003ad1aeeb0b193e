package fr.appui.web.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.Attempt;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallStory;
import fr.appui.trace.Ending;
import fr.appui.trace.EventJson;
import fr.appui.trace.EventNames;
import fr.appui.trace.HangUpCause;
import fr.appui.trace.Narrator;
import fr.appui.trace.Origin;
import fr.appui.trace.Phases;
import fr.appui.trace.Profile;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one call.
 *
 * @param ending absent while the call lasts
 * @param rebuilt whether part of it was reconstructed from the switch's own records
 * @param story one French sentence an event, with the local time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallDetail(
        String id,
        @Nullable String territory,
        OffsetDateTime receivedAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable Origin origin,
        @Nullable Profile profile,
        @Nullable Ending ending,
        @Nullable String endingLabel,
        boolean rebuilt,
        Spent phases,
        List<Rang> attempts,
        List<Told> story,
        List<Fact> events) {

    /** How the time was spent; the four add up to the total. */
    public record Spent(
            BigDecimal menuSeconds,
            BigDecimal ringingSeconds,
            BigDecimal talkSeconds,
            BigDecimal waitingSeconds,
            BigDecimal totalSeconds) {

        static Spent of(Phases phases) {
            return new Spent(
                    Seconds.of(phases.menu()),
                    Seconds.of(phases.ringing()),
                    Seconds.of(phases.talk()),
                    Seconds.of(phases.waiting()),
                    Seconds.of(phases.total()));
        }
    }

    /** @param result absent while it rings; @param cause Q.850, 0 when the network gave none */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rang(
            int number,
            int rung,
            String physician,
            @Nullable String physicianName,
            OffsetDateTime startedAt,
            BigDecimal allowedSeconds,
            BigDecimal ringSeconds,
            @Nullable AttemptResult result,
            @Nullable String resultLabel,
            int cause,
            String causeLabel) {

        static Rang of(Attempt attempt, @Nullable String name, ZoneId zone) {
            return new Rang(
                    attempt.number(),
                    attempt.rung(),
                    attempt.physician().toString(),
                    name,
                    local(attempt.started(), zone),
                    Seconds.of(attempt.allowed()),
                    Seconds.of(attempt.rang()),
                    attempt.result().orElse(null),
                    attempt.result().map(AttemptResult::label).orElse(null),
                    attempt.cause(),
                    HangUpCause.inFrench(attempt.cause()));
        }
    }

    public record Told(OffsetDateTime at, String text) {}

    /** @param type versioned name, the same as on the wire; @param data what the event says, without phone numbers */
    public record Fact(
            String key,
            String type,
            OffsetDateTime at,
            @Schema(type = SchemaType.OBJECT) JsonNode data) {

        static Fact of(CallEvent event, ZoneId zone) {
            return new Fact(event.key(), EventNames.of(event), local(event.at(), zone), EventJson.payload(event));
        }
    }

    static CallDetail of(CallArchive.Traced traced, Storyteller storyteller) {
        CallStory story = traced.story();
        ZoneId zone = storyteller.zone(story.territory());
        return new CallDetail(
                story.call().value(),
                story.territory().map(TerritoryCode::value).orElse(null),
                local(story.start(), zone),
                story.ended().map(e -> local(e.at(), zone)).orElse(null),
                story.received().map(CallEvent.Received::origin).orElse(null),
                story.profile().orElse(null),
                story.ended().map(CallEvent.Ended::ending).orElse(null),
                story.ended().map(e -> e.ending().label(story.counts())).orElse(null),
                traced.rebuilt(),
                Spent.of(story.phases()),
                attempts(story, storyteller, zone),
                storyteller.tell(story).stream().map(line -> told(line, zone)).toList(),
                story.events().stream().map(event -> Fact.of(event, zone)).toList());
    }

    private static List<Rang> attempts(CallStory story, Storyteller storyteller, ZoneId zone) {
        return story.attempts().stream()
                .map(attempt -> Rang.of(
                        attempt, storyteller.physician(attempt.physician()).orElse(null), zone))
                .toList();
    }

    private static Told told(Narrator.Line line, ZoneId zone) {
        return new Told(local(line.at(), zone), line.text());
    }

    private static OffsetDateTime local(Instant at, ZoneId zone) {
        return at.atZone(zone).toOffsetDateTime();
    }
}
