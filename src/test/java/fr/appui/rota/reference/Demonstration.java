package fr.appui.rota.reference;

import fr.appui.directory.TerritoryCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The demonstration's territory, people and rota, for a test to begin from: the Oise around 14 November 2026. */
@ApplicationScoped
public class Demonstration {

    public static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");

    private final ReferenceLoader loader;

    Demonstration(ReferenceLoader loader) {
        this.loader = loader;
    }

    /** As often as one likes: what is there stays. */
    public void install() {
        for (String file : new String[] {"reference/hauts-de-france.yaml", "reference/demonstration.yaml"}) {
            loader.load(new ReferenceFile(file).read(Instant.parse("2026-06-15T09:00:00Z")));
        }
    }
}
