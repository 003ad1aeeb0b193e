package fr.appui.web.signin;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import fr.appui.access.Grant;
import fr.appui.access.Role;
import fr.appui.directory.Agreement;
import fr.appui.directory.DateSpan;
import fr.appui.directory.Directory;
import fr.appui.directory.DirectoryDesk;
import fr.appui.directory.Establishment;
import fr.appui.directory.EstablishmentKind;
import fr.appui.directory.Finess;
import fr.appui.directory.LineSettings;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.Signatory;
import fr.appui.directory.SupportLine;
import fr.appui.planning.life.ComparisonDesk;
import fr.appui.planning.life.GenerationJob;
import fr.appui.planning.life.JobBook;
import fr.appui.planning.notice.NoticeBook;
import fr.appui.rota.Substitution.Act;
import fr.appui.trace.AttemptResult;
import fr.appui.trace.CallArchive;
import fr.appui.trace.CallEvent;
import fr.appui.trace.CallId;
import fr.appui.trace.Ending;
import fr.appui.trace.Journal;
import fr.appui.trace.Origin;
import fr.appui.trace.Profile;
import fr.appui.web.rotas.PlanningWorld;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Two territories that each have something of everything; what is written in one occurs nowhere in the other. */
@ApplicationScoped
public class TwoTerritories {

    /** What could not be made: the matrix says so. */
    static final List<String> LACKING = new java.util.concurrent.CopyOnWriteArrayList<>();

    private static final LocalDate LONG_AGO = LocalDate.of(2024, 1, 1);

    private final PlanningWorld world;
    private final Directory directory;
    private final DirectoryDesk desk;
    private final ComparisonDesk comparisons;
    private final JobBook jobs;
    private final Journal journal;
    private final CallArchive archive;
    private final Visitors visitors;
    private final TokenDesk tokens;
    private final NoticeBook notices;
    private final Clock clock;

    TwoTerritories(
            PlanningWorld world,
            Directory directory,
            DirectoryDesk desk,
            ComparisonDesk comparisons,
            JobBook jobs,
            Journal journal,
            CallArchive archive,
            Visitors visitors,
            TokenDesk tokens,
            NoticeBook notices,
            Clock clock) {
        this.world = world;
        this.directory = directory;
        this.desk = desk;
        this.comparisons = comparisons;
        this.jobs = jobs;
        this.journal = journal;
        this.archive = archive;
        this.visitors = visitors;
        this.tokens = tokens;
        this.notices = notices;
        this.clock = clock;
    }

    /** One of them, with the identifiers of all that it has. @param duty a date whose duty physician 0 holds */
    record Side(
            PlanningWorld.Place place,
            Finess partner,
            PhoneNumber line,
            long agreement,
            LocalDate duty,
            LocalDate otherDuty,
            LocalDate announced,
            String draft,
            String swap,
            String request,
            String notice,
            String job,
            String call,
            String declared,
            long difficulty,
            long transmission,
            String account,
            String token,
            String physicianSecret,
            String territorySecret,
            String words) {

        String code() {
            return place.code().value();
        }

        Physician physician(int index) {
            return place.physicians().get(index);
        }

        int year() {
            return duty.getYear() - 1;
        }
    }

