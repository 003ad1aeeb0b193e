package fr.appui.web.signin;

import fr.appui.access.Sessions;
import java.time.Instant;

/** How long a session lasts, and when it must give its password again. */
record SessionLife(SignInSettings.Session settings) {

    /** Used lately and not too old, or kept for a duty that goes on. */
    boolean isLive(Sessions.Session session, Instant now) {
        boolean ordinary = now.isBefore(session.startedAt().plus(settings.longest()))
                && now.isBefore(session.lastSeenAt().plus(settings.idle()));
        return ordinary || session.keptUntil().filter(now::isBefore).isPresent();
    }

    /**
     * A telephone that stays signed in may be in another's hands: beyond what a duty needs ({@link DutyRooms}), it asks again
     * what any session would have asked by now.
     */
    boolean asksAgain(Sessions.Session session, Instant now) {
        return session.keptUntil().isPresent()
                && !now.isBefore(session.confirmedAt().plus(settings.idle()));
    }
}
