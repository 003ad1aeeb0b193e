package fr.appui.trace;

/** Where the versions of the nomenclature are kept. */
public interface NomenclatureShelf {

    /** What came of a file. */
    sealed interface Keeping {

        record Kept(Nomenclature nomenclature) implements Keeping {}

        record Unreadable(NomenclatureReading.Refused reading) implements Keeping {}

        /** The version is known with another content: earlier outcomes rely on it. */
        record Changed(String version) implements Keeping {}
    }

    Nomenclatures all();

    Keeping keep(String yaml);
}