    Side create(String words, List<String> names, int number) {
        PlanningWorld.Place place = world.create(names);
        var code = place.code();
        Finess partner = finess(number);
        directory.save(new Establishment(
                partner,
                "Clinique d’essai " + number,
                EstablishmentKind.PUBLIC_HOSPITAL,
                Optional.empty(),
                Optional.empty()));
        var host = directory.territory(code).orElseThrow().host().orElseThrow();
        desk.create(
                new Agreement(
                        code,
                        host,
                        partner,
                        LONG_AGO,
                        DateSpan.since(LONG_AGO),
                        List.of(
                                new Signatory("Signataire " + words, "Directrice"),
                                new Signatory("Cosignataire " + words, "Directeur"))),
                "essai");
        var line = PhoneNumber.parse("03 44 99 7%d 0%d".formatted(number % 10, number / 10 % 10));
        var before = directory.territory(code).orElseThrow();
        directory.save(new fr.appui.directory.Territory(
                code,
                before.name(),
                before.proximityZones(),
                before.timeZone(),
                before.holidayZone(),
                new fr.appui.directory.Territory.Contact(
                        Optional.of(new SupportLine(line, code, LineSettings.defaults())),
                        before.contact().mail()),
                before.host()));
        csv(place.rota() + "/import", place.rotaByWeeks());
        post(place.rota() + "/publish", Map.of());
        post(place.rota() + "/draft", Map.of());
        String draft = "Brouillon " + words;
        comparisons.putAside(code, place.quarter(), draft, new Act("essai", "essai", clock.instant()));
        LocalDate duty = heldBy(place, 0);
        LocalDate other = heldBy(place, 1);
        String swap = post(
                        place.address() + "/swaps",
                        Map.of(
                                "proposer",
                                place.id(0),
                                "other",
                                place.id(7),
                                "given",
                                List.of(duty.toString()),
                                "reason",
                                "Motif " + words))
                .extract()
                .path("id");
        String request = post(
                        "/api/physicians/" + place.id(1) + "/replacement-requests",
                        Map.of(
                                "territory", code.value(),
                                "date", other.toString(),
                                "reason", "Empêché " + words))
                .extract()
                .path("id");
        put(
                "/api/physicians/" + place.id(0) + "/wishes",
                Map.of(
                        "unavailabilities",
                        List.of(Map.of("from", place.quarter().next().first().toString()))));
        String physicianSecret = secret("/api/physicians/" + place.id(0) + "/calendar-token");
        String territorySecret = secret(place.address() + "/calendar-token");
        String call = call(words, place);
        put(
                "/api/calls/" + call + "/outcome",
                Map.of(
                        "status",
                        "FINAL",
                        "callerProfile",
                        "SAMU",
                        "motives",
                        List.of("PAIN"),
                        "orientations",
                        List.of("STAY_WITH_ADVICE"),
                        "placeOfCare",
                        "EHPAD",
                        "durationSeconds",
                        600));
        String declared = post(
                        "/api/calls/declared",
                        Map.of(
                                "territory",
                                code.value(),
                                "physician",
                                place.id(0),
                                "at",
                                clock.instant().minus(Duration.ofHours(5)).toString(),
                                "durationSeconds",
                                60))
                .extract()
                .path("call");
        Number difficulty = post(
                        place.address() + "/difficulties",
                        Map.of("category", "COVERAGE", "text", "Difficulté " + words, "date", today().toString()))
                .extract()
                .path("id");
        post(
                place.address() + "/expenses",
                Map.of(
                        "date",
                        today().toString(),
                        "account",
                        anAccount(),
                        "label",
                        "Dépense " + words,
                        "amount",
                        "12"));
        LocalDate announced = today().plusYears(1);
        post(
                place.address() + "/perimeters",
                Map.of(
                        "kind", "CORE",
                        "workingStart", "18:00",
                        "nonWorkingStart", "08:30",
                        "end", "22:00",
                        "announcedOn", today().toString(),
                        "inForceFrom", announced.toString()));
        Number transmission =
                given().get(place.address() + "/transmissions").then().extract().path("items[0].id");
        return new Side(
                place,
                partner,
                line,
                desk.agreements(code).getFirst().id(),
                duty,
                other,
                announced,
                draft,
                String.valueOf(swap),
                String.valueOf(request),
                notices.of(code, Instant.EPOCH, 1).getFirst().id().toString(),
                job(place),
                call,
                String.valueOf(declared),
                difficulty == null ? 0 : difficulty.longValue(),
                transmission == null ? 0 : transmission.longValue(),
                visitors.account(List.of(Grant.over(Role.COORDINATOR, code)))
                        .id()
                        .toString(),
                tokens.issue(
                                new TokenDesk.Request(
                                        "Jeton " + words, Role.COORDINATOR, Set.of(code), true, Duration.ofHours(1)),
                                "essai")
                        .token()
                        .id()
                        .toString(),
                physicianSecret,
                territorySecret,
                words);
    }

