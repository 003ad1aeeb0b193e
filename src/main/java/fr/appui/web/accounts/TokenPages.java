package fr.appui.web.accounts;

import fr.appui.access.Role;
import fr.appui.access.ServiceToken;
import fr.appui.directory.Directory;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenValue;
import fr.appui.web.Problem;
import fr.appui.web.page.PageNumber;
import fr.appui.web.page.Pager;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.TokenDesk;
import fr.appui.web.signin.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Service tokens: given to a program, shown once, taken back. */
@Path("/jetons")
@RolesAllowed(Roles.ADMINISTRATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class TokenPages {

    private final TokenDesk desk;
    private final Directory directory;
    private final Visitor visitor;
    private final Clock clock;

    TokenPages(TokenDesk desk, Directory directory, Visitor visitor, Clock clock) {
        this.desk = desk;
        this.directory = directory;
        this.visitor = visitor;
        this.clock = clock;
    }

    record News(String error, String secret) {}

    @CheckedTemplate(basePath = "administration")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance jetons(
                List<ServiceToken> tokens, Instant now, Pager pager, List<Role> roles, News news);
    }

    @GET
    public TemplateInstance list(@RestQuery @DefaultValue("0") PageNumber page) {
        return page(page.at(), new News("", ""));
    }

    @POST
    public Response issue(
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String role,
            @RestForm @DefaultValue("") String territories,
            @RestForm @DefaultValue("") String days,
            @RestForm @DefaultValue("false") boolean writes,
            @RestForm @DefaultValue("0") int page) {
        try {
            var request = new TokenDesk.Request(
                    WrittenValue.of(name),
                    role(role),
                    AccountForm.codes(territories, directory.territoryCodes()).collect(Collectors.toSet()),
                    !writes,
                    Duration.ofDays(days(days)));
            var issued = desk.issue(request, visitor.signedIn().login());
            return Response.ok(page(0, new News("", issued.secret()))).build();
        } catch (InvalidInput refused) {
            return Response.status(Response.Status.BAD_REQUEST)
                    .entity(page(page, new News(refused.sentence(), "")))
                    .build();
        }
    }

    @POST
    @Path("{id}/fin")
    public TemplateInstance revoke(@RestPath UUID id, @RestForm @DefaultValue("0") int page) {
        if (!desk.revoke(id, visitor.signedIn().login())) {
            throw Problem.notFound("Ce jeton n’existe pas.");
        }
        return page(page, new News("", ""));
    }

    private TemplateInstance page(int asked, News news) {
        Pager pager = Pager.of(asked, desk.total());
        List<Role> roles =
                Stream.of(Role.values()).filter(role -> role != Role.PHYSICIAN).toList();
        return Templates.jetons(desk.page(pager.page(), pager.size()), clock.instant(), pager, roles, news);
    }

    private static int days(String written) {
        String days = WrittenValue.of(written);
        if (!days.matches("[1-9][0-9]{0,5}")) {
            throw new InvalidInput("durée : écrire un nombre entier de jours, de 1 à 400");
        }
        return Integer.parseInt(days);
    }

    private static Role role(String written) {
        return Stream.of(Role.values())
                .filter(role -> role.name().equals(written))
                .findFirst()
                .orElseThrow(() -> new InvalidInput("rôle : en choisir un"));
    }
}
