package fr.appui.web.territories;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Who is on duty at an instant. Phone numbers of physicians are not told here.
 *
 * @param open whether the territory answers at that instant
 * @param until when it next closes, over windows that follow one another
 * @param window the window under way, or the next one when closed
 * @param ladder whom a call rings, in order; empty while open means that nobody is on the rota
 * @param reason in French: why these people, or that it is closed, until when and whom to ring meanwhile
 */
public record OnDutyAnswer(
        String territory,
        OffsetDateTime at,
        boolean open,
        Optional<OffsetDateTime> until,
        Optional<Window> window,
        List<Step> ladder,
        Optional<String> daytimeContact,
        String reason) {

    /** @param name as a rota prints it, {@code Dr Martin} */
    public record Step(int rung, String physician, Optional<String> name) {}
}
