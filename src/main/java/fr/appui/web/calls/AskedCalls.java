package fr.appui.web.calls;

import fr.appui.access.Act;
import fr.appui.access.Thing;
import fr.appui.directory.Reach;
import fr.appui.directory.TerritoryCode;
import fr.appui.french.InvalidInput;
import fr.appui.french.WrittenDate;
import fr.appui.french.WrittenMoment;
import fr.appui.trace.CallArchive;
import fr.appui.trace.Ending;
import fr.appui.web.Paging;
import fr.appui.web.Problem;
import fr.appui.web.signin.Visitor;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** The query of a list of calls, as it was written. */
record AskedCalls(
        Optional<String> from,
        Optional<String> to,
        Optional<String> territory,
        Optional<String> ending,
        Optional<String> outcome,
        Optional<String> page,
        Optional<String> size) {

    /** Within what the visitor coordinates. @param zones whose midnight a bare date means */
    CallArchive.Search search(Visitor visitor, Function<Optional<TerritoryCode>, ZoneId> zones) {
        Optional<TerritoryCode> where = territory.map(AskedCalls::code);
        where.ifPresent(code -> visitor.require(Act.COORDINATE, new Thing.Place(code)));
        ZoneId zone = zones.apply(where);
        Paging paging = Paging.asked(page, size);
        return new CallArchive.Search(
                from.map(text -> instant("from", text, zone)),
                to.map(text -> instant("to", text, zone)),
                where.map(Reach::of).orElseGet(() -> visitor.reach(Act.COORDINATE)),
                ending.map(AskedCalls::ending),
                outcome.map(AskedCalls::logged),
                paging.page(),
                paging.size());
    }

    private static TerritoryCode code(String text) {
        return Problem.read("territory", text, TerritoryCode::new);
    }

    private static Ending ending(String text) {
        return Arrays.stream(Ending.values())
                .filter(ending -> ending.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("ending", "choisir parmi " + Arrays.toString(Ending.values())));
    }

    private static CallArchive.Logged logged(String text) {
        return Arrays.stream(CallArchive.Logged.values())
                .filter(logged -> logged.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Problem.badRequest("outcome", "choisir AWAITED ou VALIDATED"));
    }

    private static Instant instant(String field, String text, ZoneId zone) {
        try {
            return text.contains("T")
                    ? WrittenMoment.read(text)
                    : WrittenDate.read(text).atStartOfDay(zone).toInstant();
        } catch (InvalidInput unreadable) {
            throw Problem.badRequest(field, "écrire un jour (2026-03-05) ou un instant (2026-03-05T18:00:00+01:00)");
        }
    }
}
