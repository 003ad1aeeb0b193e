package fr.appui.outreach;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.AlertChannel;
import fr.appui.trace.CallId;
import java.util.Optional;
import java.util.UUID;

/**
 * A message to one person. Holds no phone number and nothing of a patient: where to send it is looked up when it is sent.
 *
 * @param call the call it is about, in whose trace it is told; empty when it is about a duty
 * @param physician to whom; empty for the territory's coordination
 * @param text a line or two, also for a telephone's screen
 */
public record Alert(
        UUID id,
        Optional<CallId> call,
        TerritoryCode territory,
        AlertChannel channel,
        Optional<PhysicianId> physician,
        Content content) {

    /** The same, once more. */
    public Alert another() {
        return new Alert(UUID.randomUUID(), call, territory, channel, physician, content);
    }

    public record Content(String subject, String text) {}
}
