package fr.appui.directory;

/** Where a physician practises palliative care: doc 001 §2, and the LISP referents of doc 000 annexe 3. */
public enum Structure {
    USP("unité de soins palliatifs"),
    EMSP("équipe mobile de soins palliatifs"),
    HAD("hospitalisation à domicile"),
    DAC("dispositif d’appui à la coordination"),
    LISP("lits identifiés de soins palliatifs");

    private final String label;

    Structure(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
