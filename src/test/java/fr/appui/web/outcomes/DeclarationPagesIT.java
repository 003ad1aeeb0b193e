package fr.appui.web.outcomes;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import fr.appui.directory.Directory;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.Physician;
import fr.appui.directory.Territory;
import fr.appui.web.rotas.PlanningWorld;
import fr.appui.web.rotas.PlanningWorld.Place;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Browse;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A call that is told of afterwards was at a time of its territory, and the form says so. */
@QuarkusTest
class DeclarationPagesIT {

    private static final String FORM = "/mes-appels-hors-ligne";

    @Inject
    PlanningWorld world;

    @Inject
    Directory directory;

    @Inject
    Visitors visitors;

    private Physician physician;
    private String session;

    @BeforeEach
    void aPhysicianOfOneTerritory() {
        AdministratorByDefault.nobody();
        physician = world.create().physicians().getFirst();
        session = visitors.session(visitors.physician(physician.id()));
    }

    @Test
    void theTimeIsTheTerritorys() {
        form().body(containsString("À l’heure du territoire."));
    }

    @Test
    void eachOfSeveralTerritoriesSaysItsClockWhereTheyKeepDifferentTimes() {
        Place here = world.create();
        world.practiseAlso(physician, here.code());
        form().body(not(containsString("il y est")));
        Territory known = directory.territory(here.code()).orElseThrow();
        directory.save(new Territory(
                known.code(),
                known.name(),
                known.proximityZones(),
                HolidayZone.REUNION.usualTimeZone(),
                HolidayZone.REUNION,
                known.contact(),
                known.host()));
        form().body(containsString(known.name() + " (il y est "));
    }

    private ValidatableResponse form() {
        return Browse.as(session).get(FORM).then().statusCode(200);
    }
}
