package fr.appui.trace;

import fr.appui.directory.PhysicianId;
import fr.appui.directory.TerritoryCode;
import java.util.Optional;

/** Who is behind an identifier. Events hold none of these names: they are looked up when a story is read. */
public interface Names {

    /** « Dr Martin »; empty when nobody is known by that identifier any more. */
    Optional<String> physician(PhysicianId physician);

    /** « Oise »; the code itself when the territory is not known any more. */
    String territory(TerritoryCode territory);
}
