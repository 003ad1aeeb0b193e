package fr.appui.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilledInTest {

    public record Day(
            String name,
            @Sent(as = "dayTicked") List<String> ticked,
            @Sent(as = "dayOpen") boolean open) {}

    public record Zone(
            @Sent(as = "zone") String name,
            @Sent(as = "towns", inOneField = true) List<String> towns) {}

    public record Terms(boolean agreed, String why) {}

    public record Area(List<Zone> zones) {}

    public record Place(String name, Area area) {}

    public record Sheet(
            String title,
            List<String> seconds,
            @Sent(rows = 2) List<Day> days,
            List<Zone> zones,
            Terms terms) {}

    private final MultivaluedMap<String, String> form = new MultivaluedHashMap<>();

    @Test
    void eachComponentIsFilledInByItsName() {
        form.add("title", " Oise ");
        form.addAll("seconds", "20", "", "30");
        form.add("agreed", "true");
        form.add("why", "parce que");

        assertThat(FilledIn.read(Sheet.class, form).entry())
                .isEqualTo(
                        new Sheet("Oise", List.of("20", "", "30"), List.of(), List.of(), new Terms(true, "parce que")));
    }

    @Test
    void spacesAroundWhatWasPastedAreNone() {
        form.add("title", "\u00a0Oise\u202f\t");
        form.add("why", "\u00a0");

        assertThat(FilledIn.read(Sheet.class, form).entry())
                .isEqualTo(new Sheet("Oise", List.of(), List.of(), List.of(), new Terms(false, "")));
    }

    @Test
    void whatIsNotSentIsBlank() {
        assertThat(FilledIn.read(Sheet.class, form).entry())
                .isEqualTo(new Sheet("", List.of(), List.of(), List.of(), new Terms(false, "")));
    }

    @Test
    void rowsAreReadAcrossTheirColumnsAndBlankOnesAreLeftOut() {
        form.addAll("name", "lundi", "", "mardi");
        form.addAll("dayTicked", "0-AM", "2-AM", "2-PM", "12-AM");
        form.add("dayOpen", "2");
        form.addAll("zone", "Nord", "Sud");
        form.addAll("towns", "Creil, Nogent", "");

        Sheet read = FilledIn.read(Sheet.class, form).entry();

        assertThat(read.days())
                .containsExactly(new Day("lundi", List.of("AM"), false), new Day("mardi", List.of("AM", "PM"), true));
        assertThat(read.zones())
                .containsExactly(new Zone("Nord", List.of("Creil", "Nogent")), new Zone("Sud", List.of()));
    }

    /** Of a thousand rows, as many are read as a page shows. */
    @Test
    void rowsAreBounded() {
        for (int at = 0; at < 1000; at++) {
            form.add("name", "jour " + at);
        }
        assertThat(FilledIn.read(Sheet.class, form).entry().days()).hasSize(FilledIn.MOST_ROWS);
    }

    @Test
    void roomIsOneBlankRowMoreWhereTheListMayGrow() {
        var one = new Day("lundi", List.of(), false);
        var blank = new Day("", List.of(), false);
        var terms = new Terms(true, "");

        assertThat(FilledIn.withRoom(new Sheet("Oise", List.of("20"), List.of(one), List.of(), terms)))
                .isEqualTo(
                        new Sheet("Oise", List.of("20"), List.of(one, blank), List.of(new Zone("", List.of())), terms));
        assertThat(FilledIn.withRoom(new Sheet("", List.of(), List.of(one, one), List.of(), terms))
                        .days())
                .containsExactly(one, one);
    }

    @Test
    void soHaveTheListsOfARecordInIt() {
        assertThat(FilledIn.withRoom(new Place("Creil", new Area(List.of(new Zone("Nord", List.of()))))))
                .isEqualTo(new Place("Creil", new Area(List.of(new Zone("Nord", List.of()), new Zone("", List.of())))));
    }

    @Test
    void aFormThatSaysNoVersionWasDrawnFromNone() {
        assertThat(FilledIn.read(Terms.class, form).version()).isEqualTo(-1);
        form.putSingle("version", "7");
        assertThat(FilledIn.read(Terms.class, form).version()).isEqualTo(7);
        form.putSingle("version", "sept");
        assertThat(FilledIn.read(Terms.class, form).version()).isEqualTo(-1);
    }
}
