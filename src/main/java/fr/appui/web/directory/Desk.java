package fr.appui.web.directory;

import fr.appui.directory.Directory;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.directory.Written;
import fr.appui.web.Problem;
import fr.appui.web.signin.Visitor;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.IntFunction;

/** What the pages of the directory share. */
@ApplicationScoped
class Desk {

    private static final String CHANGED_MEANWHILE =
            "Quelqu’un a modifié cette fiche pendant votre saisie. Vos valeurs sont gardées ci-dessous : comparer avec la fiche"
                    + " actuelle, puis enregistrer de nouveau.";

    private final Directory directory;
    private final Visitor visitor;
    private final Clock clock;

    Desk(Directory directory, Visitor visitor, Clock clock) {
        this.directory = directory;
        this.visitor = visitor;
        this.clock = clock;
    }

    String author() {
        return visitor.signedIn().login();
    }

    Territory territory(String code) {
        return directory
                .territory(new TerritoryCode(code))
                .orElseThrow(() -> Problem.notFound("Le territoire « " + code + " » n’existe pas."));
    }

    LocalDate today(Territory territory) {
        return clock.instant().atZone(territory.timeZone()).toLocalDate();
    }

    static Response refused(TemplateInstance form) {
        return Response.status(Response.Status.BAD_REQUEST).entity(form).build();
    }

    /**
     * The next page after a change, or the form again with what was written.
     *
     * @param again the form for a version: the one to save on next time
     */
    static Response after(
            Written written, String next, Reading reading, int version, IntFunction<TemplateInstance> again) {
        return switch (written) {
            case Written.Kept kept -> Response.seeOther(URI.create(next)).build();
            case Written.Stale stale -> {
                reading.refuse("version", CHANGED_MEANWHILE);
                yield Response.status(Response.Status.CONFLICT)
                        .entity(again.apply(stale.version()))
                        .build();
            }
            case Written.Unknown unknown -> throw Problem.notFound("Cette fiche n’existe plus.");
            case Written.Refused refused -> {
                reading.refuse(refused);
                yield refused(again.apply(version));
            }
        };
    }
}
