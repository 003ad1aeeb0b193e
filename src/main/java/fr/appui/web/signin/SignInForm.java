package fr.appui.web.signin;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;

/** The page by which one signs in, wherever it is shown: asked for, or in place of what a session that ended cannot open. */
@ApplicationScoped
class SignInForm {

    private final SignInSettings settings;
    private final Provider provider;
    private final Challenges challenges;

    SignInForm(SignInSettings settings, Provider provider, Challenges challenges) {
        this.challenges = challenges;
        this.settings = settings;
        this.provider = provider;
    }

    /**
     * @param error a French sentence, or empty; @param ended why one is here again, or empty
     * @param kept what was being sent meanwhile
     */
    record Shown(
            String login,
            String next,
            String error,
            String ended,
            KeptForm kept,
            boolean localAccounts,
            String provider,
            String challenge) {}

    @CheckedTemplate(basePath = "connexion")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance connexion(Shown form);

        static native TemplateInstance encore(
                String next, KeptForm kept, String error, boolean localAccounts, String challenge);

        static native TemplateInstance code(String next, KeptForm kept, String error);

        static native TemplateInstance reprise(KeptForm kept);
    }

    TemplateInstance page(String login, String next, String error, KeptForm kept) {
        return Templates.connexion(shown(login, next, error, kept.isEmpty() ? "" : ended(), kept));
    }

    /** For somebody whose session ended meanwhile. */
    TemplateInstance ended(String next, KeptForm kept) {
        return Templates.connexion(shown("", next, "", ended(), kept));
    }

    /** For a session that is kept for a duty and asked for more than a night's work. */
    TemplateInstance again(String next, KeptForm kept, String error) {
        return Templates.encore(next, kept, error, settings.localAccounts(), challenges.next());
    }

    /** After the sign-in: on to what was asked for, or to what was being sent. */
    static Response.ResponseBuilder goOn(String next, KeptForm kept) {
        return kept.isEmpty()
                ? Response.seeOther(URI.create(Door.ownAddress(next)))
                : Response.ok(Templates.reprise(kept));
    }

    /** The same, with what the browser keeps of it. */
    static Response entered(SignIn.Result.Opened opened, String next, KeptForm kept, RoutingContext context) {
        return goOn(next, kept)
                .cookie(
                        SessionCookie.holding(opened.token(), context),
                        SessionCookie.knownBrowser(opened.browser(), context))
                .build();
    }

    private Shown shown(String login, String next, String error, String ended, KeptForm kept) {
        return new Shown(
                login,
                Door.ownAddress(next),
                error,
                ended,
                kept,
                settings.localAccounts(),
                provider.label().orElse(""),
                challenges.next());
    }

    private String ended() {
        SignInSettings.Session session = settings.session();
        return "Votre session est finie : elle s’arrête après " + spoken(session.idle()) + " sans usage, et après "
                + spoken(session.longest()) + " en tout.";
    }

    static String spoken(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes % 60 != 0) {
            return minutes + (minutes == 1 ? " minute" : " minutes");
        }
        return minutes == 60 ? "une heure" : minutes / 60 + " heures";
    }
}
