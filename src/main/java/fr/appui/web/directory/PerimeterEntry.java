package fr.appui.web.directory;

import static fr.appui.web.directory.PhysicianEntry.text;

import fr.appui.calendar.ArsAgreement;
import fr.appui.calendar.Perimeter;
import fr.appui.calendar.PerimeterHours;
import fr.appui.calendar.PerimeterKind;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of hours as a coordinator announces it to the ARS. */
@Schema(
        name = "AnnouncedPerimeter",
        description = "Un périmètre annoncé à l’ARS : il ne s’applique qu’après son accord")
public record PerimeterEntry(
        @Schema(description = "CORE (socle) ou EXTENDED (étendu)")
        String kind,

        @Schema(example = "18:00") String workingStart,
        @Schema(example = "08:30") String nonWorkingStart,

        @Schema(description = "Le soir même pour un socle, le lendemain matin pour un étendu", example = "22:00")
        String end,

        String announcedOn,

        @Schema(description = "Première date dont l’astreinte a ces heures")
        String inForceFrom) {

    @Schema(name = "ArsAgreement", description = "L’accord de l’ARS")
    public record AgreedEntry(String agreedOn, String reference) {
        public AgreedEntry {
            agreedOn = text(agreedOn);
            reference = text(reference);
        }

        Optional<ArsAgreement> read(Reading reading) {
            Optional<LocalDate> date = reading.date("agreedOn", agreedOn);
            return date.flatMap(day -> reading.value("reference", reference, letter -> new ArsAgreement(day, letter)));
        }
    }

    public PerimeterEntry {
        kind = text(kind);
        workingStart = text(workingStart);
        nonWorkingStart = text(nonWorkingStart);
        end = text(end);
        announcedOn = text(announcedOn);
        inForceFrom = text(inForceFrom);
    }

    /** The hours of the document, for a form that nobody filled yet. */
    static PerimeterEntry usual(LocalDate today) {
        return new PerimeterEntry(PerimeterKind.CORE.name(), "18:00", "08:30", "22:00", today.toString(), "");
    }

    Optional<Perimeter> read(Reading reading) {
        Optional<PerimeterKind> chosen = reading.choice("kind", kind, PerimeterKind.class, "périmètre");
        Optional<LocalTime> working = reading.time("workingStart", workingStart);
        Optional<LocalTime> other = reading.time("nonWorkingStart", nonWorkingStart);
        Optional<LocalTime> last = reading.time("end", end);
        Optional<LocalDate> announced = reading.date("announcedOn", announcedOn);
        Optional<LocalDate> first = reading.date("inForceFrom", inForceFrom);
        Optional<PerimeterHours> hours = reading.whole(
                "end",
                () -> new PerimeterHours(
                        working.orElseThrow(),
                        other.orElseThrow(),
                        last.orElseThrow(),
                        chosen.orElseThrow() == PerimeterKind.EXTENDED));
        return reading.whole(
                "inForceFrom",
                () -> Perimeter.announced(
                        chosen.orElseThrow(), hours.orElseThrow(), announced.orElseThrow(), first.orElseThrow()));
    }
}
