package fr.appui.web.directory;

import static fr.appui.web.directory.PhysicianEntry.list;
import static fr.appui.web.directory.PhysicianEntry.text;

import fr.appui.directory.Finess;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.ProximityZone;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.WrittenTimeZone;
import fr.appui.french.WrittenValue;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a territory is, apart from its line. */
@Schema(name = "Territory", description = "Un territoire, sans sa ligne")
public record TerritoryEntry(
        String name,
        @Schema(description = "METROPOLE, ALSACE_MOSELLE…") String holidayZone,

        @Schema(description = "Absent : celui des jours fériés")
        String timeZone,

        @Schema(description = "FINESS de l’établissement porteur ; absent tant qu’il n’est pas désigné")
        String host,

        List<ZoneEntry> zones) {

    /** @param communes INSEE codes */
    public record ZoneEntry(String name, List<String> communes) {
        public ZoneEntry {
            name = text(name);
            communes = communes == null ? List.of() : List.copyOf(communes);
        }
    }

    public TerritoryEntry {
        name = text(name);
        holidayZone = text(holidayZone);
        timeZone = text(timeZone);
        host = text(host);
        zones = list(zones);
    }

    static TerritoryEntry of(Territory territory) {
        return new TerritoryEntry(
                territory.name(),
                territory.holidayZone().name(),
                territory.timeZone().getId(),
                territory.host().map(Finess::value).orElse(""),
                territory.proximityZones().stream()
                        .map(zone -> new ZoneEntry(zone.name(), zone.communes()))
                        .toList());
    }

    /** One line a zone, as the page shows them: {@code Creil-Senlis : 60175 60612}. */
    String zonesText() {
        return String.join(
                "\n",
                zones.stream()
                        .map(zone -> zone.communes().isEmpty()
                                ? zone.name()
                                : zone.name() + " : " + String.join(" ", zone.communes()))
                        .toList());
    }

    static List<ZoneEntry> zones(String text) {
        return text.lines()
                .filter(line -> !WrittenValue.isNothing(line))
                .map(line -> line.split(":", 2))
                .map(parts -> new ZoneEntry(
                        parts[0],
                        parts.length == 1 || WrittenValue.isNothing(parts[1])
                                ? List.of()
                                : List.of(WrittenValue.of(parts[1]).split("[\\s,;]+"))))
                .toList();
    }

    /** @param contact the line and mail address stay what they are */
    Optional<Territory> read(TerritoryCode code, Territory.Contact contact, Reading reading) {
        Optional<HolidayZone> holidays = reading.choice("holidayZone", holidayZone, HolidayZone.class, "jours fériés");
        Optional<ZoneId> zone = reading.ifGiven("timeZone", timeZone, WrittenTimeZone::read)
                .or(() -> holidays.map(HolidayZone::usualTimeZone));
        Optional<Finess> carrying = reading.ifGiven("host", host, finess -> new Finess(finess.replace(" ", "")));
        var parts = new ArrayList<ProximityZone>();
        zones.forEach(entry -> reading.value("zones", "", none -> new ProximityZone(entry.name(), entry.communes()))
                .ifPresent(parts::add));
        return reading.whole(
                "name",
                () -> new Territory(code, name, parts, zone.orElseThrow(), holidays.orElseThrow(), contact, carrying));
    }
}
