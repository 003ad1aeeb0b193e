package fr.appui.web.directory;

import static fr.appui.web.directory.PhysicianEntry.text;

import fr.appui.directory.Establishment;
import fr.appui.directory.EstablishmentKind;
import fr.appui.directory.Finess;
import fr.appui.french.WrittenValue;
import fr.appui.planning.feed.TableFile;
import jakarta.ws.rs.DefaultValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestForm;

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

    /** A column of a table. @param field as a refusal names it */
    record Column(String heading, String field, Function<EstablishmentEntry, String> text) {}

    static final List<Column> COLUMNS = List.of(
            new Column("finess", "finess", EstablishmentEntry::finess),
            new Column("nom", "name", EstablishmentEntry::name),
            new Column(
                    "nature",
                    "kind",
                    entry -> EstablishmentKind.valueOf(entry.kind()).label()),
            new Column("usp reconnue le", "uspRecognised", entry -> PhysicianCells.french(entry.uspRecognised())),
            new Column("emsp reconnue le", "emspRecognised", entry -> PhysicianCells.french(entry.emspRecognised())));

    /** What its form sends. */
    public static final class Sheet {

        @RestForm
        @DefaultValue("")
        public String finess = "";

        @RestForm
        @DefaultValue("")
        public String name = "";

        @RestForm
        @DefaultValue("")
        public String kind = "";

        @RestForm
        @DefaultValue("")
        public String uspRecognised = "";

        @RestForm
        @DefaultValue("")
        public String emspRecognised = "";

        EstablishmentEntry entry(String number) {
            return new EstablishmentEntry(number, name, kind, uspRecognised, emspRecognised);
        }
    }

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

    static EstablishmentEntry of(TableFile.Line line) {
        String nature = TableFile.plain(line.cell("nature"));
        String kind = Stream.of(EstablishmentKind.values())
                .filter(value -> TableFile.plain(value.label()).equals(nature)
                        || TableFile.plain(value.name()).equals(nature))
                .map(Enum::name)
                .findFirst()
                .orElse(line.cell("nature"));
        return new EstablishmentEntry(
                line.cell("finess"),
                line.cell("nom"),
                kind,
                line.cell("usp reconnue le"),
                line.cell("emsp reconnue le"));
    }

    Optional<Establishment> read(Reading reading) {
        Optional<Finess> number = reading.finess("finess", finess);
        Optional<EstablishmentKind> nature = reading.choice("kind", kind, EstablishmentKind.class, "nature");
        Optional<LocalDate> usp = reading.dateIfGiven("uspRecognised", uspRecognised);
        Optional<LocalDate> emsp = reading.dateIfGiven("emspRecognised", emspRecognised);
        if (WrittenValue.isNothing(name)) {
            reading.refuse("name", "nom de l’établissement : à renseigner");
        }
        return reading.whole(
                "name", () -> new Establishment(number.orElseThrow(), name, nature.orElseThrow(), usp, emsp));
    }
}
