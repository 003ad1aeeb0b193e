package fr.appui.push;

import java.time.Instant;
import java.util.UUID;

/** Shows a line on every device of a physician who asked for messages; beside mail and text message, never in place of them. */
public interface PhysicianMessages {

    /**
     * Joins the caller's transaction, if there is one.
     *
     * @param territory whose coordination sees what became of it
     * @param text a line that holds no number and nothing of a patient or caller: it stands on a locked screen
     * @param page of ours, that a tap opens
     */
    void show(UUID physician, String territory, String text, String page, Instant now);
}
