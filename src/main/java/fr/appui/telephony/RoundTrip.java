package fr.appui.telephony;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Whether a switch's questions come to this node, and our answers back to it. Begun over ARI in a context that rings nobody
 * (extensions-outreach.conf, appui-proof): every node is asked a first question, and a second that brings back what the first was
 * answered. However often one looks, a switch is asked every five minutes, and every half minute while something is wrong.
 */
final class RoundTrip {

    /** Longer than a hung node before this one keeps the dialplan waiting. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final String CALL = "-proof";
    private static final Duration GOOD = Duration.ofMinutes(5);
    private static final Duration BAD = Duration.ofSeconds(30);

    private final AriLink ari;
    private final Clock clock;
    private final Duration patience;

    /** What was found. @param trouble in French, with the remedy; empty when good @param unable why the switch could not be asked */
    private record Seen(Instant at, Optional<String> trouble, Optional<String> unable) {
        boolean isGood() {
            return trouble.isEmpty() && unable.isEmpty();
        }
    }

    private @Nullable Seen last;
    private volatile @Nullable Asked asked;

    RoundTrip(AriLink ari, Clock clock) {
        this(ari, clock, PATIENCE);
    }

    RoundTrip(AriLink ari, Clock clock, Duration patience) {
        this.ari = ari;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * One question of the context.
     *
     * @param call of whose beginning the switch's name is made
     * @param answer what the question before it was answered; empty in the first
     * @param trusted whether it brings the secret of its switch
     */
    record Question(String proof, String call, String answer, boolean trusted) {}

    private final class Asked {
        private final String proof = UUID.randomUUID().toString();
        private final String answer = UUID.randomUUID().toString();
        private final CompletableFuture<Optional<String>> found = new CompletableFuture<>();
        private volatile boolean heard;

        String answer(Question question) {
            heard = true;
            if (!question.call().equals(ari.name() + CALL)) {
                found.complete(Optional.of("il se nomme « " + question.call().replace(CALL, "")
                        + " » : mettre le même nom dans APPUI_SWITCH (appui-site.conf) et appui.telephony.switches"));
            } else if (!question.trusted()) {
                found.complete(Optional.of("sa question arrive sans le bon secret et n’obtient aucune réponse :"
                        + " mettre le même dans APPUI_SECRET (appui-site.conf) et question-secret"));
            } else if (question.answer().equals(answer)) {
                found.complete(Optional.empty());
            }
            return answer;
        }

        Optional<String> found() {
            try {
                return found.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException late) {
                return Optional.of(
                        heard
                                ? "sa question arrive, notre réponse ne lui parvient pas :"
                                        + " vérifier le pare-feu et APPUI_WATCHDOG"
                                : "aucune question du commutateur n’arrive à ce nœud, les appels suivent l’échelle de secours :"
                                        + " vérifier APPUI_NODES (appui-site.conf), appui.telephony.fastagi et le pare-feu");
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return Optional.of("interrompu");
            } catch (ExecutionException never) {
                throw new IllegalStateException(never);
            }
        }
    }

    /** @return what to answer; empty for a proof that is not ours or is over */
    Optional<String> answer(Question question) {
        return Optional.ofNullable(asked)
                .filter(awaited -> awaited.proof.equals(question.proof()))
                .map(awaited -> awaited.answer(question));
    }

    /** Tells what is found where the switch can be asked. @return whether nothing is known against it */
    boolean tell(HealthCheckResponseBuilder response) {
        if (!ari.isConfigured()) {
            return true; // as its trunks tell
        }
        String key = ari.name() + ".questions";
        Seen seen = seen();
        if (seen.unable().isPresent()) {
            response.withData("attention." + key, seen.unable().get());
            return true;
        }
        response.withData(key, seen.trouble().orElse("vont et viennent"));
        return seen.trouble().isEmpty();
    }

    private synchronized Seen seen() {
        Instant now = clock.instant();
        Seen seen = last;
        if (seen == null || now.isBefore(seen.at()) || !now.isBefore(seen.at().plus(believed(seen)))) {
            seen = found(now);
            last = seen;
        }
        return seen;
    }

    private static Duration believed(Seen seen) {
        return seen.isGood() ? GOOD : BAD;
    }

    private Seen found(Instant now) {
        try {
            return new Seen(now, ask(), Optional.empty());
        } catch (IOException unable) {
            return new Seen(now, Optional.empty(), Optional.of(String.valueOf(unable.getMessage())));
        }
    }

    private Optional<String> ask() throws IOException {
        if (!knowsHow()) {
            throw new IOException("pas essayées : son plan d’appel est d’une version antérieure ;"
                    + " reprendre les fichiers d’asterisk-config, puis « core reload »");
        }
        Asked now = new Asked();
        asked = now;
        try {
            AriLink.Answer begun = ari.originate(
                    new AriLink.Origination("appui-proof", "appui-nowhere", Map.of("APPUI_PROOF", now.proof)));
            return switch (begun) {
                case AriLink.Answer.Begun begins -> now.found();
                case AriLink.Answer.Unreachable away -> throw new IOException("pas essayées : " + away.why());
                case AriLink.Answer.Refused refused -> throw new IOException("pas essayées : " + refused.why());
            };
        } finally {
            asked = null;
        }
    }

    private boolean knowsHow() throws IOException {
        try {
            JsonNode global = ari.get("/ari/asterisk/variable?variable=APPUI_PROVES");
            return "1".equals(global.path("value").asText());
        } catch (IOException | RuntimeException away) {
            throw new IOException("pas essayées : ARI ne répond pas", away);
        }
    }
}
