package fr.appui.telephony;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One record of Asterisk's channel event log, from AMI or from the CSV file.
 *
 * @param type CHAN_START, HANGUP…; for what the dialplan states, the name it gave (APPUI_SEEN, APPUI_DECIDED)
 * @param channel unique id of the channel
 * @param linked unique id of the first channel of the call
 * @param extra the JSON text that goes with some types
 */
record CelRecord(String type, Instant at, String channel, String linked, String extra) {

    private static final Pattern TYPE = Pattern.compile("[A-Z_]{1,40}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{0,64}[0-9]{1,12}\\.[0-9]{1,12}");

    static final String SEEN = "APPUI_SEEN";
    static final String DECIDED = "APPUI_DECIDED";

    static final String ATTENDED_TRANSFER = "ATTENDEDTRANSFER";
    static final String BLIND_TRANSFER = "BLINDTRANSFER";

    /** The last record of a call. */
    static final String LAST = "LINKEDID_END";

    /** Empty for what Asterisk does not write: a type or a channel that is none, a line break where none can be. */
    static Optional<CelRecord> of(CelRecord read) {
        boolean whole = TYPE.matcher(read.type()).matches()
                && ID.matcher(read.channel()).matches()
                && ID.matcher(read.linked()).matches()
                && read.extra().chars().noneMatch(Character::isISOControl);
        return whole ? Optional.of(read) : Optional.empty();
    }

    /** Asterisk counts its channels from 0 at each start: whatever call came before it has no end of its own. */
    boolean isFirstOfItsSwitch() {
        return type.equals("CHAN_START") && channel.endsWith(".0");
    }

    boolean isLastOfItsChannel() {
        return type.equals("CHAN_END");
    }

    /** What the dialplan states, whole. */
    Optional<String> stated() {
        return type.equals(SEEN) || type.equals(DECIDED) ? text("extra") : Optional.empty();
    }

    Optional<String> bridge() {
        return text("bridge_id");
    }

    /**
     * The unique ids of an attended transfer: who stays, who is reached, and the second leg of the one who leaves.
     *
     * @param target empty where nobody was reached yet: who stays goes on in place of the second leg
     */
    record Transfer(String transferee, Optional<String> target, String second) {}

    Optional<Transfer> transfer() {
        return type.equals(ATTENDED_TRANSFER)
                ? Optional.of(new Transfer(
                        text("transferee_channel_uniqueid").orElse(""),
                        text("transfer_target_channel_uniqueid")
                                .filter(id -> ID.matcher(id).matches()),
                        text("channel2_uniqueid").orElse("")))
                : Optional.empty();
    }

    /** Who goes on elsewhere after a blind transfer. */
    Optional<String> transferredBlind() {
        return type.equals(BLIND_TRANSFER) ? text("transferee_channel_uniqueid") : Optional.empty();
    }

    CelRecord linkedTo(String other) {
        return new CelRecord(type, at, channel, other, extra);
    }

    int hangUpCause() {
        Matcher found = Pattern.compile("\"hangupcause\"\\s*:\\s*(\\d{1,3})").matcher(extra);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    /** The values we read hold no escaped character: Asterisk's ids, and facts, which are percent-encoded. */
    private Optional<String> text(String name) {
        Matcher found =
                Pattern.compile('"' + name + "\"\\s*:\\s*\"([^\"\\\\]*)\"").matcher(extra);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
