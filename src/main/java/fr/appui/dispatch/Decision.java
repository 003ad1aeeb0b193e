package fr.appui.dispatch;

import fr.appui.trace.CallEvent;
import java.util.List;

/** @param events what to record, in order; times are the context's instant */
public record Decision(CallState next, Command command, List<CallEvent> events) {

    public Decision {
        events = List.copyOf(events);
    }
}