    /** The first date of a whole week that this physician holds. */
    private static LocalDate heldBy(PlanningWorld.Place place, int physician) {
        return place.monday(0)
                .datesUntil(place.quarter().last())
                .filter(date -> place.holder(date) == physician)
                .findFirst()
                .orElseThrow();
    }

    private String job(PlanningWorld.Place place) {
        var order = new GenerationJob.Order(1, 1, "essai", clock.instant());
        var running = new GenerationJob(
                UUID.randomUUID(),
                place.code(),
                place.quarter(),
                order,
                GenerationJob.State.RUNNING,
                Optional.empty(),
                List.of());
        jobs.claim(running, 1_000, clock.instant());
        jobs.end(
                new GenerationJob(
                        running.id(),
                        place.code(),
                        place.quarter(),
                        order,
                        GenerationJob.State.UNDECIDED,
                        Optional.empty(),
                        List.of("Le temps a manqué.")),
                clock.instant());
        return running.id().toString();
    }

    /** Taken by physician 0. */
    private String call(String words, PlanningWorld.Place place) {
        var id = new CallId("appel-" + words.toLowerCase(java.util.Locale.ROOT));
        Instant t = clock.instant().minus(Duration.ofHours(30));
        var physician = place.physicians().getFirst().id();
        journal.append(List.of(
                new CallEvent.Received(id, t, "0344112233", Optional.of(place.code()), Origin.PUBLIC, Optional.empty()),
                new CallEvent.ProfileChosen(id, t.plusSeconds(5), Profile.NURSE),
                new CallEvent.AttemptStarted(id, t.plusSeconds(9), 1, 1, physician, Duration.ofSeconds(20)),
                new CallEvent.Bridged(id, t.plusSeconds(20), "1.1"),
                new CallEvent.Unbridged(id, t.plusSeconds(300), "1.1"),
                new CallEvent.AttemptEnded(id, t.plusSeconds(301), 1, AttemptResult.ACCEPTED, 16),
                new CallEvent.Ended(id, t.plusSeconds(302), Ending.ANSWERED, 16)));
        await().until(() -> archive.find(id)
                .filter(found -> found.story().ended().isPresent())
                .isPresent());
        return id.value();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Europe/Paris"));
    }

    private static String anAccount() {
        return given().get("/api/accounts").then().statusCode(200).extract().path("find { it.side == 'EXPENSE' }.code");
    }

    private static String secret(String address) {
        String path = String.valueOf(post(address, Map.of()).extract().<String>path("path"));
        return path.substring(path.indexOf("token=") + 6);
    }

    private static Finess finess(int number) {
        String digits = "60995%03d".formatted(number);
        for (int key = 0; key < 10; key++) {
            try {
                return new Finess(digits + key);
            } catch (IllegalArgumentException wrongKey) {
                continue;
            }
        }
        throw new IllegalStateException("one of ten keys fits");
    }

    private static ValidatableResponse post(String address, Map<String, ?> body) {
        return kept(
                given().contentType(ContentType.JSON).body(body).post(address).then(), address);
    }

    private static ValidatableResponse put(String address, Map<String, ?> body) {
        return kept(
                given().contentType(ContentType.JSON)
                        .header(
                                "If-Match",
                                address.endsWith("/wishes")
                                        ? given().get(address).header("ETag")
                                        : "")
                        .body(body)
                        .put(address)
                        .then(),
                address);
    }

    private static void csv(String address, String body) {
        kept(
                given().contentType("text/csv;charset=UTF-8")
                        .body(body)
                        .post(address)
                        .then(),
                address);
    }

    private static ValidatableResponse kept(ValidatableResponse response, String address) {
        int status = response.extract().statusCode();
        if (status >= 300) {
            LACKING.add(
                    address + " answered " + status + " " + response.extract().asString());
        }
        return response;
    }
}
