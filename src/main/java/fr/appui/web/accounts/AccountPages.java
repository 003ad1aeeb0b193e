package fr.appui.web.accounts;

import fr.appui.access.Account;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.Directory;
import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
import fr.appui.french.InvalidInput;
import fr.appui.web.Problem;
import fr.appui.web.Uuids;
import fr.appui.web.page.PageNumber;
import fr.appui.web.page.Pager;
import fr.appui.web.page.Query;
import fr.appui.web.signin.AccountDesk;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.SecondFactorDesk;
import fr.appui.web.signin.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Accounts: who may sign in, created, given a new password, closed. */
@Path("/comptes")
@RolesAllowed(Roles.ADMINISTRATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class AccountPages {

    private static final int MOST_AT_ONCE = 200;
    private static final String LAST_ADMINISTRATOR =
            "C’est le dernier compte d’administration ouvert : le fermer ne laisserait plus personne entrer. En créer un autre"
                    + " d’abord.";

    private final AccountDesk desk;
    private final SecondFactorDesk factors;
    private final Directory directory;
    private final Visitor visitor;

    AccountPages(AccountDesk desk, SecondFactorDesk factors, Directory directory, Visitor visitor) {
        this.factors = factors;
        this.desk = desk;
        this.directory = directory;
        this.visitor = visitor;
    }

    /**
     * What happened just before.
     *
     * @param error of the form for a new account
     * @param password generated, shown this once; empty when none was
     * @param refused why an account stays as it is
     */
    record News(String error, String login, String password, String refused) {
        static final News NONE = new News("", "", "", "");
    }

    /** @param guarded the accounts that have a second factor */
    record Choices(List<Role> roles, List<Territory> territories, List<Physician> physicians, Set<UUID> guarded) {}

    @CheckedTemplate(basePath = "administration")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance comptes(
                List<Account> accounts, Pager pager, Choices choices, AccountForm form, News news);
    }

    @GET
    public TemplateInstance list(@RestQuery @DefaultValue("0") PageNumber page) {
        return page(page.at(), new AccountForm(), News.NONE);
    }

    @POST
    public Response create(@BeanParam AccountForm form, @RestForm @DefaultValue("0") int page) {
        try {
            Account account = form.account(directory.territoryCodes());
            String password = desk.create(account, visitor.signedIn().login());
            return Response.ok(page(page, new AccountForm(), new News("", account.login(), password, "")))
                    .build();
        } catch (InvalidInput refused) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(page, form, new News(refused.sentence(), "", "", "")))
                    .build();
        }
    }

    /** Other roles for the accounts that are ticked. @param compte account, then the rights it was seen to have */
    @POST
    @Path("roles")
    public Response grant(
            @RestForm List<String> compte,
            @RestForm List<String> role,
            @RestForm @DefaultValue("") String territories,
            @RestForm @DefaultValue("0") int page) {
        try {
            if (compte.size() > MOST_AT_ONCE) {
                throw new InvalidInput("comptes : en cocher " + MOST_AT_ONCE + " au plus à la fois");
            }
            Map<UUID, String> seen = new LinkedHashMap<>();
            for (String one : compte) {
                String[] parts = one.split("/", 2);
                seen.put(Uuids.read(parts[0]).orElseThrow(AccountPages::notListed), parts.length > 1 ? parts[1] : "");
            }
            List<Grant> grants = AccountForm.grants(role, territories, directory.territoryCodes());
            if (seen.isEmpty()) {
                throw new InvalidInput("comptes : en cocher au moins un");
            }
            return switch (desk.grant(seen, grants, visitor.signedIn().login())) {
                case DONE ->
                    Response.seeOther(Query.NONE.at(page).of("/comptes")).build();
                case UNKNOWN -> throw Problem.notFound("Ce compte n’existe pas.");
                case CHANGED_MEANWHILE ->
                    unchanged(
                            page,
                            "Quelqu’un a changé ces rôles entre-temps : la liste les montre tels qu’ils sont maintenant.");
                case NO_PHYSICIAN ->
                    unchanged(
                            page, "Rôle de médecin : un des comptes cochés n’est relié à aucun médecin de l’annuaire.");
                case LAST_ADMINISTRATOR -> unchanged(page, LAST_ADMINISTRATOR);
            };
        } catch (InvalidInput unreadable) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(page, new AccountForm(), new News("", "", "", unreadable.sentence())))
                    .build();
        }
    }

    private Response unchanged(int page, String why) {
        return Response.status(Response.Status.CONFLICT)
                .entity(page(page, new AccountForm(), new News("", "", "", why)))
                .build();
    }

    @POST
    @Path("{id}/mot-de-passe")
    public TemplateInstance renewPassword(
            @RestPath UUID id, @RestForm @DefaultValue("") String login, @RestForm @DefaultValue("0") int page) {
        String password = desk.renewPassword(id, visitor.signedIn().login())
                .orElseThrow(() -> Problem.notFound("Ce compte n’existe pas."));
        return page(page, new AccountForm(), new News("", login, password, ""));
    }

    @POST
    @Path("{id}/ouverture")
    public Response disable(
            @RestPath UUID id,
            @RestForm @DefaultValue("false") boolean disabled,
            @RestForm @DefaultValue("0") int page) {
        return switch (desk.disable(id, disabled, visitor.signedIn().login())) {
            case DONE -> Response.ok(page(page, new AccountForm(), News.NONE)).build();
            case LAST_ADMINISTRATOR ->
                Response.status(Response.Status.CONFLICT)
                        .entity(page(page, new AccountForm(), new News("", "", "", LAST_ADMINISTRATOR)))
                        .build();
            case UNKNOWN -> throw Problem.notFound("Ce compte n’existe pas.");
        };
    }

    /** For whoever lost the telephone that showed the figures. */
    @POST
    @Path("{id}/second-facteur")
    public TemplateInstance removeSecondFactor(@RestPath UUID id, @RestForm @DefaultValue("0") int page) {
        if (!factors.remove(id, visitor.signedIn().login())) {
            throw Problem.notFound("Ce compte n’a pas de second facteur.");
        }
        return page(page, new AccountForm(), News.NONE);
    }

    private TemplateInstance page(int asked, AccountForm form, News news) {
        Pager pager = Pager.of(asked, desk.total());
        List<Account> accounts = desk.page(pager.page(), pager.size());
        var choices =
                new Choices(List.of(Role.values()), directory.territories(), physicians(), factors.among(accounts));
        return Templates.comptes(accounts, pager, choices, form, news);
    }

    private List<Physician> physicians() {
        return directory.physicians().stream()
                .filter(physician -> !physician.isErased())
                .toList();
    }

    private static InvalidInput notListed() {
        return new InvalidInput("comptes : les cocher dans la liste");
    }
}
