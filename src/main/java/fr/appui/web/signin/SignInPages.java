package fr.appui.web.signin;

import fr.appui.directory.Audit;
import fr.appui.french.WholeCharacters;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Signing in, out, and changing one's password. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class SignInPages {

    private static final int LONGEST_FIELD = 200;

    private final SignIn signIn;
    private final SignInSettings settings;
    private final Provider provider;
    private final Visitor visitor;
    private final Audit audit;

    SignInPages(SignIn signIn, SignInSettings settings, Provider provider, Visitor visitor, Audit audit) {
        this.signIn = signIn;
        this.settings = settings;
        this.provider = provider;
        this.visitor = visitor;
        this.audit = audit;
    }

    /** What the page shows. @param error a French sentence, or empty */
    record Form(String login, String next, String error, boolean localAccounts, String provider) {}

    @CheckedTemplate(basePath = "connexion")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance connexion(Form form);

        static native TemplateInstance motDePasse(boolean temporary, String error);
    }

    @GET
    @Path("connexion")
    @PermitAll
    public TemplateInstance form(@RestQuery @DefaultValue("/") String suite) {
        return Templates.connexion(blank("", suite, ""));
    }

    @POST
    @Path("connexion")
    @PermitAll
    public Response signIn(
            @RestForm @DefaultValue("") String login,
            @RestForm @DefaultValue("") String password,
            @RestForm @DefaultValue("/") String suite,
            RoutingContext context) {
        String known = cut(login).strip().toLowerCase(Locale.ROOT);
        return switch (signIn.withPassword(
                known, cut(password), new SignIn.Origin(visitor.address(), SessionCookie.browser(context)))) {
            case SignIn.Result.Opened opened -> enter(opened, suite, context);
            case SignIn.Result.WrongCredentials wrong -> {
                audit.record(known, "sign-in.refused", known, "Identifiant ou mot de passe inconnu");
                yield page(Status.UNAUTHORIZED, known, suite, "Identifiant ou mot de passe inconnu.");
            }
            case SignIn.Result.TooManyFailures tooMany ->
                page(
                        Status.TOO_MANY_REQUESTS,
                        known,
                        suite,
                        "Trop d'essais. Attendre " + tooMany.pause().toMinutes()
                                + " minutes, ou demander à l'administration un nouveau mot de passe, qui lève l'attente.");
        };
    }

    @POST
    @Path("deconnexion")
    @Authenticated
    public Response signOut(RoutingContext context) {
        SessionCookie.token(context).ifPresent(signIn::signOut);
        return Response.seeOther(URI.create(Door.SIGN_IN))
                .cookie(SessionCookie.expired(context))
                .build();
    }

    @GET
    @Path("compte/mot-de-passe")
    @Authenticated
    public TemplateInstance passwordForm() {
        return Templates.motDePasse(account().temporaryPassword(), "");
    }

    @POST
    @Path("compte/mot-de-passe")
    @Authenticated
    public Response changePassword(
            @RestForm @DefaultValue("") String present,
            @RestForm @DefaultValue("") String password,
            @RestForm @DefaultValue("") String again,
            RoutingContext context) {
        Account account = account();
        switch (signIn.present(account, cut(present))) {
            case RIGHT -> {}
            case WRONG -> {
                return refusePassword("Le mot de passe actuel n'est pas le bon.");
            }
            case TOO_MANY -> {
                return refusePassword("Trop d'essais du mot de passe actuel ; attendre, puis recommencer.");
            }
        }
        if (!password.equals(again)) {
            return refusePassword("Les deux saisies du nouveau mot de passe diffèrent.");
        }
        if (password.equals(present)) {
            return refusePassword("Le nouveau mot de passe est l'ancien : en choisir un autre.");
        }
        try {
            return enter(signIn.changePassword(account, password), "/", context);
        } catch (IllegalArgumentException unsuitable) {
            return refusePassword(String.valueOf(unsuitable.getMessage()));
        }
    }

    private Response enter(SignIn.Result.Opened opened, String next, RoutingContext context) {
        audit.record(opened.account().login(), "sign-in", opened.account().login(), "Session ouverte");
        return Response.seeOther(URI.create(Door.ownAddress(next)))
                .cookie(
                        SessionCookie.holding(opened.token(), context),
                        SessionCookie.knownBrowser(opened.browser(), context))
                .build();
    }

    private Response page(Status status, String login, String next, String error) {
        return Response.status(status)
                .entity(Templates.connexion(blank(login, next, error)))
                .build();
    }

    private static Response refusePassword(String error) {
        return Response.status(Status.BAD_REQUEST)
                .entity(Templates.motDePasse(false, error))
                .build();
    }

    private Form blank(String login, String next, String error) {
        return new Form(
                login,
                Door.ownAddress(next),
                error,
                settings.localAccounts(),
                provider.label().orElse(""));
    }

    private Account account() {
        return visitor.account().orElseThrow(io.quarkus.security.ForbiddenException::new);
    }

    /** bcrypt is costly on purpose; nobody makes it hash a megabyte. */
    private static String cut(String field) {
        return WholeCharacters.first(LONGEST_FIELD, field);
    }
}
