package fr.appui.telephony;

import fr.appui.trace.CallEvent;
import java.time.Instant;
import java.util.List;

/** What the switch says of one call, or of one attempt to call somebody back, folded into trace events. */
interface CallFold {

    /** After the last leg; records that come later say nothing. */
    boolean isOver();

    List<CallEvent> accept(CelRecord record);

    /**
     * The switch died, or its last words of this call were lost.
     *
     * @param given what this fold has given so far, in order
     * @param last when it was last heard of
     */
    List<CallEvent> cutOff(List<CallEvent> given, Instant last);
}
