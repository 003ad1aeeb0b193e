package fr.appui.web.calls;

import fr.appui.directory.Directory;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallStory;
import fr.appui.trace.Names;
import fr.appui.trace.Narrator;
import fr.appui.trace.Origin;
import fr.appui.trace.Receipts;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Tells calls with the names of the directory, each in its territory's own time. */
@ApplicationScoped
class Storyteller implements Names {

    private final Directory directory;
    private final Receipts receipts;

    Storyteller(Directory directory, Receipts receipts) {
        this.directory = directory;
        this.receipts = receipts;
    }

    List<Narrator.Line> tell(CallStory story) {
        return new Narrator(this, receipts, zone(story.territory())).tell(story);
    }

    /** The territory's zone, that of metropolitan France where there is no territory. */
    ZoneId zone(Optional<TerritoryCode> territory) {
        return territory.map(directory::zoneOf).orElse(Territory.USUAL_ZONE);
    }

    @Override
    public Optional<String> physician(PhysicianId physician) {
        return physician.equals(Origin.TEST_NUMBER)
                ? Optional.of("numéro d’essai")
                : directory.physician(physician).map(known -> known.name().titled());
    }

    @Override
    public String territory(TerritoryCode territory) {
        return directory.territory(territory).map(Territory::name).orElse(territory.value());
    }
}
