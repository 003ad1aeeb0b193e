package fr.appui.dispatch;

import fr.appui.trace.CallEvent;
import java.util.List;
import java.util.stream.Stream;

/** @param events what to record, in order; times are the context's instant */
public record Decision(CallState next, Command command, List<CallEvent> events) {

    public Decision {
        events = List.copyOf(events);
    }

    Decision after(CallEvent... earlier) {
        return new Decision(
                next,
                command,
                Stream.concat(Stream.of(earlier), events.stream()).toList());
    }
}
