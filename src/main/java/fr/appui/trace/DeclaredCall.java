package fr.appui.trace;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.InvalidInput;
import java.time.Duration;
import java.time.Instant;

/** A call outside the line: the physician was rung directly and tells of it afterwards. */
public record DeclaredCall(CallId call, TerritoryCode territory, PhysicianId physician, Instant at, Duration duration) {

    private static final Duration LONGEST = Duration.ofHours(4);

    public DeclaredCall {
        if (!duration.isPositive() || duration.compareTo(LONGEST) > 0) {
            throw new InvalidInput("durée : indiquer une durée de plus de 0 et d’au plus 4 heures");
        }
    }
}
