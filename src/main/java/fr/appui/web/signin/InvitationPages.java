package fr.appui.web.signin;

import fr.appui.access.Account;
import fr.appui.french.InvalidInput;
import fr.appui.french.WholeCharacters;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Whoever follows the link of an invitation chooses the password of their account. Opening the page uses nothing up: mail servers
 * follow links too. The link's secret stands behind the « ? », which nginx is told not to log (deploy/nginx-appui.conf).
 */
@Path("/invitation")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Blocking
public class InvitationPages {

    private static final int LONGEST_FIELD = 200;

    private final InvitationDesk desk;

    InvitationPages(InvitationDesk desk) {
        this.desk = desk;
    }

    /** @param login empty where the link serves no more @param done whether the password is theirs now */
    record Shown(String token, String login, boolean done, String error) {}

    @CheckedTemplate(basePath = "connexion")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance invitation(Shown shown);
    }

    @GET
    public Response form(@RestQuery @DefaultValue("") String jeton) {
        return desk.invited(cut(jeton))
                .map(account -> page(Status.OK, new Shown(jeton, account.login(), false, "")))
                .orElseGet(InvitationPages::gone);
    }

    @POST
    public Response choose(
            @RestForm @DefaultValue("") String jeton,
            @RestForm @DefaultValue("") String password,
            @RestForm @DefaultValue("") String again) {
        String token = cut(jeton);
        Optional<Account> invited = desk.invited(token);
        if (invited.isEmpty()) {
            return gone();
        }
        String login = invited.get().login();
        if (!password.equals(again)) {
            return page(Status.BAD_REQUEST, new Shown(token, login, false, "Les deux saisies diffèrent."));
        }
        try {
            return desk.enter(token, cut(password))
                    .map(account -> page(Status.OK, new Shown("", account.login(), true, "")))
                    .orElseGet(InvitationPages::gone);
        } catch (InvalidInput unsuitable) {
            return page(Status.BAD_REQUEST, new Shown(token, login, false, unsuitable.sentence()));
        }
    }

    private static Response gone() {
        return page(Status.GONE, new Shown("", "", false, ""));
    }

    private static Response page(Status status, Shown shown) {
        return Response.status(status).entity(Templates.invitation(shown)).build();
    }

    private static String cut(String field) {
        return WholeCharacters.first(LONGEST_FIELD, field);
    }
}
