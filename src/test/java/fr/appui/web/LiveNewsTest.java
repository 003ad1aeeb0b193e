package fr.appui.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.appui.web.LiveNews.Beat;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page believes itself as new as the beats that it hears: they are no better than the last look. */
class LiveNewsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-14T21:00:00Z"));
    private final AtomicReference<Optional<String>> there = new AtomicReference<>(Optional.of("1"));
    private final LiveNews news = new LiveNews("calls", this::mark, new Watch());
    private AssertSubscriber<Beat> page = AssertSubscriber.create();

    @BeforeEach
    void somebodyFollows() {
        page = news.beats().subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        await().atMost(Duration.ofMinutes(1)).until(() -> page.getItems().contains(new Beat(LiveNews.HEARTBEAT, "1")));
    }

    @AfterEach
    void leave() {
        page.cancel();
    }

    @Test
    void whatIsNewIsToldOnce() {
        there.set(Optional.of("2"));
        news.look();
        news.look();

        assertThat(page.getItems()).endsWith(new Beat("calls", "2"));
        assertThat(page.getItems())
                .filteredOn(beat -> beat.name().equals("calls"))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(news.beat()).isEqualTo(new Beat(LiveNews.HEARTBEAT, "2"));
    }

    @Test
    void aLookThatFailedIsToldAtOnceAndByEachBeatUntilOneSucceeds() {
        there.set(Optional.empty());
        news.look();

        assertThat(page.getItems()).endsWith(new Beat(LiveNews.AWAY, "1"));
        assertThat(news.beat()).isEqualTo(new Beat(LiveNews.AWAY, "1"));

        there.set(Optional.of("1"));
        news.look();

        assertThat(page.getItems()).endsWith(new Beat("calls", "1"));
        assertThat(news.beat()).isEqualTo(new Beat(LiveNews.HEARTBEAT, "1"));
    }

    @Test
    void anExceptionIsALookThatFailed() {
        there.set(Optional.of("broken"));
        news.look();

        assertThat(news.beat().name()).isEqualTo(LiveNews.AWAY);
    }

    @Test
    void aLookThatNeverCameBackIsNoLook() {
        now.updateAndGet(before -> before.plus(Duration.ofSeconds(10)));
        assertThat(news.beat().name()).isEqualTo(LiveNews.HEARTBEAT);

        now.updateAndGet(before -> before.plusMillis(1));
        assertThat(news.beat().name()).isEqualTo(LiveNews.AWAY);
    }

    @Test
    void nobodyLooksWhileNobodyFollows() {
        page.cancel();
        there.set(Optional.of("2"));
        news.look();

        assertThat(news.beat().mark()).isEqualTo("1");
    }

    private Optional<String> mark() {
        if (there.get().equals(Optional.of("broken"))) {
            throw new IllegalStateException("the database is away");
        }
        return there.get();
    }

    private final class Watch extends Clock {

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
