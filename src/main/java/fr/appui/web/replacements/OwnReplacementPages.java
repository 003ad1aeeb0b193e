package fr.appui.web.replacements;

import fr.appui.directory.Territory;
import fr.appui.french.InvalidInput;
import fr.appui.french.WholeCharacters;
import fr.appui.french.WrittenDate;
import fr.appui.french.WrittenValue;
import fr.appui.planning.DutyRung;
import fr.appui.planning.life.HeldRota;
import fr.appui.planning.life.ReplacementAnswer;
import fr.appui.planning.life.ReplacementRequestDesk;
import fr.appui.rota.Substitution.Act;
import fr.appui.web.Problem;
import fr.appui.web.Uuids;
import fr.appui.web.duties.PhysicianPages;
import fr.appui.web.request.Done;
import fr.appui.web.request.OwnPhysician;
import fr.appui.web.signin.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** « Je ne peux plus assurer », and what colleagues answer: acts of the physician's page, which shows what came of them. */
@Path("/mes-remplacements")
@RolesAllowed(Roles.PHYSICIAN)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class OwnReplacementPages {

    private static final int LONGEST_REASON = 400;

    private final ReplacementRequestDesk desk;
    private final PhysicianPages pages;
    private final OwnPhysician own;
    private final Clock clock;

    OwnReplacementPages(ReplacementRequestDesk desk, PhysicianPages pages, OwnPhysician own, Clock clock) {
        this.desk = desk;
        this.pages = pages;
        this.own = own;
        this.clock = clock;
    }

    @POST
    public Response ask(
            @RestForm @DefaultValue("") String territoire,
            @RestForm @DefaultValue("") String date,
            @RestForm @DefaultValue("") String rang,
            @RestForm @DefaultValue("") String raison) {
        Territory territory = own.territories(own.get()).stream()
                .filter(one -> one.code().value().equals(territoire))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Vous n’exercez pas sur ce territoire."));
        LocalDate day;
        try {
            day = WrittenDate.read(date);
        } catch (InvalidInput unreadable) {
            return pages.refused(Response.Status.BAD_REQUEST, "date : " + unreadable.sentence());
        }
        Act act = act(raison, "empêchement");
        if (rang.isEmpty()) {
            return told(desk.ask(territory.code(), day, own.get().id(), act), Done.ASKED);
        }
        return rung(rang)
                .map(rung ->
                        told(desk.ask(territory.code(), day, rung, own.get().id(), act), Done.ASKED))
                .orElseGet(() ->
                        pages.refused(Response.Status.BAD_REQUEST, "rang : 1 (premier rang) ou 2 (recours) attendu"));
    }

    @POST
    @Path("{request}/acceptation")
    public Response accept(@RestPath String request) {
        return told(desk.accept(id(request), own.get().id(), act("", "remplacement accepté")), Done.TAKEN);
    }

    @POST
    @Path("{request}/refus")
    public Response decline(@RestPath String request) {
        return told(desk.decline(id(request), own.get().id(), act("", "ne peut pas")), Done.DECLINED);
    }

    @POST
    @Path("{request}/retrait")
    public Response withdraw(@RestPath String request) {
        return told(desk.withdraw(id(request), own.get().id(), act("", "assure finalement")), Done.HELD);
    }

    private Response told(ReplacementAnswer answer, Done done) {
        return switch (answer) {
            case ReplacementAnswer.Done kept ->
                (done == Done.ASKED && kept.request().asked().isEmpty() ? Done.ASKED_NOBODY : done).seen();
            case ReplacementAnswer.Refused refused ->
                pages.refused(Response.Status.CONFLICT, refused.breach().sentence());
            case ReplacementAnswer.NotTheirs none -> throw Problem.notFound(ReplacementAnswer.NotTheirs.WHY);
            case ReplacementAnswer.Senseless senseless ->
                pages.refused(Response.Status.CONFLICT, sentence(senseless.why()));
        };
    }

    private static Optional<DutyRung> rung(String rang) {
        return rang.matches("[1-9]") ? HeldRota.rung(Integer.parseInt(rang)) : Optional.empty();
    }

    private static String sentence(String why) {
        return Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".";
    }

    private static UUID id(String request) {
        return Uuids.read(request).orElseThrow(() -> Problem.notFound(ReplacementAnswer.NotTheirs.WHY));
    }

    private Act act(String reason, String otherwise) {
        return new Act(
                own.login(),
                WrittenValue.isNothing(reason)
                        ? otherwise
                        : WholeCharacters.first(LONGEST_REASON, WrittenValue.of(reason)),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
