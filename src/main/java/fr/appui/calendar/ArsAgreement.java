package fr.appui.calendar;

import java.time.LocalDate;

/** The ARS's agreement to a perimeter. @param reference its letter or decision, as it can be found again */
public record ArsAgreement(LocalDate date, String reference) {

    public ArsAgreement {
        if (reference.isBlank()) {
            throw new IllegalArgumentException("accord de l'ARS : indiquer la référence du courrier ou de la décision");
        }
    }
}
