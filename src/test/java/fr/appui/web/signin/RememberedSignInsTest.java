package fr.appui.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.appui.access.Role;
import fr.appui.access.SignInsEnded;
import fr.appui.web.signin.RememberedSignIns.Recognised;
import fr.appui.web.store.StorageTrouble;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.PathConverter;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Who is remembered serves while the database is away, and at no other time. */
class RememberedSignInsTest {

    private static final SignInSettings SETTINGS = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withConverter(Path.class, 200, new PathConverter())
            .withMapping(SignInSettings.class)
            .build()
            .getConfigMapping(SignInSettings.class);

    private static final RoutingContext ON_DUTY = asking("/api/regulator/on-duty");

    private final StorageTrouble trouble = new StorageTrouble(Clock.systemUTC());
    private final RememberedSignIns remembered = new RememberedSignIns(SETTINGS, trouble, Clock.systemUTC());

    @Test
    void whoWasRecognisedReadsOnWhileTheDatabaseIsAway() {
        known("a");
        assertThat(asked("a", RememberedSignInsTest::away)).isPresent();
        assertThat(trouble.isRecent()).isTrue();
        assertThat(asked("a", () -> {
                    throw new AssertionError("it is not waited for a second time");
                }))
                .isPresent();
        assertThatThrownBy(() -> asked("somebody else", RememberedSignInsTest::away))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSessionThatEndedElsewhereIsAskedForAgainAsSoonAsItCanBe() {
        known("a");
        assertThat(asked("a", Optional::empty)).isEmpty();
        assertThatThrownBy(() -> asked("a", RememberedSignInsTest::away)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aLockThatDidNotComeIsNoOutage() {
        known("a");
        assertThatThrownBy(() -> asked("a", () -> {
                    throw new IllegalStateException(new SQLException("lock", "HY000", 1205));
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(trouble.isRecent()).isFalse();
    }

    @Test
    void whatAnActEndsIsForgottenAtOnce() {
        UUID account = UUID.randomUUID();
        UUID token = UUID.randomUUID();
        known("one", account);
        known("two", account);
        known("three", account);
        known("token", token);
        known("another's", UUID.randomUUID());
        remembered.onEnd(new SignInsEnded.OneSession("one"));
        assertThat(isRemembered("two")).isTrue();
        assertThat(isRemembered("one")).isFalse();
        remembered.onEnd(new SignInsEnded.OthersOf(account, "three"));
        assertThat(isRemembered("three")).isTrue();
        assertThat(isRemembered("two")).isFalse();
        remembered.onEnd(new SignInsEnded.AllOf(account));
        assertThat(isRemembered("three")).isFalse();
        remembered.onEnd(new SignInsEnded.OneToken(token));
        assertThat(isRemembered("token")).isFalse();
        assertThat(isRemembered("another's")).isTrue();
    }

    @Test
    void whatEndsWhileItIsRecognisedIsNotRemembered() {
        UUID account = UUID.randomUUID();
        asked("a", () -> {
            remembered.onEnd(new SignInsEnded.AllOf(account));
            return Optional.of(regulator(account));
        });
        assertThat(isRemembered("a")).isFalse();
    }

    @Test
    void nothingElseIsAnswered() {
        known("a");
        assertThatThrownBy(() -> remembered.recognise(asking("/appels"), "a", RememberedSignInsTest::away))
                .isInstanceOf(IllegalStateException.class);
    }

    private void known(String hash) {
        known(hash, UUID.randomUUID());
    }

    private void known(String hash, UUID owner) {
        assertThat(asked(hash, () -> Optional.of(regulator(owner)))).isPresent();
    }

    private boolean isRemembered(String hash) {
        trouble.noticed();
        return asked(hash, Optional::empty).isPresent();
    }

    private Optional<SecurityIdentity> asked(String hash, Supplier<Optional<Recognised>> ask) {
        return remembered.recognise(ON_DUTY, hash, ask);
    }

    private static Recognised regulator(UUID owner) {
        return new Recognised(
                QuarkusSecurityIdentity.builder()
                        .setPrincipal(new QuarkusPrincipal("samu"))
                        .addRole(Role.REGULATOR.name())
                        .build(),
                owner,
                now -> true);
    }

    private static Optional<Recognised> away() {
        throw new IllegalStateException(new SQLTransientConnectionException("Acquisition timeout"));
    }

    private static RoutingContext asking(String path) {
        HttpServerRequest request = stub(HttpServerRequest.class, (proxy, method, arguments) -> HttpMethod.GET);
        return stub(
                RoutingContext.class,
                (proxy, method, arguments) -> method.getName().equals("request") ? request : path);
    }

    private static <T> T stub(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
