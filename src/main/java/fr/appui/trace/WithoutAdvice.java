package fr.appui.trace;

/**
 * What the caller says they would have done without the physician's advice. The same everywhere, so that regions compare; asked
 * or not, it is never inferred from what the physician advised.
 */
public enum WithoutAdvice {
    CALL_15("Appeler le 15"),
    EMERGENCY_DEPARTMENT("Adresser aux urgences"),
    ADMISSION("Demander une hospitalisation"),
    WAIT("Attendre"),
    OTHER("Autre"),
    NOT_ASKED("Non demandé");

    private final String label;

    WithoutAdvice(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
