package fr.appui.planning;

import fr.appui.calendar.Quarter;
import fr.appui.directory.PhysicianId;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;

/**
 * The coordinator's recorded permission to exceed the quota; listed in the annual report (domain §4).
 *
 * @param allowedDays the physician's quota in that quarter, in duty days
 */
public record Derogation(PhysicianId physician, Quarter quarter, int allowedDays, String reason) {

    public Derogation {
        if (WrittenValue.isNothing(reason)) {
            throw new InvalidInput("motif de la dérogation : à renseigner, il figure au bilan annuel");
        }
        if (allowedDays < 0 || allowedDays > 92) {
            throw new InvalidInput(
                    "dérogation : " + allowedDays + " jours est hors limites ; un trimestre en compte 92 au plus");
        }
    }
}
