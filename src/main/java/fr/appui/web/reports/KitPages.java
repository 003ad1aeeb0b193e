package fr.appui.web.reports;

import fr.appui.access.Act;
import fr.appui.directory.Territory;
import fr.appui.indicators.kit.Kits;
import fr.appui.indicators.kit.PosterText;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jboss.resteasy.reactive.RestPath;

/** What tells the professionals of a territory when and how to call: looked at, then downloaded to be printed. */
@Path("/supports")
@RolesAllowed(Roles.COORDINATOR)
@Produces(MediaType.TEXT_HTML)
@Blocking
public class KitPages {

    private static final byte PNG = (byte) 0x89;

    private final Places places;
    private final Kits kits;

    KitPages(Places places, Kits kits) {
        this.places = places;
        this.kits = kits;
    }

    /** @param lacking what must be filled in first, or empty */
    record Kit(String code, String name, Optional<PosterText> notice, String lacking) {}

    @CheckedTemplate(basePath = "suivi")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance supports(List<Kit> kits, List<Integer> logos);
    }

    @GET
    public TemplateInstance list() {
        List<Kit> each =
                places.territories(Act.COORDINATE).stream().map(this::kit).toList();
        return Templates.supports(
                each, IntStream.range(0, kits.logos().size()).boxed().toList());
    }

    /** A logo of the poster, as its file is. */
    @GET
    @Path("logos/{number}")
    @Produces({"image/png", "image/jpeg"})
    public Response logo(@RestPath int number) {
        List<byte[]> logos = kits.logos();
        if (number < 0 || number >= logos.size()) {
            throw Problem.notFound("Aucun logo de ce rang n’est réglé.");
        }
        byte[] logo = logos.get(number);
        return Response.ok(logo)
                .type(logo.length > 0 && logo[0] == PNG ? "image/png" : "image/jpeg")
                .build();
    }

    private Kit kit(Territory territory) {
        Optional<Kits.Answer> answer = kits.of(territory.code());
        return answer.map(known -> switch (known) {
                    case Kits.Answer.Ready(PosterText notice) ->
                        new Kit(territory.code().value(), territory.name(), Optional.of(notice), "");
                    case Kits.Answer.Lacking(String what) ->
                        new Kit(territory.code().value(), territory.name(), Optional.empty(), what);
                })
                .orElse(new Kit(territory.code().value(), territory.name(), Optional.empty(), "territoire inconnu"));
    }
}
