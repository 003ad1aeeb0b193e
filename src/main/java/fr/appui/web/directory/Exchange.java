package fr.appui.web.directory;

import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Written;
import fr.appui.web.Problem;
import fr.appui.web.Problem.FieldError;
import fr.appui.web.Revision;
import fr.appui.web.signin.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** What the API's answers about the directory share: versions as entity tags, refusals as problem documents. */
@ApplicationScoped
class Exchange {

    private final Directory directory;
    private final Visitor visitor;

    Exchange(Directory directory, Visitor visitor) {
        this.directory = directory;
        this.visitor = visitor;
    }

    String author() {
        return visitor.signedIn().login();
    }

    static TerritoryCode code(String field, String text) {
        var reading = new Reading();
        return sound(reading.value(field, text, TerritoryCode::new), reading);
    }

    Territory territory(String code) {
        return directory
                .territory(code("code", code))
                .orElseThrow(() -> Problem.notFound("Le territoire « " + code + " » n’est pas connu."));
    }

    static void requireSound(Reading reading) {
        if (!reading.isSound()) {
            throw Problem.badRequest(reading.errors());
        }
    }

    /** @throws Problem.Refused with everything that could not be read */
    static <T> T sound(Optional<T> read, Reading reading) {
        requireSound(reading);
        return read.orElseThrow();
    }

    static <T> T given(@Nullable T body) {
        if (body == null) {
            throw Problem.badRequest("body", "le corps de la demande est vide ; envoyer un document JSON");
        }
        return body;
    }

    /** One that no version could have is that of nothing. */
    static int version(@Nullable String ifMatch) {
        return (int) Math.min(Integer.MAX_VALUE, Revision.of(ifMatch));
    }

    /** An identifier of the address; what is no number names nothing. */
    static long number(String id) {
        if (!id.matches("\\d{1,18}")) {
            throw Problem.notFound("Rien n’a l’identifiant " + id + ".");
        }
        return Long.parseLong(id);
    }

    static EntityTag tag(int version) {
        return Revision.tag(version);
    }

    /** @param kept the answer to a change that was kept, from its new version */
    static Response answer(Written written, IntFunction<Response.ResponseBuilder> kept) {
        return switch (written) {
            case Written.Kept done ->
                kept.apply(done.version()).tag(tag(done.version())).build();
            case Written.Stale stale ->
                throw Problem.changedMeanwhile("Quelqu’un l’a modifié entre-temps (version " + stale.version()
                        + ") : le relire, puis refaire la modification.");
            case Written.Unknown unknown -> throw Problem.notFound("Rien n’a cet identifiant.");
            case Written.Refused refused ->
                throw Problem.badRequest(List.of(new FieldError(refused.field(), refused.why())));
        };
    }
}
