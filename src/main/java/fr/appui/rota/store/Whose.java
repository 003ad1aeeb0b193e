package fr.appui.rota.store;

import fr.appui.directory.TerritoryCode;
import io.quarkus.panache.common.Parameters;
import java.util.Optional;

/** Whose rows are read: one territory's, or everybody's, by one question. */
record Whose(Optional<TerritoryCode> territory) {

    static final Whose EVERYBODYS = new Whose(Optional.empty());

    static Whose of(TerritoryCode territory) {
        return new Whose(Optional.of(territory));
    }

    String condition() {
        return territory.isPresent() ? "territory = :territory" : "1 = 1";
    }

    Parameters with(String name, Object value) {
        Parameters all = Parameters.with(name, value);
        return territory.map(one -> all.and("territory", one.value())).orElse(all);
    }
}
