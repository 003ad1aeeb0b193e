package fr.appui.trace;

import java.util.List;

/** What became of a nomenclature file: read whole, or refused whole with every problem found. */
public sealed interface NomenclatureReading {

    record Accepted(Nomenclature nomenclature) implements NomenclatureReading {}

    record Refused(List<Problem> problems) implements NomenclatureReading {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /** @param line first line is 1; @param field as in the file, {@code motives[2].label}; @param message French */
    record Problem(int line, String field, String message) {
        @Override
        public String toString() {
            return "ligne " + line + ", " + field + " : " + message;
        }
    }
}
