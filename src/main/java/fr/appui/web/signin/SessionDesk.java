package fr.appui.web.signin;

import fr.appui.access.Account;
import fr.appui.access.Sessions;
import fr.appui.directory.Audit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** One's sessions, and ending them from elsewhere. */
@ApplicationScoped
@Transactional
public class SessionDesk {

    private static final int MOST = 50;

    private final Sessions sessions;
    private final SignInSettings settings;
    private final Audit audit;
    private final Clock clock;

    SessionDesk(Sessions sessions, SignInSettings settings, Audit audit, Clock clock) {
        this.sessions = sessions;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    List<Sessions.Session> live(Account account) {
        Instant now = clock.instant();
        var life = new SessionLife(settings.session());
        return sessions.of(account.id(), MOST).stream()
                .filter(session -> life.isLive(session, now))
                .toList();
    }

    /** @return whether it was one of theirs that had not ended */
    boolean end(Account account, String session) {
        boolean ended = sessions.end(session, account.id());
        if (ended) {
            record(account, "Appareil déconnecté à distance");
        }
        return ended;
    }

    /** All but the one they are in. */
    void endOthers(Account account, Sessions.Session mine) {
        sessions.endOthersOf(account.id(), mine.tokenHash());
        record(account, "Tous les autres appareils déconnectés à distance");
    }

    private void record(Account account, String what) {
        audit.record(account.login(), "session.ended", account.login(), what);
    }
}
