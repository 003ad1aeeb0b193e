package fr.appui.web.directory;

import static fr.appui.web.directory.PhysicianEntry.text;

import fr.appui.directory.Establishment;
import fr.appui.directory.EstablishmentKind;
import fr.appui.directory.Finess;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An establishment as somebody writes it. */
@Schema(name = "Establishment", description = "Un établissement, tel qu’il s’écrit")
public record EstablishmentEntry(
        @Schema(description = "9 caractères, clé comprise") String finess,
        String name,

        @Schema(description = "PUBLIC_HOSPITAL, NON_PROFIT_HOSPITAL, PRIVATE_HOSPITAL ou OTHER")
        String kind,

        @Schema(description = "Depuis quand l’ARS reconnaît son unité de soins palliatifs")
        String uspRecognised,

        @Schema(description = "Depuis quand l’ARS reconnaît son équipe mobile")
        String emspRecognised) {

    static final EstablishmentEntry BLANK = new EstablishmentEntry("", "", "", "", "");

    public EstablishmentEntry {
        finess = text(finess);
        name = text(name);
        kind = text(kind);
        uspRecognised = text(uspRecognised);
        emspRecognised = text(emspRecognised);
    }

    static EstablishmentEntry of(Establishment establishment) {
        return new EstablishmentEntry(
                establishment.finess().value(),
                establishment.name(),
                establishment.kind().name(),
                establishment.uspRecognised().map(LocalDate::toString).orElse(""),
                establishment.emspRecognised().map(LocalDate::toString).orElse(""));
    }

    Optional<Establishment> read(Reading reading) {
        Optional<Finess> number = reading.finess("finess", finess);
        Optional<EstablishmentKind> nature = reading.choice("kind", kind, EstablishmentKind.class, "nature");
        Optional<LocalDate> usp = reading.dateIfGiven("uspRecognised", uspRecognised);
        Optional<LocalDate> emsp = reading.dateIfGiven("emspRecognised", emspRecognised);
        if (name.isBlank()) {
            reading.refuse("name", "nom de l’établissement : à renseigner");
        }
        return reading.whole(
                "name", () -> new Establishment(number.orElseThrow(), name, nature.orElseThrow(), usp, emsp));
    }
}
