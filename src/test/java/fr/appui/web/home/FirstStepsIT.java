package fr.appui.web.home;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.Directory;
import fr.appui.directory.HolidayZone;
import fr.appui.directory.Territory;
import fr.appui.directory.TerritoryCode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Home leads a territory that was only just added from one step to the next. */
@QuarkusTest
class FirstStepsIT {

    private static final TerritoryCode CODE = new TerritoryCode("STEPS-ONE");

    @Inject
    Directory directory;

    @Test
    void homeShowsWhatIsStillToBeEntered() {
        QuarkusTransaction.requiringNew()
                .run(() -> directory.save(new Territory(
                        CODE,
                        "Tout neuf",
                        List.of(),
                        ZoneId.of("Europe/Paris"),
                        HolidayZone.METROPOLE,
                        Territory.Contact.NONE,
                        Optional.empty())));
        String home = given().get("/").then().statusCode(200).extract().asString();
        assertThat(home)
                .contains("De rien à un premier appel")
                .contains("href=\"/annuaire/STEPS-ONE/perimetres\"")
                .contains("href=\"/planning/STEPS-ONE\"");
    }
}
