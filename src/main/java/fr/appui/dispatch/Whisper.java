package fr.appui.dispatch;

import fr.appui.directory.SupportLine;
import fr.appui.dispatch.Announcement.TerritoryName;
import fr.appui.dispatch.CallState.Caller;
import fr.appui.trace.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the physician hears before pressing 1: from which line, and who is calling (domain §6.4). */
final class Whisper {

    private Whisper() {}

    static List<Announcement> to(Optional<SupportLine> line, Caller caller) {
        var say = new ArrayList<Announcement>();
        say.add(Prompts.WHISPER);
        line.ifPresent(known -> say.add(new TerritoryName(known.territory())));
        say.add(who(caller));
        say.add(Prompts.CONFIRM);
        return List.copyOf(say);
    }

    private static Announcement who(Caller caller) {
        if (caller.origin() == Origin.SAMU) {
            return Prompts.SAMU_TRANSFER;
        }
        return switch (caller.profile()) {
            case PHYSICIAN -> Prompts.CALLER_PHYSICIAN;
            case NURSE -> Prompts.CALLER_NURSE;
            case EMERGENCY_SERVICES -> Prompts.CALLER_EMERGENCY;
            case PATIENT_OR_FAMILY, UNKNOWN -> Prompts.CALLER_UNKNOWN;
        };
    }
}
