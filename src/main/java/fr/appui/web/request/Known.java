package fr.appui.web.request;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.calendar.Quarter;
import fr.appui.directory.Directory;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.FrenchDate;
import fr.appui.french.WrittenDate;
import fr.appui.french.WrittenMoment;
import fr.appui.french.WrittenValue;
import fr.appui.web.Problem;
import fr.appui.web.Uuids;
import fr.appui.web.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a request names; what is not readable or not known is refused with the field and the remedy. */
@ApplicationScoped
public class Known {

    private final Directory directory;
    private final Visitor visitor;

    Known(Directory directory, Visitor visitor) {
        this.directory = directory;
        this.visitor = visitor;
    }

    public TerritoryCode territory(String code) {
        TerritoryCode read = Problem.read("code", code, TerritoryCode::new);
        return directory
                .territory(read)
                .map(Territory::code)
                .orElseThrow(() -> Problem.notFound("Le territoire « " + code + " » n’est pas connu."));
    }

    /** In the address, for what is that physician's to do: unknown and out of sight are not found. */
    public PhysicianId physicianAt(String id) {
        PhysicianId read = Problem.read("id", id, PhysicianId::parse);
        Problem.Refused unknown = Problem.notFound("Aucun médecin de l’annuaire n’a l’identifiant " + id + ".");
        if (directory.physician(read).isEmpty()) {
            throw unknown;
        }
        visitor.requireSight(Act.ACT_FOR_PHYSICIAN, new Thing.PhysicianFile(read), unknown);
        return read;
    }

    /** What one asks of another: of a territory where this visitor may act for this physician, else as if there were none. */
    public UUID inSight(
            String text, PhysicianId physician, Function<UUID, Optional<TerritoryCode>> territory, String none) {
        UUID id = id(text);
        Problem.Refused unknown = Problem.notFound(none);
        TerritoryCode found = territory.apply(id).orElseThrow(() -> unknown);
        visitor.requireSight(Act.ACT_FOR_PHYSICIAN, new Thing.PhysicianAt(physician, found), unknown);
        return id;
    }

    /** In a body, where an act of a territory names a colleague: unknown and out of sight are a wrong field. */
    public PhysicianId physician(String field, @Nullable String id, TerritoryCode territory) {
        PhysicianId read = Problem.read(field, required(field, id), PhysicianId::parse);
        Problem.Refused unknown = Problem.badRequest(
                field, "aucun médecin de ce territoire n’a l’identifiant " + id + " ; le prendre dans l’annuaire");
        if (directory.physician(read).isEmpty()) {
            throw unknown;
        }
        visitor.requireSight(Act.ACT_FOR_PHYSICIAN, new Thing.Colleague(read, territory), unknown);
        return read;
    }

    public Quarter quarter(@Nullable String text) {
        return Problem.read("quarter", required("quarter", text), Quarter::parse);
    }

    public UUID id(String text) {
        return Uuids.read(text)
                .orElseThrow(() -> Problem.badRequest(
                        "id", WrittenValue.refused(text, "n’est pas un UUID", "le prendre dans la liste")));
    }

    public LocalDate date(String field, @Nullable String text) {
        String written = required(field, text);
        return Problem.read(field, written, WrittenDate::read);
    }

    /** The date of a duty inside the quarter of the address. */
    public LocalDate date(String text, Quarter quarter) {
        LocalDate date = date("date", text);
        if (!quarter.contains(date)) {
            throw Problem.badRequest("date", "le " + FrenchDate.of(date) + " n’est pas au " + quarter.label());
        }
        return date;
    }

    public static Instant moment(String field, String text) {
        return Problem.read(field, text, WrittenMoment::read).truncatedTo(ChronoUnit.SECONDS);
    }

    public static String required(String field, @Nullable String text) {
        if (text == null || WrittenValue.isNothing(text)) {
            throw Problem.badRequest(field, "à renseigner");
        }
        return WrittenValue.of(text);
    }

    /** The body of a request that cannot go without one. */
    public static <T> T given(@Nullable T body) {
        if (body == null) {
            throw Problem.badRequest("body", "le corps de la demande est vide ; envoyer un document JSON");
        }
        return body;
    }
}
