package fr.appui.trace.notice;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.Career;
import fr.appui.directory.ContactNumber;
import fr.appui.directory.MailAddress;
import fr.appui.directory.PersonName;
import fr.appui.directory.PhoneNumber;
import fr.appui.directory.Physician;
import fr.appui.directory.PhysicianId;
import fr.appui.directory.Rpps;
import fr.appui.directory.TerritoryCode;
import fr.appui.nodes.JobLease;
import fr.appui.planning.life.InMemoryDirectory;
import fr.appui.trace.CallId;
import fr.appui.trace.LoggableCall;
import fr.appui.trace.OutcomesAwaited;
import fr.appui.trace.ReminderStage;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** With a mail server as slow as it may be: who sends holds the job until the last is sent. */
class OutcomeRemindersTest {

    private static final PhysicianId PHYSICIAN = new PhysicianId(UUID.randomUUID());
    private static final Instant ENDED = Instant.parse("2026-11-14T20:00:00Z");

    private final InMemoryDirectory directory = new InMemoryDirectory();
    private final Calls calls = new Calls();
    private Instant now = ENDED.plus(Duration.ofMinutes(31));
    private Instant held = Instant.MIN;

    @Test
    void noReminderLeavesOnceAnotherNodeMaySend() {
        physician();
        Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        List<Instant> sent = new ArrayList<>();
        Mailer slow = mails -> {
            now = now.plusSeconds(90);
            sent.add(now);
        };
        var reminders = new OutcomeReminders(
                calls, directory, slow, (physician, territory, text, page, at) -> {}, new Lease(), clock);
        reminders.run();
        assertThat(sent).isNotEmpty().allSatisfy(moment -> assertThat(moment).isBeforeOrEqualTo(held));
        int first = sent.size();
        reminders.run();
        assertThat(sent).as("the next turn goes on").hasSizeGreaterThan(first);
    }

    /** As in a region where many sheets wait for the second reminder. */
    @Test
    void aCallThatJustEndedIsRemindedBehindAnyNumberThatWait() {
        physician();
        calls.waiting.clear();
        IntStream.range(0, 250)
                .mapToObj(call -> new OutcomesAwaited.Awaited(
                        call("wait-" + call, ENDED.plusMillis(call)), List.of(ReminderStage.AFTER_CALL)))
                .forEach(calls.waiting::add);
        calls.waiting.add(new OutcomesAwaited.Awaited(call("last", ENDED.plusSeconds(60)), List.of()));
        now = ENDED.plusSeconds(60).plus(Duration.ofMinutes(31));
        List<String> sent = new ArrayList<>();
        Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
        Mailer mailer = mails -> Stream.of(mails).map(Mail::getText).forEach(sent::add);
        new OutcomeReminders(calls, directory, mailer, (physician, territory, text, page, at) -> {}, new Lease(), clock)
                .run();
        assertThat(sent).singleElement().asString().contains("essai-last.1");
    }

    private void physician() {
        directory.save(new Physician(
                PHYSICIAN,
                new PersonName("Camille", "Durand"),
                new Rpps("10000000017"),
                new MailAddress("durand@exemple.fr"),
                new Career(List.of(), List.of(), List.of(), List.of(), List.of()),
                List.of(ContactNumber.always(PhoneNumber.parse("06 39 98 00 01")))));
    }

    private static LoggableCall call(String name, Instant ended) {
        return new LoggableCall(
                new CallId("essai-" + name + ".1"),
                new TerritoryCode("ESSAI"),
                PHYSICIAN,
                ended.minusSeconds(300),
                ended,
                Duration.ofMinutes(5),
                false);
    }

    private final class Lease implements JobLease {

        @Override
        public boolean run(String job, Duration most, Runnable work) {
            held = now.plus(most);
            work.run();
            return true;
        }

        @Override
        public boolean runOnce(String job, Duration quiet, Runnable work) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Calls implements OutcomesAwaited {

        private final List<Awaited> waiting = new ArrayList<>(IntStream.range(0, 20)
                .mapToObj(call -> new Awaited(call(String.valueOf(call), ENDED), List.of()))
                .toList());

        @Override
        public List<Awaited> between(Instant from, Instant to, int most) {
            return waiting.stream()
                    .filter(one -> !one.call().ended().isBefore(from)
                            && !one.call().ended().isAfter(to))
                    .limit(most)
                    .toList();
        }

        @Override
        public List<LoggableCall> of(PhysicianId physician, Instant since, int most) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void reminded(CallId call, ReminderStage stage, Instant at) {
            waiting.removeIf(one -> one.call().call().equals(call));
        }
    }
}
