package fr.appui.planning.notice;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.notice.MailRefusals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What became of the notices to physicians: nobody counts as told for whom none was accepted or received. */
public interface NoticeBook {

    /** Who took a message on its way has it; that it arrived, only a receipt says, and mail has none. */
    enum State {
        TO_SEND("à envoyer"),
        SENT("accepté"),
        RECEIVED("reçu"),
        FAILED("pas parti");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * One notice to one physician.
     *
     * @param sentAt when a mail server took it
     * @param error the last try's, as the server or the network said it; empty for none
     * @param devices where it was shown besides, or was to be
     */
    record Told(
            UUID id,
            PhysicianId physician,
            String subject,
            Instant queuedAt,
            Optional<Instant> sentAt,
            String error,
            List<OnDevice> devices) {

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
     * The same notice on one device.
     *
     * @param at when the device showed it, or else when its push service took it
     * @param reason why it did not leave, in French; empty where nothing failed
     */
    record OnDevice(String device, State state, Optional<Instant> at, String reason) {}

    /** Newest first. */
    List<Told> of(TerritoryCode territory, Instant since, int most);

    /** Those that a try failed to send, and those that nobody tried to send since {@code before}; oldest first. */
    List<Told> stuck(TerritoryCode territory, Instant before, int most);

    /**
     * Sent at the next turn: one that has not left is tried at once, one that has is written once more.
     *
     * @return the notice; empty when that territory has none of this id
     */
    Optional<Told> again(TerritoryCode territory, UUID id, Instant now);
}
