package fr.appui.rota;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.util.Collection;

/**
 * What makes acts on duties wait for one another, on every node. A physician holds one duty at a time and a quota in all their
 * territories together: whoever puts them on duty holds them until the transaction ends.
 */
public interface DutyLocks {

    /**
     * Waits for the acts under way on this territory and on these physicians. It comes before anything is read: what was read
     * earlier in the transaction would be what was true before the wait.
     */
    void hold(TerritoryCode territory, Collection<PhysicianId> takers);
}
