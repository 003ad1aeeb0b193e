package fr.appui.web.regulator;

import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Territory;
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
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    @Operation(summary = "Qui répond pour un territoire, une commune (code INSEE) ou un numéro publié")
    public Answer who(
            @RestQuery @DefaultValue("") String territory,
            @RestQuery @DefaultValue("") String commune,
            @RestQuery @DefaultValue("") String number,
            @RestQuery @DefaultValue("") String at) {
        List<String> given = Stream.of(territory, commune, number)
                .filter(value -> !value.isBlank())
                .toList();
        if (given.size() != 1) {
            throw Problem.badRequest("territory", "donner un territoire, une commune ou un numéro, et un seul");
        }
        List<Territory> found = commune.isBlank()
                ? finder.find(
                        number.isBlank() ? territory : PhoneNumber.parse(number).e164())
                : finder.byCommune(commune.strip());
        Territory one = found.stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Aucun territoire ne correspond à « " + given.getFirst() + " »."));
        visitor.require(one.code(), List.of(Roles.REGULATOR, Roles.COORDINATOR));
        return desk.answer(one, instant(at));
    }

    private Instant instant(String at) {
        try {
            return at.isBlank() ? clock.instant() : OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw Problem.badRequest(
                    "at", "écrire un instant avec son décalage, par exemple 2026-11-14T22:00:00+01:00");
        }
    }
}
