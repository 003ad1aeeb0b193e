package fr.appui.rota;

import fr.appui.directory.PhysicianId;
import java.util.Optional;

/**
 * Who holds a rung at an instant, and why.
 *
 * @param physician empty where the holder was withdrawn and not replaced
 * @param reason in French
 */
public record Holding(int rung, Optional<PhysicianId> physician, Source source, String reason) {

    public enum Source {
        HISTORY,
        OVERRIDE,
        SWAP,
        PUBLISHED
    }
}
