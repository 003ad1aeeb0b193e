package fr.appui.directory;

/** The trainings in palliative care that qualify (doc 001 §2). */
public enum Diploma {
    DU("diplôme d’université"),
    DIU("diplôme interuniversitaire"),
    DESC("diplôme d’études spécialisées complémentaires"),
    FST("formation spécialisée transversale"),
    MASTER_2("master 2");

    private final String label;

    Diploma(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
