package fr.appui.web.signin;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import fr.appui.access.Account;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.net.URI;
import org.jboss.resteasy.reactive.RestForm;

/** One's second factor: an application that shows six figures. */
@Path(SecondFactorGate.PAGE)
@Authenticated
@Produces(MediaType.TEXT_HTML)
@Blocking
public class SecondFactorPages {

    private final SecondFactorDesk desk;
    private final SignIn signIn;
    private final Visitor visitor;

    SecondFactorPages(SecondFactorDesk desk, SignIn signIn, Visitor visitor) {
        this.desk = desk;
        this.signIn = signIn;
        this.visitor = visitor;
    }

    /** @param drawing of the code to photograph, as an SVG path; @param secret the same, to be typed */
    record Proposed(String drawing, int size, String secret) {}

    @CheckedTemplate(basePath = "connexion")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance secondFacteur(boolean on, boolean required, Proposed proposed, String error);
    }

    @GET
    public TemplateInstance show() {
        return page("");
    }

    @POST
    public Response confirm(@RestForm @DefaultValue("") String code) {
        return desk.confirm(account(), code)
                ? Response.seeOther(URI.create(SecondFactorGate.PAGE)).build()
                : refused(
                        "Ce n’est pas le code que l’application montre maintenant ; attendre le suivant et l’écrire.");
    }

    @POST
    @Path("retrait")
    public Response remove(@RestForm @DefaultValue("") String present) {
        Account account = account();
        if (signIn.present(account, present) != SignIn.Present.RIGHT) {
            return refused("Ce n’est pas votre mot de passe : le second facteur reste en service.");
        }
        desk.remove(account.id(), account.login());
        return Response.seeOther(URI.create(SecondFactorGate.PAGE)).build();
    }

    private Response refused(String why) {
        return Response.status(Status.BAD_REQUEST).entity(page(why)).build();
    }

    private TemplateInstance page(String error) {
        Account account = account();
        boolean on = desk.isOn(account);
        return Templates.secondFacteur(
                on, signIn.wantsFactor(account), on ? new Proposed("", 1, "") : proposed(account), error);
    }

    private Proposed proposed(Account account) {
        byte[] secret = desk.proposed(account);
        BitMatrix squares = squares(OneTimeCode.address(secret, account.login()));
        var path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                if (squares.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new Proposed(
                path.toString(), squares.getWidth(), OneTimeCode.written(secret).replaceAll("(.{4})(?=.)", "$1 "));
    }

    private static BitMatrix squares(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
        } catch (WriterException impossible) {
            throw new IllegalStateException("a short text has a code", impossible);
        }
    }

    private Account account() {
        return visitor.account().orElseThrow(ForbiddenException::new);
    }
}
