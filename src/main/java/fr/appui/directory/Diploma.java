package fr.appui.directory;

/** The trainings in palliative care that qualify (doc 001 §2). */
public enum Diploma {
    DU("diplôme d’université", "DU"),
    DIU("diplôme interuniversitaire", "DIU"),
    DESC("diplôme d’études spécialisées complémentaires", "DESC"),
    FST("formation spécialisée transversale", "FST"),
    MASTER_2("master 2", "Master 2");

    private final String label;
    private final String shortLabel;

    Diploma(String label, String shortLabel) {
        this.label = label;
        this.shortLabel = shortLabel;
    }

    public String shortLabel() {
        return shortLabel;
    }

    public String label() {
        return label;
    }
}
