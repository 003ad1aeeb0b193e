package fr.appui.access;

import fr.appui.directory.PhysicianId;
import fr.appui.push.PushDevice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The devices on which physicians asked for messages: kept with the accounts that own them. */
public interface PhysicianDevices {

    /** @param name as its owner calls it */
    record Known(UUID id, String name, PushDevice address) {}

    /** Of accounts that are open, a bounded number. */
    List<Known> of(PhysicianId physician);

    /** Empty when its owner ended it, or their account was closed. */
    Optional<Known> find(UUID id);

    /** The browser is no longer there. */
    void remove(UUID id);
}
