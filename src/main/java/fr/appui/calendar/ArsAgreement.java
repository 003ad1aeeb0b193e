package fr.appui.calendar;

import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import java.time.LocalDate;

/** The ARS's agreement to a perimeter. @param reference its letter or decision, as it can be found again */
public record ArsAgreement(LocalDate date, String reference) {

    private static final int LONGEST_REFERENCE = 160;

    public ArsAgreement {
        if (WrittenValue.isNothing(reference) || reference.length() > LONGEST_REFERENCE) {
            throw new InvalidInput(
                    "accord de l’ARS : indiquer la référence du courrier ou de la décision, en 160 caractères au plus");
        }
    }
}
