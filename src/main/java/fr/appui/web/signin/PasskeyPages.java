package fr.appui.web.signin;

import fr.appui.access.Account;
import fr.appui.access.Passkeys;
import fr.appui.web.OwnAddress;
import fr.appui.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** One's passkeys, and signing in by one. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class PasskeyPages {

    private static final String KEYS = "/compte/cles";

    private final PasskeyDesk desk;
    private final Challenges challenges;
    private final SignIn signIn;
    private final SignInForm form;
    private final OwnAddress address;
    private final Visitor visitor;

    PasskeyPages(
            PasskeyDesk desk,
            Challenges challenges,
            SignIn signIn,
            SignInForm form,
            OwnAddress address,
            Visitor visitor) {
        this.challenges = challenges;
        this.desk = desk;
        this.signIn = signIn;
        this.form = form;
        this.address = address;
        this.visitor = visitor;
    }

    /** @param user an identifier of the account that says nothing of it */
    record Asked(String challenge, String user, String login, String name) {}

    @CheckedTemplate(basePath = "connexion")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance cles(List<Passkeys.Passkey> keys, Asked asked, boolean full, String error);
    }

    @GET
    @Path("compte/cles")
    @Authenticated
    public TemplateInstance keys() {
        return page("");
    }

    @POST
    @Path("compte/cles")
    @Authenticated
    public Response add(
            @RestForm @DefaultValue("") String nom, @RestForm @DefaultValue("") String reponse, @Context UriInfo here) {
        Optional<String> refused = desk.register(account(), nom, reponse, address.base(here));
        return refused.map(why ->
                        Response.status(Status.BAD_REQUEST).entity(page(why)).build())
                .orElseGet(() -> Response.seeOther(URI.create(KEYS)).build());
    }

    @POST
    @Path("compte/cles/{cle}/retrait")
    @Authenticated
    public Response remove(@RestPath String cle) {
        if (!desk.remove(account(), cle)) {
            throw Problem.notFound("Cette clé n’est pas parmi les vôtres.");
        }
        return Response.seeOther(URI.create(KEYS)).build();
    }

    @POST
    @Path("connexion/cle")
    @PermitAll
    public Response enter(
            @RestForm @DefaultValue("") String reponse,
            @BeanParam Onward onward,
            @Context UriInfo here,
            RoutingContext context) {
        KeptForm kept = onward.kept();
        return desk.enter(reponse, address.base(here), SessionCookie.device(context))
                .map(opened -> SignInForm.entered(opened, onward.suite, kept, context))
                .orElseGet(() -> Response.status(Status.UNAUTHORIZED)
                        .entity(form.page(
                                "",
                                onward.suite,
                                "Cette clé n’ouvre aucun compte ici ; essayer avec le mot de passe.",
                                kept))
                        .build());
    }

    /** In place of the password that a session kept for a duty is asked for again. */
    @POST
    @Path("connexion/encore/cle")
    @Authenticated
    public Response again(@RestForm @DefaultValue("") String reponse, @BeanParam Onward onward, @Context UriInfo here) {
        KeptForm kept = onward.kept();
        Account mine = account();
        boolean theirs = desk.owner(reponse, address.base(here))
                .filter(owner -> owner.id().equals(mine.id()))
                .isPresent();
        if (!theirs) {
            return Response.status(Status.UNAUTHORIZED)
                    .entity(form.again(Door.ownAddress(onward.suite), kept, "Cette clé n’est pas la vôtre."))
                    .build();
        }
        visitor.entered().ifPresent(entered -> signIn.confirm(entered.session()));
        return SignInForm.goOn(onward.suite, kept).build();
    }

    private TemplateInstance page(String error) {
        Account account = account();
        List<Passkeys.Passkey> keys = desk.of(account);
        return Templates.cles(
                keys,
                new Asked(challenges.next(), account.id().toString(), account.login(), account.name()),
                keys.size() >= PasskeyDesk.MOST,
                error);
    }

    private Account account() {
        return visitor.account().orElseThrow(ForbiddenException::new);
    }
}
