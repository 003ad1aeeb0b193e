package fr.appui.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.scheduler.FailedExecution;
import io.quarkus.scheduler.ScheduledExecution;
import io.quarkus.scheduler.SuccessfulExecution;
import io.quarkus.scheduler.Trigger;
import java.lang.reflect.Proxy;
import java.sql.SQLNonTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FailedJobsTest {

    private final Logger logger = Logger.getLogger(FailedJobs.class.getName());
    private final List<LogRecord> said = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            said.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final FailedJobs jobs = new FailedJobs();

    @BeforeEach
    void listen() {
        logger.addHandler(listener);
    }

    @AfterEach
    void stopListening() {
        logger.removeHandler(listener);
    }

    @Test
    void anOutageIsToldOncePerJobWithoutItsTraceAndSoIsItsEnd() {
        for (int i = 0; i < 3; i++) {
            jobs.failed(failed("Relay#relay", away()));
            jobs.failed(failed("Watch#look", away()));
        }
        jobs.succeeded(new SuccessfulExecution(execution("Relay#relay")));
        jobs.succeeded(new SuccessfulExecution(execution("Relay#relay")));
        jobs.failed(failed("Relay#relay", away()));

        assertThat(said)
                .extracting(FailedJobsTest::text)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("Relay#relay waits for the database"),
                        line -> assertThat(line).startsWith("Watch#look waits for the database"),
                        line -> assertThat(line).isEqualTo("Relay#relay ran again"),
                        line -> assertThat(line).startsWith("Relay#relay waits for the database"));
        assertThat(said).allMatch(line -> line.getThrown() == null);
    }

    @Test
    void whatIsNoOutageIsToldEachTimeWithItsTrace() {
        var fault = new IllegalStateException("a fault of ours");
        jobs.failed(failed("Relay#relay", fault));
        jobs.failed(failed("Relay#relay", fault));

        assertThat(said).hasSize(2).allMatch(line -> line.getThrown() == fault);
    }

    private static String text(LogRecord line) {
        return line.getParameters() == null
                ? line.getMessage()
                : String.format(line.getMessage(), line.getParameters());
    }

    private static RuntimeException away() {
        return new IllegalStateException(new SQLNonTransientConnectionException("Connection refused", "08000"));
    }

    private static FailedExecution failed(String job, Throwable why) {
        return new FailedExecution(execution(job), why);
    }

    private static ScheduledExecution execution(String job) {
        Trigger trigger = of(Trigger.class, job);
        return of(ScheduledExecution.class, trigger);
    }

    /** Answers the same whatever it is asked. */
    private static <T> T of(Class<T> type, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> answer));
    }
}
