package fr.appui.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.appui.Whole;
import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.Directory;
import fr.appui.directory.TerritoryCode;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallId;
import fr.appui.trace.Journal;
import fr.appui.web.signin.AdministratorByDefault;
import fr.appui.web.signin.Visitors;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the first page counts is what its link opens: one query. */
@Whole
@QuarkusTest
@TestProfile(Demonstration.class)
class HomeCountsIT {

    private static final TerritoryCode OISE = new TerritoryCode("HDF-OISE");
    private static final Pattern COUNTED = Pattern.compile(
            "<span class=\"tag[^\"]*\">([^<]+)</span> (Un|\\d+) appels? [^<]*<br><a href=\"(/appels[?][^\"]+)\"");
    private static final Pattern TOTAL = Pattern.compile("\\d+ à \\d+ sur (\\d+)");

    @Inject
    Visitors visitors;

    @Inject
    Directory directory;

    @Inject
    Journal journal;

    @Inject
    CallArchive archive;

    @Inject
    DemonstrationYear year;

    private String session;

    @BeforeEach
    void callsOfAYear() {
        AdministratorByDefault.nobody();
        year.playOnce();
        for (var events : DemonstrationCalls.of(directory.physiciansOf(OISE))) {
            journal.append(events);
        }
        await().until(() -> archive.find(new CallId("demo-1")).isPresent()
                && archive.find(new CallId("demo-3")).isPresent());
        session = visitors.session(visitors.account(List.of(Grant.over(Role.COORDINATOR, OISE))));
    }

    @Test
    void eachCountOfCallsOpensAListOfAsMany() {
        List<MatchResult> counted = COUNTED.matcher(page("/")).results().toList();
        assertThat(counted).as("the first page counts something").isNotEmpty();
        for (MatchResult one : counted) {
            assertThat(one.group(1)).as("what is past is not announced").isNotEqualTo("Bientôt");
            int said = one.group(2).equals("Un") ? 1 : Integer.parseInt(one.group(2));
            assertThat(listed(page(one.group(3).replace("&amp;", "&"))))
                    .as(one.group(3))
                    .isEqualTo(said);
        }
    }

    private static int listed(String list) {
        Matcher total = TOTAL.matcher(list);
        return total.find()
                ? Integer.parseInt(total.group(1))
                : (int) Pattern.compile("<th scope=\"row\"><a href=\"/appels/")
                        .matcher(list)
                        .results()
                        .count();
    }

    private String page(String path) {
        return given().cookie("appui", session)
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
