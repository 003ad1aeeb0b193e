package fr.appui.rota.reference;

import fr.appui.calendar.Perimeter;
import fr.appui.directory.Agreement;
import fr.appui.directory.Establishment;
import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.rota.PublishedRota;
import java.util.List;

/** What one reference file says, every value valid in itself. */
record Reference(
        List<Territory> territories,
        List<AnnouncedPerimeter> perimeters,
        List<Establishment> establishments,
        List<Agreement> agreements,
        List<Physician> physicians,
        List<PublishedRota> rotas) {

    record AnnouncedPerimeter(TerritoryCode territory, Perimeter perimeter) {}
}
