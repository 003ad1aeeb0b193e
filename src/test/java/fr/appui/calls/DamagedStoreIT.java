package fr.appui.calls;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.AtLength;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A switch whose store was damaged while it was down: it starts all the same, with the ladders of its last sound start. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the damaged store")
class DamagedStoreIT {

    private static final int PAGE = 4_096;

    enum Damage {
        GARBAGE {
            @Override
            void inflict(Path store) throws IOException {
                Files.writeString(store, "this is no database\n".repeat(1_000));
            }
        },
        CUT {
            @Override
            void inflict(Path store) throws IOException {
                overwrite(store, file -> file.setLength(file.length() / 2 + 17));
            }
        },
        HEADER_GONE {
            @Override
            void inflict(Path store) throws IOException {
                overwrite(store, file -> file.write(new byte[100]));
            }
        },
        PAGES_ZEROED {
            @Override
            void inflict(Path store) throws IOException {
                overwrite(store, file -> {
                    file.seek(PAGE);
                    file.write(new byte[(int) file.length() - PAGE]);
                });
            }
        },
        PAGES_SCRIBBLED {
            @Override
            void inflict(Path store) throws IOException {
                overwrite(store, file -> {
                    for (long at = 200; at < file.length(); at += 97) {
                        file.seek(at);
                        file.write('x');
                    }
                });
            }
        },
        ANOTHER_TABLE {
            @Override
            void inflict(Path store) throws IOException {
                byte[] whole = Files.readAllBytes(store);
                String text = new String(whole, StandardCharsets.ISO_8859_1);
                Files.write(store, text.replace("astdb", "other").getBytes(StandardCharsets.ISO_8859_1));
            }
        },
        A_FOLDER {
            @Override
            void inflict(Path store) throws IOException {
                Files.delete(store);
                Files.createDirectories(store.resolve("inside"));
            }
        };

        abstract void inflict(Path store) throws IOException;
    }

    private interface Change {
        void on(RandomAccessFile file) throws IOException;
    }

    private static void overwrite(Path store, Change change) throws IOException {
        try (var file = new RandomAccessFile(store.toFile(), "rw")) {
            change.on(file);
        }
    }

    private static SwitchProcess asterisk;
    private static Path store;

    @BeforeAll
    static void start() throws IOException {
        asterisk = new SwitchProcess();
        store = Path.of(asterisk.workFolder(), "var/db/astdb.sqlite3");
        asterisk.start(Map.of(), List.of());
        for (int line = 0; line < 30; line++) {
            asterisk.cli("database put appui/line" + line + " current " + "0123456789".repeat(20));
        }
    }

    @AfterAll
    static void end() {
        asterisk.close();
    }

    static Stream<Damage> damages() {
        return Stream.of(Damage.values()).limit(AtLength.of(2, Damage.values().length));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void theSwitchStartsWithTheLaddersOfItsLastSoundStart(Damage damage) throws IOException {
        asterisk.restart(); // sound: what it holds is copied
        asterisk.kill();
        damage.inflict(store);
        long asideBefore = aside();
        asterisk.restart();
        assertThat(asterisk.cli("database get appui/line29 current")).contains("Value: 0123456789");
        asterisk.cli("database put appui/after " + damage + " written");
        assertThat(asterisk.cli("database get appui/after " + damage)).contains("Value: written");
        assertThat(aside()).as("the damaged file is kept aside").isEqualTo(Math.min(asideBefore + 1, 3));
    }

    @Test
    void withoutACopyTheSwitchBeginsAnEmptyStore() throws IOException {
        asterisk.kill();
        Files.deleteIfExists(Path.of(store + ".sound"));
        Damage.GARBAGE.inflict(store);
        asterisk.restart();
        assertThat(asterisk.cli("database get appui/line29 current")).contains("not found");
        for (int line = 0; line < 30; line++) {
            asterisk.cli("database put appui/line" + line + " current " + "0123456789".repeat(20));
        }
    }

    private static long aside() throws IOException {
        try (Stream<Path> files = Files.list(store.getParent())) {
            return files.filter(file -> file.getFileName().toString().matches("astdb\\.sqlite3\\.damaged-[0-9T]+"))
                    .count();
        }
    }
}
