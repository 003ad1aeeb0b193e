package fr.appui.web.signin;

import fr.appui.access.Invitations;
import fr.appui.nodes.KeptForATime;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Ended sessions and old failures leave the database; they have no effect already. Harmless on several nodes at once. */
@Singleton
final class Housekeeping implements KeptForATime {

    private final SignIn signIn;
    private final Invitations invitations;
    private final PushDesk push;
    private final SignInSettings settings;
    private final Clock clock;

    Housekeeping(SignIn signIn, Invitations invitations, PushDesk push, SignInSettings settings, Clock clock) {
        this.push = push;
        this.signIn = signIn;
        this.invitations = invitations;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Terms terms() {
        return new Terms(
                "sessions",
                "sessions et essais de connexion manqués",
                settings.session().longest().toString(),
                "appui.sign-in.session.longest",
                "sans effet ensuite ; une session inutilisée finit plus tôt (appui.sign-in.session.idle), celle du téléphone"
                        + " d’une astreinte plus tard (appui.sign-in.session.duty)");
    }

    @Override
    public int eraseOld(Instant now) {
        return Math.toIntExact(signIn.forgetEnded());
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetEnded() {
        signIn.forgetEnded();
        invitations.forget(clock.instant().minus(InvitationDesk.SERVES));
        push.forgetOld();
    }
}
