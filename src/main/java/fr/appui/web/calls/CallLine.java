package fr.appui.web.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallArchive;
import fr.appui.trace.Ending;
import fr.appui.trace.Origin;
import fr.appui.trace.Profile;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A call in a list. @param ending absent while the call lasts; @param talkSeconds while two people heard each other */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallLine(
        String id,
        @Nullable String territory,
        OffsetDateTime receivedAt,
        @Nullable OffsetDateTime endedAt,
        @Nullable Origin origin,
        @Nullable Profile profile,
        @Nullable Ending ending,
        @Nullable String endingLabel,
        int attempts,
        BigDecimal talkSeconds,
        boolean rebuilt) {

    static CallLine of(CallArchive.Summary call, ZoneId zone) {
        return new CallLine(
                call.call().value(),
                call.territory().map(TerritoryCode::value).orElse(null),
                call.received().atZone(zone).toOffsetDateTime(),
                call.ended().map(t -> t.atZone(zone).toOffsetDateTime()).orElse(null),
                call.origin().orElse(null),
                call.profile().orElse(null),
                call.ending().orElse(null),
                call.endingLabel().orElse(null),
                call.attempts(),
                Seconds.of(call.talk()),
                call.rebuilt());
    }
}
