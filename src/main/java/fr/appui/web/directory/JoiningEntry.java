package fr.appui.web.directory;

import static fr.appui.web.directory.PhysicianEntry.text;

import fr.appui.directory.Joining;
import fr.appui.directory.TerritoryCode;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line joined to another's, as a coordinator writes it. */
@Schema(
        name = "LineJoining",
        description =
                "La ligne de ce territoire réunie à celle d’un autre, qui répond à son numéro à partir d’une date")
public record JoiningEntry(
        @Schema(description = "Code du territoire dont la ligne répondra", example = "HDF-OISE")
        String into,

        @Schema(description = "Première date dont l’astreinte est celle de l’autre ligne")
        String firstDay,

        String agreedOn,

        @Schema(description = "Référence de l’accord de l’ARS")
        String reference) {

    static final JoiningEntry BLANK = new JoiningEntry("", "", "", "");

    public JoiningEntry {
        into = text(into);
        firstDay = text(firstDay);
        agreedOn = text(agreedOn);
        reference = text(reference);
    }

    static JoiningEntry of(Joining joining) {
        return new JoiningEntry(
                joining.into().value(),
                joining.firstDay().toString(),
                joining.agreedOn().toString(),
                joining.reference());
    }

    Optional<Joining> read(TerritoryCode territory, Reading reading) {
        Optional<TerritoryCode> other = reading.value("into", into, TerritoryCode::new);
        Optional<LocalDate> first = reading.date("firstDay", firstDay);
        Optional<LocalDate> agreed = reading.date("agreedOn", agreedOn);
        return reading.whole(
                "reference",
                () -> new Joining(
                        territory, other.orElseThrow(), first.orElseThrow(), agreed.orElseThrow(), reference));
    }
}
