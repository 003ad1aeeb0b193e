package fr.appui.trace.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.trace.CallEvent;
import fr.appui.trace.Calls;
import fr.appui.trace.store.Spool.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    @TempDir
    Path folder;

    @Test
    void what_was_added_is_there_after_a_crash() throws IOException {
        try (var spool = Spool.open(folder, 100)) {
            spool.add(Calls.everyKind("lille-1"), false);
            spool.add(Calls.everyKind("lille-2"), true);
            Path asLeftByACrash = Files.createDirectory(folder.resolve("crash"));
            Files.copy(folder.resolve("events.mv"), asLeftByACrash.resolve("events.mv"));
            try (var again = Spool.open(asLeftByACrash, 100)) {
                assertThat(again.head(100)).isEqualTo(spool.head(100));
                assertThat(again.head(100)).extracting(Entry::rebuilt).contains(true, false);
            }
        }
    }

    @Test
    void what_no_caller_waits_for_keeps_its_place_and_is_on_disk_with_what_follows() throws IOException {
        try (var spool = Spool.open(folder, 21)) {
            assertThat(spool.addSoon(Calls.answeredBySecond("lille-1"))).isTrue();
            spool.add(Calls.answeredBySecond("lille-2"), false);
            assertThat(spool.addSoon(Calls.answeredBySecond("lille-3")))
                    .as("full")
                    .isFalse();
            Path asLeftByACrash = Files.createDirectory(folder.resolve("crash"));
            Files.copy(folder.resolve("events.mv"), asLeftByACrash.resolve("events.mv"));
            try (var again = Spool.open(asLeftByACrash, 100)) {
                assertThat(again.head(100))
                        .isEqualTo(spool.head(100))
                        .hasSize(20)
                        .first()
                        .extracting(entry -> entry.event().call().value())
                        .isEqualTo("lille-1");
            }
        }
    }

    @Test
    void events_leave_in_the_order_they_came_and_new_ones_queue_behind_those_kept() {
        List<CallEvent> first = Calls.answeredBySecond("lille-1");
        List<CallEvent> second = Calls.answeredBySecond("lille-2");
        try (var spool = Spool.open(folder, 100)) {
            spool.add(first, false);
            spool.remove(spool.head(3));
        }
        try (var spool = Spool.open(folder, 100)) {
            spool.add(second, false);
            assertThat(spool.head(100))
                    .extracting(Entry::event)
                    .startsWith(first.get(3))
                    .endsWith(second.getLast());
            assertThat(spool.depth()).isEqualTo(17);
            assertThat(spool.oldest()).contains(first.get(3).at());
        }
    }

    @Test
    void a_full_spool_refuses_whole_and_takes_again_when_there_is_room() {
        try (var spool = Spool.open(folder, 15)) {
            assertThat(spool.add(Calls.answeredBySecond("lille-1"), false)).isTrue();
            assertThat(spool.add(Calls.answeredBySecond("lille-2"), false)).isFalse();
            assertThat(spool.depth()).isEqualTo(10);
            spool.remove(spool.head(10));
            assertThat(spool.add(Calls.answeredBySecond("lille-2"), false)).isTrue();
        }
    }

    @Test
    void a_spoilt_file_is_set_aside_and_calls_go_on() throws IOException {
        Files.writeString(folder.resolve("events.mv"), "not a spool at all, ".repeat(1000));
        try (var spool = Spool.open(folder, 100)) {
            assertThat(spool.durable()).isTrue();
            assertThat(spool.add(Calls.answeredBySecond("lille-1"), false)).isTrue();
        }
        assertThat(folder.resolve("events.mv.unreadable")).exists();
    }

    @Test
    void a_spool_held_by_another_process_is_left_alone_and_memory_serves() {
        try (var holder = Spool.open(folder, 100)) {
            holder.add(Calls.answeredBySecond("lille-1"), false);
            try (var other = Spool.open(folder, 100)) {
                assertThat(other.durable()).isFalse();
                assertThat(other.add(Calls.answeredBySecond("lille-2"), false)).isTrue();
                assertThat(other.depth()).isEqualTo(10);
            }
            assertThat(holder.depth()).isEqualTo(10);
        }
    }

    @Test
    void a_parked_event_makes_way_and_is_kept() {
        try (var spool = Spool.open(folder, 100)) {
            spool.add(Calls.answeredBySecond("lille-1"), false);
            spool.park(spool.head(1).getFirst());
            assertThat(spool.depth()).isEqualTo(9);
        }
        try (var spool = Spool.open(folder, 100)) {
            assertThat(spool.parked()).isEqualTo(1);
            assertThat(spool.depth()).isEqualTo(9);
        }
    }
}
