package fr.appui.web.regulator;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Territory;
import fr.appui.french.WrittenMoment;
import fr.appui.french.WrittenValue;
import fr.appui.web.Problem;
import fr.appui.web.signin.Roles;
import fr.appui.web.signin.Visitor;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** For the software of a SAMU or SAS: who is on duty, and on which number to transfer. */
@Path("/api/regulator/on-duty")
@RolesAllowed({Roles.REGULATOR, Roles.COORDINATOR})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "regulator", description = "Qui répond, sur quel numéro transférer")
@Blocking
public class OnDutyResource {

    private final TerritoryFinder finder;
    private final OnDutyDesk desk;
    private final Visitor visitor;
    private final Clock clock;

    OnDutyResource(TerritoryFinder finder, OnDutyDesk desk, Visitor visitor, Clock clock) {
        this.finder = finder;
        this.desk = desk;
        this.visitor = visitor;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Qui répond pour un territoire, une commune (code INSEE ou nom) ou un numéro publié",
            description =
                    "Ouvert ou non, qui répond (rang, établissement ; le nom là où le territoire l’accepte), le numéro vers"
                            + " lequel transférer, jusqu’à quand, et que faire sinon. `readLast`, présent quand le planning"
                            + " ne peut plus être relu, dit de quand il date. Un nom de commune que plusieurs portent est refusé"
                            + " avec leurs codes.")
    @APIResponse(responseCode = "200", description = "La réponse, à l’instant demandé ou maintenant")
    @APIResponse(
            responseCode = "400",
            description = "Aucun critère, plusieurs, ou un nom ambigu (document de problème)")
    @APIResponse(responseCode = "404", description = "Aucun territoire ne correspond (document de problème)")
    public RegulatorAnswer who(
            @RestQuery @DefaultValue("") String territory,
            @RestQuery @DefaultValue("") String commune,
            @RestQuery @DefaultValue("") String number,
            @RestQuery @DefaultValue("") String at) {
        List<String> given = Stream.of(territory, commune, number)
                .filter(value -> !WrittenValue.isNothing(value))
                .toList();
        if (given.size() != 1) {
            throw Problem.badRequest("territory", "donner un territoire, une commune ou un numéro, et un seul");
        }
        TerritoryFinder.Found found = WrittenValue.isNothing(commune)
                ? finder.find(
                        WrittenValue.isNothing(number)
                                ? territory
                                : PhoneNumber.parse(number).e164())
                : finder.byCommune(commune);
        if (found.territories().size() > 1 && !WrittenValue.isNothing(commune)) {
            throw Problem.badRequest(
                    "commune", "plusieurs communes s’appellent ainsi ; en donner le code : " + codes(found));
        }
        Territory first = found.territories().stream().findFirst().orElseThrow(() -> unknown(given.getFirst(), found));
        Territory meant = visitor.reachable(found.territories(), Territory::code, Act.ASK_WHO_ANSWERS).stream()
                .findFirst()
                .orElse(first);
        visitor.require(Act.ASK_WHO_ANSWERS, new Thing.Place(meant.code()));
        return desk.answer(meant, instant(at));
    }

    private static String codes(TerritoryFinder.Found found) {
        return String.join(
                ", ",
                found.communes().stream()
                        .map(commune -> commune.code() + " " + commune.name())
                        .toList());
    }

    private static Problem.Refused unknown(String asked, TerritoryFinder.Found found) {
        return Problem.notFound(
                found.communes().isEmpty()
                        ? "Aucun territoire ne correspond à « " + asked + " »."
                        : "Aucune zone de proximité n’est rattachée à " + codes(found)
                                + " ; donner le territoire, ou faire compléter l’annuaire par la coordination.");
    }

    private Instant instant(String at) {
        return WrittenValue.isNothing(at) ? clock.instant() : Problem.read("at", at, WrittenMoment::read);
    }
}
