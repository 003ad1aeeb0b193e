package fr.appui.web.request;

import fr.appui.french.WrittenValue;
import fr.appui.planning.life.PlacingDesk;
import fr.appui.rota.Substitution.Act;
import fr.appui.web.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who makes this request and why, for the history of planning. */
@ApplicationScoped
public class Author {

    private final Visitor visitor;
    private final Clock clock;

    Author(Visitor visitor, Clock clock) {
        this.visitor = visitor;
        this.clock = clock;
    }

    /** @param otherwise the reason written where none is given */
    public Act act(@Nullable String reason, String otherwise) {
        return new Act(
                name(), reason == null || WrittenValue.isNothing(reason) ? otherwise : WrittenValue.of(reason), now());
    }

    /** An act that needs a reason. */
    public Act act(@Nullable String reason) {
        return new Act(name(), Known.required("reason", reason), now());
    }

    /** For a use case that decides itself whether a reason is needed. */
    public PlacingDesk.By by(@Nullable String reason) {
        return new PlacingDesk.By(
                name(), Optional.ofNullable(reason).map(WrittenValue::of).filter(said -> !said.isEmpty()), now());
    }

    /** As storage keeps it: what is read back must be what was decided on. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    public String name() {
        return visitor.signedIn().login();
    }
}
