package fr.appui.directory;

/** For whom a line answers. A region's service for children and adolescents is a line of its own (doc 001, note). */
public enum Patients {
    ADULTS("Adultes", "adulte"),
    MINORS("Enfants et adolescents", "enfant ou adolescent");

    private final String label;
    private final String one;

    Patients(String label, String one) {
        this.label = label;
        this.one = one;
    }

    /** In French, of all. */
    public String label() {
        return label;
    }

    /** In French, after « patient ». */
    public String one() {
        return one;
    }
}
