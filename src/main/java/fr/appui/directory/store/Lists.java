package fr.appui.directory.store;

import java.util.List;
import java.util.function.Function;

final class Lists {

    private Lists() {}

    /** Hibernate tracks the list object of a row: its content is replaced, never the list; unchanged it costs no SQL. */
    static <V, C> void replace(List<C> columns, List<V> values, Function<V, C> toColumns) {
        List<C> wanted = values.stream().map(toColumns).toList();
        if (!columns.equals(wanted)) {
            columns.clear();
            columns.addAll(wanted);
        }
    }
}
