package fr.appui.dispatch;

import fr.appui.directory.SupportLine;
import fr.appui.dispatch.Announcement.Recorded;
import fr.appui.dispatch.Announcement.TerritoryName;
import fr.appui.dispatch.CallState.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the physician hears before pressing 1: from which line, and who is calling (domain §6.4). */
final class Whisper {

    private Whisper() {}

    /** @param relief whether the physician takes over from the line's own */
    static List<Announcement> to(Optional<SupportLine> line, Caller caller, boolean relief) {
        if (!caller.origin().counts()) {
            return List.of(SaidByTheLine.TRIAL);
        }
        var say = new ArrayList<Announcement>();
        say.add(SaidByTheLine.WHISPER);
        line.ifPresent(known -> say.add(new TerritoryName(known.territory())));
        say.addAll(who(caller));
        if (relief) {
            say.add(SaidByTheLine.FOR_NEIGHBOUR);
        }
        say.add(SaidByTheLine.CONFIRM);
        return List.copyOf(say);
    }

    private static List<Announcement> who(Caller caller) {
        return switch (caller.origin()) {
            case SAMU -> transfer(SaidByTheLine.SAMU_TRANSFER, caller);
            case SAS -> transfer(SaidByTheLine.SAS_TRANSFER, caller);
            case PUBLIC, TRIAL ->
                List.of(
                        switch (caller.profile()) {
                            case PHYSICIAN -> SaidByTheLine.CALLER_PHYSICIAN;
                            case NURSE -> SaidByTheLine.CALLER_NURSE;
                            case EMERGENCY_SERVICES -> SaidByTheLine.CALLER_EMERGENCY;
                            case PATIENT_OR_FAMILY, UNKNOWN -> SaidByTheLine.CALLER_UNKNOWN;
                        });
        };
    }

    /** A house that has a recording is named, « Transfert du SAMU. SAMU de l'Oise. ». */
    private static List<Announcement> transfer(Announcement transfer, Caller caller) {
        return caller.house()
                .map(house -> List.of(transfer, new Recorded(house)))
                .orElse(List.of(transfer));
    }
}
