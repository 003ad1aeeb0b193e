package fr.appui.web.accounts;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import fr.appui.planning.life.MessageDesk;
import fr.appui.planning.notice.NoticeBook;
import fr.appui.web.OwnAddress;
import fr.appui.web.Problem;
import fr.appui.web.page.FrenchText;
import fr.appui.web.signin.InvitationDesk;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** The accounts of a territory's physicians, made from the directory: several at once, each by a link sent to its owner. */
@Path("/comptes/medecins/{code}")
@RolesAllowed(Roles.ADMINISTRATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PhysicianAccountPages {

    private static final int MOST_MESSAGES = 500;
    private static final Duration MESSAGES_BACK = Duration.ofDays(30);

    private final InvitationDesk desk;
    private final Directory directory;
    private final MessageDesk messages;
    private final OwnAddress address;
    private final Visitor visitor;
    private final Clock clock;

    PhysicianAccountPages(
            InvitationDesk desk,
            Directory directory,
            MessageDesk messages,
            OwnAddress address,
            Visitor visitor,
            Clock clock) {
        this.desk = desk;
        this.directory = directory;
        this.messages = messages;
        this.address = address;
        this.visitor = visitor;
        this.clock = clock;
    }

    /** @param message what became of the mail with the link; empty for none */
    record Line(Physician physician, InvitationDesk.State state, String login, String invitedAt, String message) {}

    @CheckedTemplate(basePath = "administration")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance medecins(Territory territory, List<Line> lines, String said, String error);
    }

    @GET
    public TemplateInstance list(@RestPath String code) {
        visitor.require(Act.ADMINISTER, new Thing.Installation());
        return page(territory(code), "", "");
    }

    @POST
    public Response invite(@RestPath String code, @RestForm List<String> medecin, @Context UriInfo here) {
        visitor.require(Act.ADMINISTER, new Thing.Installation());
        Territory territory = territory(code);
        List<Physician> chosen = desk.physicians(territory).stream()
                .filter(physician -> medecin.contains(physician.id().toString()))
                .toList();
        if (chosen.isEmpty()) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(territory, "", "Médecins : en cocher au moins un."))
                    .build();
        }
        List<Physician> invited = desk.invite(
                territory,
                chosen,
                address.base(here).toString(),
                visitor.signedIn().login());
        String said = invited.isEmpty()
                ? "Aucune invitation n’est partie : ces médecins ont déjà leur compte."
                : invited.size() == 1
                        ? "Une invitation part à " + invited.getFirst().mail() + "."
                        : invited.size() + " invitations partent, chacune à l’adresse de l’annuaire.";
        return Response.ok(page(territory, said, "")).build();
    }

    @POST
    @Path("{physician}/retrait")
    public Response withdraw(@RestPath String code, @RestPath String physician) {
        visitor.require(Act.ADMINISTER, new Thing.Installation());
        Territory territory = territory(code);
        Physician invited = desk.physicians(territory).stream()
                .filter(one -> one.id().toString().equals(physician))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Ce médecin n’exerce pas sur ce territoire."));
        String said = desk.withdraw(invited, visitor.signedIn().login()) == InvitationDesk.Withdrawal.DONE
                ? "Le lien envoyé à " + invited.name().titled() + " ne sert plus."
                : "Aucun lien n’était en attente pour " + invited.name().titled() + ".";
        return Response.ok(page(territory, said, "")).build();
    }

    private TemplateInstance page(Territory territory, String said, String error) {
        List<NoticeBook.Told> told =
                messages.notices(territory.code(), clock.instant().minus(MESSAGES_BACK), MOST_MESSAGES);
        return Templates.medecins(
                territory,
                desk.standing(desk.physicians(territory)).stream()
                        .map(one -> line(territory, one, told))
                        .toList(),
                said,
                error);
    }

    private static Line line(Territory territory, InvitationDesk.Standing one, List<NoticeBook.Told> told) {
        Optional<NoticeBook.Told> message = told.stream()
                .filter(notice -> notice.physician().equals(one.physician().id())
                        && notice.subject().equals(InvitationDesk.subject(territory)))
                .findFirst();
        return new Line(
                one.physician(),
                one.state(),
                one.login(),
                one.invitedAt()
                        .map(at -> FrenchText.moment(at.atZone(territory.timeZone())))
                        .orElse(""),
                message.map(notice ->
                                notice.state().label() + (notice.reason().isEmpty() ? "" : " : " + notice.reason()))
                        .orElse(""));
    }

    private Territory territory(String code) {
        return directory
                .territory(new TerritoryCode(code))
                .orElseThrow(() -> Problem.notFound("Le territoire « " + code + " » n’existe pas."));
    }
}
