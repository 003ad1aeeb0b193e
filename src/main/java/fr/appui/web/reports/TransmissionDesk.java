package fr.appui.web.reports;

import fr.appui.trace.LoggableCall;
import fr.appui.trace.OutcomeSettings;
import fr.appui.trace.Outcomes;
import fr.appui.trace.Transmissions;
import fr.appui.trace.Transmissions.State;
import fr.appui.trace.Transmissions.Transmission;
import fr.appui.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;

/** What went to the carrying hospital's secure mailbox, listed and sent again from the page or from the API. */
@ApplicationScoped
class TransmissionDesk {

    private final Transmissions transmissions;
    private final Outcomes outcomes;
    private final OutcomeSettings settings;
    private final Clock clock;

    TransmissionDesk(Transmissions transmissions, Outcomes outcomes, OutcomeSettings settings, Clock clock) {
        this.transmissions = transmissions;
        this.outcomes = outcomes;
        this.settings = settings;
        this.clock = clock;
    }

    /** Latest first. */
    Transmissions.Page of(String code, Optional<State> state, int page, int size) {
        return transmissions.of(Territories.code(code), state, page, size);
    }

    long count(String code, State state) {
        return of(code, Optional.of(state), 0, 1).total();
    }

    Optional<LoggableCall> call(Transmission transmission) {
        return outcomes.call(transmission.call());
    }

    /** Whether the territory's secure mailbox is set: otherwise nothing can leave. */
    boolean hasMailbox(String code) {
        return settings.transmission().mailbox().containsKey(code);
    }

    /** At once, and not at its next turn. */
    void retry(String code, long number) {
        if (!transmissions.retry(Territories.code(code), number, clock.instant())) {
            throw Problem.notFound(
                    "Cette transmission n’attend plus : elle est partie, ou n’est pas de ce territoire.");
        }
    }

    /** @param field the parameter to blame */
    static State state(String field, String text) {
        return Arrays.stream(State.values())
                .filter(state -> state.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest(field, "choisir parmi " + Arrays.toString(State.values())));
    }
}
