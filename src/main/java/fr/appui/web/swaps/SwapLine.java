package fr.appui.web.swaps;

import fr.appui.planning.life.SwapAnswer;
import fr.appui.planning.life.SwapOffer;
import fr.appui.web.Problem;
import fr.appui.web.rotas.Answers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/**
 * A swap as the API tells it.
 *
 * @param from a moment within the one date given, for a takeover in mid-duty
 * @param remarks what each must know before agreeing
 */
public record SwapLine(
        UUID id,
        Answers.Person proposer,
        Answers.Person other,
        SortedSet<LocalDate> given,
        SortedSet<LocalDate> taken,
        Optional<Instant> from,
        SwapOffer.Status status,
        String statusLabel,
        String reason,
        Instant expiresAt,
        List<String> remarks) {

    static SwapLine of(SwapOffer offer, List<String> remarks, Answers answers) {
        SwapOffer.Terms terms = offer.terms();
        return new SwapLine(
                offer.id(),
                answers.person(terms.proposer()),
                answers.person(terms.other()),
                terms.given(),
                terms.taken(),
                terms.from(),
                offer.status(),
                offer.status().label(),
                offer.act().reason(),
                offer.expiresAt(),
                remarks);
    }

    static SwapLine of(SwapAnswer answer, Answers answers) {
        return switch (answer) {
            case SwapAnswer.Done done -> of(done.offer(), done.remarks(), answers);
            case SwapAnswer.Refused refused ->
                throw Problem.conflict(refused.rules().getFirst().name(), String.join(" ", refused.reasons()));
            case SwapAnswer.NotTheirs none -> throw Problem.notFound(SwapAnswer.NotTheirs.WHY);
            case SwapAnswer.Senseless senseless -> throw Problem.badRequest(senseless.field(), senseless.why());
        };
    }
}
