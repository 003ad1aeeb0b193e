package fr.appui;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import fr.appui.planning.life.SmsDesk;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The plan of the house: which room may use which, where a technology may be imported, who may read the clock. */
@AnalyzeClasses(packages = "fr.appui", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** Under every room: how France writes, what nodes share out, messages to devices and to telephones. */
    private static final List<String> GROUND = List.of("french", "nodes", "push", "sms");

    // --- which room may use which; a room not named is out of reach

    @ArchTest
    static final ArchRule frenchKnowsNoRoom = groundRoom("french");

    @ArchTest
    static final ArchRule nodesKnowNoRoom = groundRoom("nodes");

    @ArchTest
    static final ArchRule pushKnowsNobody = room("push").mayUse();

    @ArchTest
    static final ArchRule smsKnowsNobody = room("sms").mayUse();

    @ArchTest
    static final ArchRule directoryUsesNoOtherRoom = room("directory").mayUse();

    @ArchTest
    static final ArchRule accessIsDecidedFromTheDirectory = room("access").mayUse("directory");

    @ArchTest
    static final ArchRule theAuditLogIsToldByAll = room("audit").mayUse("directory");

    @ArchTest
    static final ArchRule whatIsErasedIsAudited = room("retention").mayUse("directory");

    @ArchTest
    static final ArchRule calendarUsesTheDirectory = room("calendar").mayUse("directory");

    @ArchTest
    static final ArchRule rotaUsesCalendarAndDirectory = room("rota").mayUse("calendar", "directory");

    @ArchTest
    static final ArchRule planningUsesWhatItPlans = room("planning").mayUse("rota", "calendar", "access", "directory");

    @ArchTest
    static final ArchRule traceUsesTheDirectory = room("trace").mayUse("directory");

    @ArchTest
    static final ArchRule dispatchDecidesFromRotaAndRecordsInTrace =
            room("dispatch").mayUse("rota", "calendar", "trace", "directory");

    @ArchTest
    static final ArchRule recordingsBelongToALine = room("recordings").mayUse("directory");

    @ArchTest
    static final ArchRule telephonyCarriesDecisions =
            room("telephony").mayUse("dispatch", "outreach", "recordings", "rota", "calendar", "trace", "directory");

    @ArchTest
    static final ArchRule outreachBeginsCallsThroughAnyTelephone =
            room("outreach").mayUse("rota", "calendar", "trace", "directory");

    @ArchTest
    static final ArchRule indicatorsCountWhatHappened =
            room("indicators").mayUse("trace", "rota", "calendar", "directory");

    @ArchTest
    static final ArchRule pagesNeverTouchTheSwitch = room("web")
            .mayUse(
                    "outreach",
                    "indicators",
                    "dispatch",
                    "recordings",
                    "trace",
                    "planning",
                    "rota",
                    "calendar",
                    "access",
                    "audit",
                    "retention",
                    "directory");

    @ArchTest
    static final ArchRule roomsMakeNoCircles =
            slices().matching("fr.appui.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packagesMakeNoCircles =
            slices().matching("fr.appui.(**)").should().beFreeOfCycles();

    // --- faces read, call and render: what is kept has a room

    @ArchTest
    static final ArchRule facesHoldNoStore =
            classes().should(beInEach("fr.appui.web.(\\w+)\\.store", Set.of(), "a page keeps nothing: its room does"));

    /**
     * Faces that ask a store themselves: one face reads one thing there, and a class between would only pass it on. The list may only
     * shrink: what a second face shows, or what is put together from two stores, has a reader in its room.
     */
    private static final Set<String> STORES_THAT_FACES_ASK =
            Set.of("AuditPages AuditLog", "AuditResource AuditLog", "TariffsResource Ledger");

    /**
     * What everybody may read and nobody changes by it, and use cases that are written where they are kept: what LineRecordings and
     * NomenclatureShelf change, they write to the audit log themselves.
     */
    private static final Set<String> DOORS = Set.of(
            "Directory", "DutyCalendars", "DirectoryDesk", "PerimeterDesk", "LineRecordings", "NomenclatureShelf");

    @ArchTest
    static final ArchRule facesAskNoStore =
            facesDoNot("ask a store", ArchitectureTest::storesAsked, STORES_THAT_FACES_ASK);

    // --- an act is audited and made one by its use case

    /** Writes the line of the audit log, or opens the transaction, of an act: none does any more. */
    private static final Set<String> ACTS_IN_FACES = Set.of();

    @ArchTest
    static final ArchRule facesMakeNoAct = facesDoNot("make an act", ArchitectureTest::actsMade, ACTS_IN_FACES);

    /** With nothing allowed, the one finds what is listed; the other finds, in a use case, what no face does. */
    @ArchTest
    static void theRulesAboutFacesCanFail(JavaClasses house) {
        assertThat(facesDoNot("ask a store", ArchitectureTest::storesAsked, Set.of())
                        .evaluate(house)
                        .getFailureReport()
                        .getDetails())
                .isNotEmpty();
        assertThat(actsMade(house.get(SmsDesk.class))).containsExactlyInAnyOrder("Audit", "Transactional");
    }

    // --- bad input has a type, and no face guesses it from elsewhere

    /** Where an argument that does not suit was written by us, or by another node: it is logged, and nobody is told that their input is. */
    private static final Set<String> FAULTS_OF_OURS = Set.of(
            "AnnualReport",
            "DocxLayout",
            "EventJson",
            "EventNames",
            "Hold",
            "Money",
            "ObservationText",
            "PastShare",
            "PlanningMenu",
            "QrCode",
            "ReportScope",
            "RuleBreach",
            "Rung",
            "SmsGateway",
            "StateText",
            "StoredParties",
            "StoredRotas",
            "Table");

    @ArchTest
    static final ArchRule badInputHasItsType = whoDoesNot(
            classes().that().areNotAssignableTo(IllegalArgumentException.class),
            "refuse an argument without a type",
            ArchitectureTest::untypedRefusals,
            FAULTS_OF_OURS.stream().map(type -> type + " refuses").collect(Collectors.toSet()),
            "what somebody wrote is refused with french.InvalidInput; what is our own fault stands in the list");

    @ArchTest
    static final ArchRule nothingIsGuessedFromAStackTrace =
            noClasses().should().callMethod(Throwable.class, "getStackTrace");

    // --- one simple name, one meaning

    /** Names that still mean two things. The list may only shrink. */
    private static final Set<String> NAMES_THAT_STAND_TWICE = Set.of("Alert");

    @ArchTest
    static final ArchRule aNameHasOneMeaning = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .should(haveANameOfTheirOwn());

    // --- pure rooms: no framework, no storage

    @ArchTest
    static final ArchRule decisionsArePure = noClasses()
            .that()
            .resideInAnyPackage(
                    "fr.appui.dispatch",
                    "fr.appui.calendar",
                    "fr.appui.rota",
                    "fr.appui.planning",
                    "fr.appui.trace",
                    "fr.appui.directory",
                    "fr.appui.french")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "java.sql..")
            .as("dispatch, calendar, rota, planning, trace, directory and french decide without framework or"
                    + " storage (adapters are sub-packages)");

    // --- each technology in its adapter only

    @ArchTest
    static final ArchRule storageOnlyInStores = technology(
            "SQL and Panache",
            Stream.of("jakarta.persistence..", "org.hibernate..", "io.quarkus.hibernate..", "java.sql.."),
            "fr.appui..store..",
            "fr.appui.trace.outbox..");

    @ArchTest
    static final ArchRule solverOnlyInSolver =
            technology("OR-Tools", Stream.of("com.google.ortools.."), "fr.appui.planning.solver..");

    @ArchTest
    static final ArchRule webPushOnlyInPush = technology("web push", Stream.of("com.interaso.."), "fr.appui.push..");

    @ArchTest
    static final ArchRule kafkaOnlyInOutbox = technology(
            "Kafka and messaging",
            Stream.of(
                    "org.apache.kafka..",
                    "org.eclipse.microprofile.reactive.messaging..",
                    "io.smallrye.reactive.messaging.."),
            "fr.appui.trace.outbox..");

    @ArchTest
    static final ArchRule asteriskOnlyInTelephony =
            technology("Asterisk-Java", Stream.of("org.asteriskjava.."), "fr.appui.telephony..");

    @ArchTest
    static final ArchRule documentsOnlyInRender = technology(
            "PDF, xlsx, docx and charts",
            Stream.of("org.openpdf..", "org.dhatim..", "org.apache.poi.."),
            "fr.appui.indicators.render..",
            "fr.appui.planning.feed..");

    @ArchTest
    static final ArchRule calendarFilesOnlyInFeed =
            technology("iCalendar", Stream.of("net.fortuna.ical4j.."), "fr.appui.planning.feed..");

    @ArchTest
    static final ArchRule mailOnlyInNotices = technology(
            "mail",
            Stream.of("io.quarkus.mailer.."),
            "fr.appui.directory.notice..",
            "fr.appui.planning.notice..",
            "fr.appui.outreach.notice..",
            "fr.appui.trace.notice..",
            "fr.appui.indicators.notice..");

    @ArchTest
    static final ArchRule httpResourcesOnlyInWeb =
            technology("JAX-RS resources", Stream.of("jakarta.ws.rs.."), "fr.appui.web..");

    // --- time

    @ArchTest
    static final ArchRule timeComesFromTheInjectedClock = classes()
            .that()
            .resideOutsideOfPackage("fr.appui.boot..")
            .should(notReadTheClock())
            .as("time comes from the injected java.time.Clock: pass the instant in, or inject the clock at the edge");

    @ArchTest
    static final ArchRule addressesToTakeAwayBeginWithTheConfiguredOne = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("fr.appui.web.OwnAddress")
            .should()
            .callMethod("jakarta.ws.rs.core.UriInfo", "getBaseUri")
            .as("what a request was sent to (Host) is behind a proxy nobody's address: ask OwnAddress");

    @ArchTest
    static final ArchRule whatIsTypedIsReadByOneRule = noClasses()
            .that()
            .resideInAPackage("fr.appui.web..")
            .and()
            .haveSimpleNameNotContaining("ProviderClaims") // another's name of a person, as it is
            .should()
            .callMethodWhere(describe(
                    "takes blanks away by itself",
                    call -> call.getTargetOwner().isEquivalentTo(String.class)
                            && Set.of("isBlank", "strip", "trim").contains(call.getName())))
            .as("a blank that does not break, or has no width, is one: french.WrittenValue reads what is typed");

    // --- names that say nothing

    @ArchTest
    static final ArchRule noDrawersForOddments = noClasses()
            .should()
            .resideInAnyPackage(
                    "..util..", "..common..", "..service..", "..dto..", "..mapper..", "..manager..", "..helper..");

    /** What a face (a page or a resource: it has an address) does that is not its own to do: exactly what is listed. */
    private static ArchRule facesDoNot(String act, Function<JavaClass, Stream<String>> done, Set<String> listed) {
        return whoDoesNot(
                classes().that().areAnnotatedWith("jakarta.ws.rs.Path"),
                act,
                done,
                listed,
                "a face reads, calls and renders; let its room do it");
    }

    private static ArchRule whoDoesNot(
            GivenClassesConjunction who,
            String act,
            Function<JavaClass, Stream<String>> done,
            Set<String> listed,
            String remedy) {
        return who.should(new ArchCondition<>("not " + act) {
            private final Set<String> idle = new TreeSet<>(listed);

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                done.apply(type)
                        .map(what -> type.getSimpleName() + " " + what)
                        .peek(idle::remove)
                        .filter(found -> !listed.contains(found))
                        .forEach(found -> events.add(SimpleConditionEvent.violated(type, found + ": " + remedy)));
            }

            @Override
            public void finish(ConditionEvents events) {
                idle.forEach(gone -> events.add(
                        SimpleConditionEvent.violated(gone, gone + " is listed and does it no more: take it off")));
            }
        });
    }

    /** What it holds that is kept: an interface that a store answers for. */
    private static Stream<String> storesAsked(JavaClass face) {
        return face.getFields().stream()
                .map(JavaField::getRawType)
                .filter(type -> !DOORS.contains(type.getSimpleName()))
                .filter(type -> type.getAllSubclasses().stream()
                        .anyMatch(answers -> answers.getPackageName().contains(".store")))
                .map(JavaClass::getSimpleName)
                .distinct();
    }

    private static Stream<String> untypedRefusals(JavaClass type) {
        return Stream.of(type.getConstructorCallsFromSelf(), type.getConstructorReferencesFromSelf())
                .flatMap(Set::stream)
                .filter(made -> made.getTargetOwner().isEquivalentTo(IllegalArgumentException.class))
                .map(made -> "refuses")
                .distinct();
    }

    private static Stream<String> actsMade(JavaClass face) {
        Stream<String> audited = face.getFields().stream()
                .map(field -> field.getRawType().getSimpleName())
                .filter("Audit"::equals);
        boolean transacts = face.isAnnotatedWith("jakarta.transaction.Transactional")
                || face.getMethods().stream()
                        .anyMatch(method -> method.isAnnotatedWith("jakarta.transaction.Transactional"));
        return Stream.concat(audited, transacts ? Stream.of("Transactional") : Stream.of());
    }

    private static ArchRule groundRoom(String name) {
        return noClasses()
                .that()
                .resideInAPackage("fr.appui." + name + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("fr.appui..")
                        .and(DescribedPredicate.not(resideInAPackage("fr.appui." + name + ".."))))
                .as(name + " knows no other room");
    }

    private record Room(String name) {
        ArchRule mayUse(String... others) {
            String[] reachable = Stream.of(Stream.of(name), GROUND.stream(), Stream.of(others))
                    .flatMap(rooms -> rooms)
                    .map(room -> "fr.appui." + room + "..")
                    .toArray(String[]::new);
            DescribedPredicate<JavaClass> elsewhere =
                    resideInAPackage("fr.appui..").and(DescribedPredicate.not(resideInAnyPackage(reachable)));
            return noClasses()
                    .that()
                    .resideInAPackage("fr.appui." + name + "..")
                    .should()
                    .dependOnClassesThat(elsewhere)
                    .as(name + " may use " + (others.length == 0 ? "no other room" : String.join(", ", others)));
        }
    }

    private static Room room(String name) {
        return new Room(name);
    }

    /** Who else imports it breaks the rule; so does an adapter that does not: a rule over an empty place holds nothing. */
    private static ArchRule technology(String what, Stream<String> packages, String... adapters) {
        String[] technology = packages.toArray(String[]::new);
        ArchRule elsewhere = noClasses()
                .that()
                .resideOutsideOfPackages(adapters)
                .and()
                .resideOutsideOfPackage("fr.appui.boot..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(technology);
        return CompositeArchRule.of(elsewhere)
                .and(classes().should(beImportedInEach(technology, adapters)))
                .as(what + " may be imported only in " + String.join(", ", adapters));
    }

    private static ArchCondition<JavaClass> beImportedInEach(String[] technology, String[] adapters) {
        return new ArchCondition<>("be imported in each adapter") {
            private final Set<String> idle = new TreeSet<>(Set.of(adapters));

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                idle.removeIf(adapter -> resideInAPackage(adapter).test(type)
                        && type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(used -> resideInAnyPackage(technology).test(used.getTargetClass())));
            }

            @Override
            public void finish(ConditionEvents events) {
                idle.forEach(adapter -> events.add(SimpleConditionEvent.violated(
                        adapter, adapter + " imports none of " + String.join(", ", technology))));
            }
        };
    }

    /** Exactly these: one more breaks the rule, and so does one that is listed for nothing. */
    private static ArchCondition<JavaClass> beInEach(String packages, Set<String> allowed, String why) {
        Pattern place = Pattern.compile(packages);
        return new ArchCondition<>("be in a package like " + packages + " only where it is listed: " + why) {
            private final Set<String> found = new TreeSet<>();

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Matcher in = place.matcher(type.getPackageName());
                if (in.matches()) {
                    found.add(in.group(1));
                }
            }

            @Override
            public void finish(ConditionEvents events) {
                if (!found.equals(allowed)) {
                    events.add(SimpleConditionEvent.violated(found, "found " + found + ", listed " + allowed));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> haveANameOfTheirOwn() {
        return new ArchCondition<>(
                "have a simple name of their own, but for the names listed, which may only become fewer") {
            private final Map<String, Set<String>> byName = new TreeMap<>();

            @Override
            public void check(JavaClass type, ConditionEvents events) {
                byName.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                        .add(type.getName());
            }

            @Override
            public void finish(ConditionEvents events) {
                byName.values().removeIf(types -> types.size() == 1);
                if (!byName.keySet().equals(NAMES_THAT_STAND_TWICE)) {
                    events.add(SimpleConditionEvent.violated(
                            byName, "stand twice: " + byName + ", listed: " + new TreeSet<>(NAMES_THAT_STAND_TWICE)));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> notReadTheClock() {
        Set<String> readers = Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone", "systemDefault");
        return new ArchCondition<>("not read the clock") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> readers.contains(call.getName()))
                        .filter(call -> call.getTarget().getRawParameterTypes().isEmpty())
                        .filter(ArchitectureTest::onATimeType)
                        .forEach(call -> events.add(SimpleConditionEvent.violated(type, call.getDescription())));
            }
        };
    }

    private static boolean onATimeType(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        return owner.startsWith("java.time.") || owner.equals("java.lang.System");
    }
}
