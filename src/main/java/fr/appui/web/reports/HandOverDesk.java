package fr.appui.web.reports;

import fr.appui.trace.HandOvers;
import fr.appui.web.Problem;
import fr.appui.web.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** What day teams are asked for, listed and taken over from the page or from the API. */
@ApplicationScoped
class HandOverDesk {

    private final HandOvers handOvers;
    private final Visitor visitor;
    private final Clock clock;

    HandOverDesk(HandOvers handOvers, Visitor visitor, Clock clock) {
        this.handOvers = handOvers;
        this.visitor = visitor;
        this.clock = clock;
    }

    /** What was taken over, the latest first, or what was not, the oldest first. */
    HandOvers.Page of(String code, boolean taken, int page, int size) {
        return handOvers.of(Territories.code(code), taken, page, size);
    }

    void take(String code, String call) {
        if (!handOvers.take(
                Territories.code(code),
                Territories.call(call),
                visitor.signedIn().login(),
                clock.instant())) {
            throw Problem.notFound("Rien n’attend pour cet appel : la suite est prise, ou n’est plus demandée.");
        }
    }

    static boolean isTaken(String state) {
        return switch (state) {
            case "OPEN" -> false;
            case "TAKEN" -> true;
            default -> throw Problem.badRequest("state", "choisir OPEN (à prendre) ou TAKEN (prises)");
        };
    }
}
