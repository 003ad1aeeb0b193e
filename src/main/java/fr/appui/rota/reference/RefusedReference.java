package fr.appui.rota.reference;

/** A reference file that cannot be used; the message names the file, the line, the field and the remedy. */
final class RefusedReference extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedReference(String file, int line, String what) {
        super(file + ", ligne " + line + " : " + what);
    }

    RefusedReference(String file, String what) {
        super(file + " : " + what);
    }
}
