package fr.appui.rota.store;

import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import io.quarkus.panache.common.Parameters;

/** Whose rows are read: some territories', or everybody's, by one question. */
record Whose(Reach within) {

    static Whose of(TerritoryCode territory) {
        return new Whose(Reach.of(territory));
    }

    String condition() {
        return within.isEverywhere() ? "1 = 1" : "territory in :territories";
    }

    Parameters with(String name, Object value) {
        Parameters all = Parameters.with(name, value);
        return within.only()
                .map(only -> all.and(
                        "territories", only.stream().map(TerritoryCode::value).toList()))
                .orElse(all);
    }
}
