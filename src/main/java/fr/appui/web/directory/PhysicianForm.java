package fr.appui.web.directory;

import fr.appui.web.directory.PhysicianEntry.EmploymentEntry;
import fr.appui.web.directory.PhysicianEntry.NumberEntry;
import fr.appui.web.directory.PhysicianEntry.PostEntry;
import fr.appui.web.directory.PhysicianEntry.PracticeEntry;
import fr.appui.web.directory.PhysicianEntry.ShareEntry;
import fr.appui.web.directory.PhysicianEntry.TrainingEntry;
import fr.appui.web.directory.PhysicianEntry.VolunteeringEntry;
import jakarta.ws.rs.DefaultValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;

/** A physician as the page sends them: one list for each column, rows that were left blank among them. */
public final class PhysicianForm {

    private static final int MOST_ROWS = 60;

    @RestForm
    @DefaultValue("-1")
    public int version = -1;

    @RestForm
    @DefaultValue("")
    public String givenName = "";

    @RestForm
    @DefaultValue("")
    public String familyName = "";

    @RestForm
    @DefaultValue("")
    public String rpps = "";

    @RestForm
    @DefaultValue("")
    public String mail = "";

    @RestForm
    public List<String> number = List.of();

    @RestForm
    public List<String> numberFrom = List.of();

    @RestForm
    public List<String> numberTo = List.of();

    /** The row and the day: {@code 0-MONDAY}. A box that is not ticked sends nothing, so places cannot tell. */
    @RestForm
    public List<String> numberDay = List.of();

    @RestForm
    public List<String> diploma = List.of();

    @RestForm
    public List<String> obtainedOn = List.of();

    @RestForm
    public List<String> employer = List.of();

    @RestForm
    public List<String> employedFrom = List.of();

    @RestForm
    public List<String> employedTo = List.of();

    @RestForm
    public List<String> structure = List.of();

    @RestForm
    public List<String> postFrom = List.of();

    @RestForm
    public List<String> postTo = List.of();

    @RestForm
    public List<String> practice = List.of();

    @RestForm
    public List<String> practiceFrom = List.of();

    @RestForm
    public List<String> practiceTo = List.of();

    @RestForm
    public List<String> share = List.of();

    @RestForm
    public List<String> shareFrom = List.of();

    @RestForm
    public List<String> volunteering = List.of();

    @RestForm
    public List<String> basis = List.of();

    @RestForm
    public List<String> appliedOn = List.of();

    @RestForm
    public List<String> declaredOn = List.of();

    @RestForm
    public List<String> leftOn = List.of();

    PhysicianEntry entry() {
        return new PhysicianEntry(
                givenName,
                familyName,
                rpps,
                mail,
                rows(
                        number,
                        at -> new NumberEntry(
                                cell(number, at), days(numberDay, at), cell(numberFrom, at), cell(numberTo, at)),
                        row -> row.number().isEmpty()
                                && row.from().isEmpty()
                                && row.days().isEmpty()),
                rows(
                        diploma,
                        at -> new TrainingEntry(cell(diploma, at), cell(obtainedOn, at)),
                        row -> row.diploma().isEmpty() && row.obtainedOn().isEmpty()),
                rows(
                        employer,
                        at -> new EmploymentEntry(cell(employer, at), cell(employedFrom, at), cell(employedTo, at)),
                        row -> row.employer().isEmpty()
                                && row.from().isEmpty()
                                && row.to().isEmpty()),
                rows(
                        structure,
                        at -> new PostEntry(cell(structure, at), cell(postFrom, at), cell(postTo, at)),
                        row -> row.structure().isEmpty()
                                && row.from().isEmpty()
                                && row.to().isEmpty()),
                rows(
                        practice,
                        at -> new PracticeEntry(cell(practice, at), cell(practiceFrom, at), cell(practiceTo, at)),
                        row -> row.territory().isEmpty()
                                && row.from().isEmpty()
                                && row.to().isEmpty()),
                rows(
                        share,
                        at -> new ShareEntry(cell(share, at), cell(shareFrom, at)),
                        row -> row.share().isEmpty() && row.from().isEmpty()),
                rows(
                        volunteering,
                        at -> new VolunteeringEntry(
                                cell(volunteering, at),
                                cell(basis, at),
                                cell(appliedOn, at),
                                cell(declaredOn, at),
                                cell(leftOn, at)),
                        row -> row.territory().isEmpty()
                                && row.appliedOn().isEmpty()
                                && row.declaredOn().isEmpty()
                                && row.leftOn().isEmpty()));
    }

    /** The same with one blank row more in each list, to write the next fact in. */
    static PhysicianEntry withRoom(PhysicianEntry entry) {
        return new PhysicianEntry(
                entry.givenName(),
                entry.familyName(),
                entry.rpps(),
                entry.mail(),
                entry.numbers().size() < 5
                        ? with(entry.numbers(), new NumberEntry("", List.of(), "", ""))
                        : entry.numbers(),
                with(entry.trainings(), new TrainingEntry("", "")),
                with(entry.employments(), new EmploymentEntry("", "", "")),
                with(entry.posts(), new PostEntry("", "", "")),
                with(entry.practices(), new PracticeEntry("", "", "")),
                with(entry.workingTimes(), new ShareEntry("", "")),
                with(entry.volunteerings(), new VolunteeringEntry("", "", "", "", "")));
    }

    static List<String> days(List<String> ticked, int row) {
        return ticked.stream()
                .filter(chosen -> chosen.startsWith(row + "-"))
                .map(chosen -> chosen.substring(chosen.indexOf('-') + 1))
                .toList();
    }

    private static <T> List<T> rows(List<String> first, IntFunction<T> row, Predicate<T> blank) {
        return Stream.iterate(0, at -> at < Math.min(first.size(), MOST_ROWS), at -> at + 1)
                .map(row::apply)
                .filter(blank.negate())
                .toList();
    }

    static String cell(List<String> column, int at) {
        return at < column.size() ? column.get(at).strip() : "";
    }

    private static <T> List<T> with(List<T> rows, T more) {
        var longer = new ArrayList<>(rows);
        longer.add(more);
        return longer;
    }
}
