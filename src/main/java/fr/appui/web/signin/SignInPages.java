package fr.appui.web.signin;

import fr.appui.access.Account;
import fr.appui.french.InvalidInput;
import fr.appui.french.WholeCharacters;
import fr.appui.french.WrittenValue;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
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
    private final SignInForm form;
    private final Visitor visitor;

    SignInPages(SignIn signIn, SignInForm form, Visitor visitor) {
        this.signIn = signIn;
        this.form = form;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "connexion")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance motDePasse(boolean temporary, String error);
    }

    @GET
    @Path("connexion")
    @PermitAll
    @Blocking
    public TemplateInstance form(@RestQuery @DefaultValue("/") String suite, RoutingContext context) {
        boolean ended =
                visitor.person().isEmpty() && SessionCookie.token(context).isPresent();
        return ended ? form.ended(suite, KeptForm.none()) : form.page("", suite, "", KeptForm.none());
    }

    @POST
    @Path("connexion")
    @PermitAll
    public Response signIn(
            @RestForm @DefaultValue("") String login,
            @RestForm @DefaultValue("") String password,
            @BeanParam Onward onward,
            RoutingContext context) {
        String known = WrittenValue.of(cut(login)).toLowerCase(Locale.ROOT);
        KeptForm kept = onward.kept();
        return switch (signIn.withPassword(known, cut(password), origin(context))) {
            case SignIn.Result.Opened opened -> SignInForm.entered(opened, onward.suite, kept, context);
            case SignIn.Result.CodeNeeded needed ->
                Response.ok(SignInForm.Templates.code(onward.suite, kept, ""))
                        .cookie(SessionCookie.holdingPending(needed.token(), context))
                        .build();
            case SignIn.Result.WrongCredentials wrong ->
                answer(
                        Status.UNAUTHORIZED,
                        form.page(known, onward.suite, "Identifiant ou mot de passe inconnu.", kept));
            case SignIn.Result.TooManyFailures tooMany ->
                answer(
                        Status.TOO_MANY_REQUESTS,
                        form.page(
                                known,
                                onward.suite,
                                "Trop d’essais. Attendre " + SignInForm.spoken(tooMany.pause())
                                        + ", ou demander à l’administration un nouveau mot de passe, qui lève"
                                        + " l’attente.",
                                kept));
        };
    }

    /** The six figures, after the password. */
    @POST
    @Path("connexion/code")
    @PermitAll
    public Response code(@RestForm @DefaultValue("") String code, @BeanParam Onward onward, RoutingContext context) {
        KeptForm kept = onward.kept();
        String pending = SessionCookie.pending(context).orElse("");
        return switch (signIn.withCode(pending, cut(code), origin(context))) {
            case SignIn.Result.Opened opened -> SignInForm.entered(opened, onward.suite, kept, context);
            case SignIn.Result.CodeNeeded again ->
                answer(
                        Status.UNAUTHORIZED,
                        SignInForm.Templates.code(
                                onward.suite, kept, "Ce n’est pas le code que l’application montre maintenant."));
            case SignIn.Result.WrongCredentials tooLate ->
                answer(
                        Status.UNAUTHORIZED,
                        form.page(
                                "", onward.suite, "Plus de cinq minutes ont passé : redonner le mot de passe.", kept));
            case SignIn.Result.TooManyFailures tooMany ->
                answer(
                        Status.TOO_MANY_REQUESTS,
                        SignInForm.Templates.code(
                                onward.suite,
                                kept,
                                "Trop d’essais. Attendre " + SignInForm.spoken(tooMany.pause()) + "."));
        };
    }

    @GET
    @Path("connexion/encore")
    @Authenticated
    @Blocking
    public TemplateInstance againForm(@RestQuery @DefaultValue("/") String suite) {
        return form.again(Door.ownAddress(suite), KeptForm.none(), "");
    }

    /** What a session that is kept for a duty asks before anything but a night's work. */
    @POST
    @Path("connexion/encore")
    @Authenticated
    public Response again(@RestForm @DefaultValue("") String present, @BeanParam Onward onward) {
        KeptForm kept = onward.kept();
        return switch (signIn.present(account(), cut(present))) {
            case RIGHT -> {
                visitor.entered().ifPresent(entered -> signIn.confirm(entered.session()));
                yield SignInForm.goOn(onward.suite, kept).build();
            }
            case WRONG ->
                answer(
                        Status.UNAUTHORIZED,
                        form.again(Door.ownAddress(onward.suite), kept, "Ce n’est pas votre mot de passe."));
            case TOO_MANY ->
                answer(
                        Status.TOO_MANY_REQUESTS,
                        form.again(Door.ownAddress(onward.suite), kept, "Trop d’essais ; attendre, puis recommencer."));
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
                return refusePassword("Le mot de passe actuel n’est pas le bon.");
            }
            case TOO_MANY -> {
                return refusePassword("Trop d’essais du mot de passe actuel ; attendre, puis recommencer.");
            }
        }
        if (!password.equals(again)) {
            return refusePassword("Les deux saisies du nouveau mot de passe diffèrent.");
        }
        if (password.equals(present)) {
            return refusePassword("Le nouveau mot de passe est l’ancien : en choisir un autre.");
        }
        try {
            return SignInForm.entered(
                    signIn.changePassword(account, password, SessionCookie.device(context)),
                    "/",
                    KeptForm.none(),
                    context);
        } catch (InvalidInput unsuitable) {
            return refusePassword(unsuitable.sentence());
        }
    }

    private SignIn.Origin origin(RoutingContext context) {
        return new SignIn.Origin(visitor.address(), SessionCookie.browser(context), SessionCookie.device(context));
    }

    private static Response answer(Status status, TemplateInstance page) {
        return Response.status(status).entity(page).build();
    }

    private Response refusePassword(String error) {
        return Response.status(Status.BAD_REQUEST)
                .entity(Templates.motDePasse(account().temporaryPassword(), error))
                .build();
    }

    private Account account() {
        return visitor.account().orElseThrow(io.quarkus.security.ForbiddenException::new);
    }

    /** bcrypt is costly on purpose; nobody makes it hash a megabyte. */
    private static String cut(String field) {
        return WholeCharacters.first(LONGEST_FIELD, field);
    }
}
