package fr.appui.planning.notice;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.notice.MailRefusals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What became of the notices to physicians: nobody counts as told for whom none was accepted or received. */
public interface NoticeBook {

    /** Who took a message on its way has it; that it arrived, only a receipt says: the device's, the gateway's, and mail has none. */
    enum State {
        TO_SEND("à envoyer"),
        SENT("accepté"),
        RECEIVED("reçu"),
        DELIVERED("remis"),
        UNDELIVERED("pas remis"),
        FAILED("pas parti");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Whether somebody says that it arrived. */
        public boolean arrived() {
            return this == RECEIVED || this == DELIVERED;
        }

        public boolean failed() {
            return this == FAILED || this == UNDELIVERED;
        }
    }

    /**
     * One notice to one physician.
     *
     * @param sentAt when a mail server took it
     * @param error the last try's, as the server or the network said it; empty for none
     * @param otherWays where it was shown or sent besides, or was to be
     * @param repeatable not for one that left with a link of its recipient's own, which is not kept
     */
    record Told(
            UUID id,
            PhysicianId physician,
            String subject,
            Instant queuedAt,
            Optional<Instant> sentAt,
            String error,
            List<OtherWay> otherWays,
            boolean repeatable) {

        public State state() {
            if (sentAt.isPresent()) {
                return State.SENT;
            }
            return error.isEmpty() ? State.TO_SEND : State.FAILED;
        }

        /** Why it did not leave, in French; empty where nothing failed. */
        public String reason() {
            return state() == State.FAILED ? MailRefusals.inFrench(error) : "";
        }
    }

    /**
     * The same notice on one device, or by text message.
     *
     * @param name the device's, or « SMS »
     * @param at of the last that is known: shown, delivered or not, accepted
     * @param reason why it did not leave or arrive, in French; empty where nothing failed
     */
    record OtherWay(String name, State state, Optional<Instant> at, String reason) {}

    /** Newest first. */
    List<Told> of(TerritoryCode territory, Instant since, int most);

    /**
     * Those that arrived by no way, and that a try failed to send by mail, or that nobody tried to send since {@code before}; oldest first,
     * {@code most} of each territory, read at once.
     */
    Map<TerritoryCode, List<Told>> stuck(Reach within, Instant before, int most);

    /**
     * Sent at the next turn: one that has not left is tried at once, one that has is written once more.
     *
     * @return the notice; empty when that territory has none of this id that could be sent again
     */
    Optional<Told> again(TerritoryCode territory, UUID id, Instant now);
}
