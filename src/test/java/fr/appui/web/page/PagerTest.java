package fr.appui.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagerTest {

    /** Somebody took the last line of the last page, or the address was kept from another day. */
    @ParameterizedTest
    @CsvSource({
        "0, 60, 0, 50",
        "1, 60, 1, 10",
        "1, 50, 0, 50",
        "7, 60, 1, 10",
        "-3, 60, 0, 50",
        "2147483647, 1, 0, 1",
        "3, 0, 0, 0"
    })
    void aPageBeyondTheLastIsTheLast(int asked, int total, int page, int shown) {
        var read = Pager.read(asked, at -> lines(at, total), found -> total);
        assertThat(read.pager().page()).isEqualTo(page);
        assertThat(read.found()).hasSize(shown);
    }

    @ParameterizedTest
    @CsvSource({"0, 60, 50", "1, 60, 10", "9, 60, 10", "0, 3, 3", "0, 0, 0"})
    void aListThatIsAtHandIsCutAlike(int asked, int total, int shown) {
        List<Integer> all = IntStream.range(0, total).boxed().toList();
        Pager pager = Pager.of(asked, total);
        assertThat(pager.of(all)).hasSize(shown).isEqualTo(lines(pager.page(), total));
    }

    private static List<Integer> lines(int page, int total) {
        return IntStream.range(0, total)
                .boxed()
                .skip((long) page * Pager.SIZE)
                .limit(Pager.SIZE)
                .toList();
    }
}
