package fr.appui.telephony;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.telephony.CelFile.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CelFileTest {

    private static final String RECORD =
            "\"HANGUP\",\"1795359633.896811\",\"\",\"s\",\"appui-call\",\"PJSIP/carrier-00000005\",\"1795359633.5\","
                    + "\"1795359633.5\",\"\",\"\",\"{\"\"hangupcause\"\":16}\"";

    @TempDir
    Path folder;

    private Path current;
    private CelFile file;
    private Optional<Position> bookmark = Optional.empty();

    @BeforeEach
    void aFile() {
        current = folder.resolve("appui.csv");
        file = new CelFile(current);
    }

    @Test
    void isReadOnFromWhereItWasLeft() throws IOException {
        assertThat(read()).isEmpty();
        write("one\ntwo\n");
        assertThat(read()).containsExactly("one", "two");
        assertThat(read()).isEmpty();
        write("three\n");
        assertThat(read()).containsExactly("three");
    }

    @Test
    void aLineThatIsBeingWrittenIsLeftForTheNextTime() throws IOException {
        write("one\ntw");
        assertThat(read()).containsExactly("one");
        write("o\n");
        assertThat(read()).containsExactly("two");
    }

    @Test
    void aLineBreakInAQuotedValueBeginsNoRecord() throws IOException {
        write("\"a\",\"b\nforged\"\n");
        write("next\n");
        assertThat(read()).containsExactly("\"a\",\"b\nforged\"", "next");
    }

    @Test
    void aValueThatIsBeingWrittenIsLeftForTheNextTime() throws IOException {
        write("\"a\",\"b\n");
        assertThat(read()).isEmpty();
        write("c\"\n");
        assertThat(read()).containsExactly("\"a\",\"b\nc\"");
    }

    @Test
    void aRecordCutByACrashKeepsNoOtherFromBeingRead() throws IOException {
        String cut = "\"HANGUP\",\"1795359633.89";
        write(cut + RECORD + "\n" + RECORD + "\n" + RECORD + "\n");
        assertThat(read()).containsExactly(cut + RECORD, RECORD, RECORD);
    }

    @Test
    void rotationLosesNothing() throws IOException {
        write("one\ntwo\n");
        read();
        write("three\n");
        rotateInto("appui.csv.1", 1);
        write("four\n");
        assertThat(read()).containsExactly("three", "four");
    }

    @Test
    void severalRotationsAreReadInTheirOrder() throws IOException {
        write("one\n");
        read();
        write("two\n");
        rotateInto("appui.csv-2", 1);
        write("three\n");
        rotateInto("appui.csv-1", 2);
        write("four\n");
        assertThat(read()).containsExactly("two", "three", "four");
    }

    @Test
    void copyingThenTruncatingLosesNothingAndRepeatsNothing() throws IOException {
        write("one\n");
        read();
        write("two\n");
        Files.copy(current, folder.resolve("appui.csv.1"));
        Files.setLastModifiedTime(folder.resolve("appui.csv.1"), FileTime.fromMillis(1));
        Files.writeString(current, "three\n", StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(read()).containsExactly("two", "three");
    }

    @Test
    void aRotatedFileThatIsGoneLeavesTheCurrentOne() throws IOException {
        write("one\n");
        read();
        Files.delete(current);
        write("two\n");
        assertThat(read()).containsExactly("two");
    }

    @Test
    void packedFilesAreLeftAlone() throws IOException {
        write("one\n");
        read();
        rotateInto("appui.csv.1.gz", 1);
        write("two\n");
        assertThat(read()).containsExactly("two");
    }

    @Test
    void theBookmarkOutlivesTheProcessAndDamageToItself() throws IOException {
        var kept = new CelBookmark(folder.resolve("cel"), "lab");
        assertThat(kept.read()).isEmpty();
        kept.write(new Position("0011223344556677", 42));
        kept.write(new Position("0011223344556677", 43));
        assertThat(new CelBookmark(folder.resolve("cel"), "lab").read()).contains(new Position("0011223344556677", 43));
        Files.writeString(folder.resolve("cel/lab.position"), "scrambled");
        assertThat(kept.read()).isEmpty();
    }

    private List<String> read() throws IOException {
        var lines = new ArrayList<String>();
        bookmark = file.read(bookmark, line -> lines.add(line.text()));
        return lines;
    }

    private void write(String text) throws IOException {
        Files.writeString(current, text, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void rotateInto(String name, long modified) throws IOException {
        Path rotated = folder.resolve(name);
        Files.move(current, rotated);
        Files.setLastModifiedTime(rotated, FileTime.fromMillis(modified));
    }
}
