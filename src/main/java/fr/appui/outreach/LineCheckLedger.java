package fr.appui.outreach;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.outreach.OpenLineCheck.HeldDuty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The checks of lines before a duty. Each change tells whether it was this node's to make: of several nodes, one wins. */
public interface LineCheckLedger {

    enum State {
        WAITING,
        CONFIRMED,
        /** Nobody confirmed in time: the back-up is rung first, where there is one. */
        UNCONFIRMED,
        /** Another physician took the duty over meanwhile. */
        REPLACED,
        /** The duty began before anybody could be rung: not the physician's doing, and nothing of it changes. */
        NOT_CHECKED
    }

    enum Way {
        TELEPHONE,
        PAGE
    }

    /** @return false when this duty's check is known already */
    boolean open(OpenLineCheck check);

    List<OpenLineCheck> allOpen();

    /** @param seen as it was read; @return false when another node took the attempt meanwhile */
    boolean begin(OpenLineCheck seen, Instant at);

    /** An attempt that rang nobody is none; told twice, by two nodes, it is given back once. */
    void giveBack(UUID check);

    /** As well, for a failure that was not the physician's. @param why in French; @param notBefore when it is tried again */
    void failed(UUID check, String why, Instant notBefore);

    /** Ringing them led to nobody. @param why in French, where it is known; failures before it are forgotten */
    void note(UUID check, Optional<String> why);

    /** @return the state before; empty when there is no such check */
    Optional<State> confirm(UUID check, Way way, Instant at);

    Optional<UUID> find(HeldDuty duty);

    Optional<HeldDuty> duty(UUID check);

    /** Duties that started after {@code since} and whose holder did not confirm in time, latest first. */
    List<HeldDuty> unconfirmed(Reach within, Instant since);

    /** The duties of these people and dates, both included, that were confirmed. */
    List<HeldDuty> confirmed(Set<PhysicianId> physicians, LocalDate from, LocalDate to);

    /** @return false when it was confirmed or closed meanwhile */
    boolean close(UUID check, State state, Instant at);
}
