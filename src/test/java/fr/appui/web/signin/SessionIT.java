package fr.appui.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.access.Account;
import fr.appui.access.Accounts;
import fr.appui.access.Failures;
import fr.appui.access.Grant;
import fr.appui.access.KnownBrowsers;
import fr.appui.access.Role;
import fr.appui.access.SecondFactors;
import fr.appui.access.Sessions;
import fr.appui.directory.Audit;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionIT {

    private static final Instant EVENING = Instant.parse("2026-11-23T18:00:00Z");

    @Inject
    Visitors visitors;

    @Inject
    Accounts accounts;

    @Inject
    Sessions sessions;

    @Inject
    Failures failures;

    @Inject
    KnownBrowsers browsers;

    @Inject
    SecondFactors factors;

    @Inject
    SignInSettings settings;

    @Inject
    Audit audit;

    private Account account() {
        return visitors.account(List.of(Grant.everywhere(Role.COORDINATOR)));
    }

    private SignIn at(Instant instant) {
        return new SignIn(
                accounts, sessions, failures, browsers, factors, settings, audit, Clock.fixed(instant, ZoneOffset.UTC));
    }

    /** Of a provider's own people the provider asks it; who may also come in by a password is asked here. */
    @Test
    void whereASecondFactorIsRequiredWhoChangesRotasOrAccountsLacksItUntilTheyHaveOne() {
        SignIn strict = new SignIn(
                accounts,
                sessions,
                failures,
                browsers,
                factors,
                requiringFactors(),
                audit,
                Clock.fixed(EVENING, ZoneOffset.UTC));
        Account coordinator = account();
        Account administrator = visitors.account(List.of(Grant.everywhere(Role.ADMINISTRATOR)));
        Account regulator = visitors.account(List.of(Grant.everywhere(Role.REGULATOR)));
        assertThat(lacks(strict, coordinator)).isTrue();
        assertThat(lacks(strict, administrator)).isTrue();
        assertThat(lacks(strict, regulator)).isFalse();
        assertThat(lacks(at(EVENING), coordinator)).as("where none is required").isFalse();

        factors.propose(coordinator.id(), new byte[20]);
        assertThat(lacks(strict, coordinator)).as("proposed, not confirmed").isTrue();
        factors.confirm(coordinator.id(), EVENING);
        assertThat(lacks(strict, coordinator)).isFalse();
    }

    private static boolean lacks(SignIn signIn, Account account) {
        return signIn.entered(signIn.open(account, "", "Session ouverte").token())
                .orElseThrow()
                .lacksFactor();
    }

    private static SignInSettings requiringFactors() {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(SignInSettings.class)
                .withDefaultValue("appui.sign-in.second-factor-required", "true")
                .build()
                .getConfigMapping(SignInSettings.class);
    }

    @Test
    void aSessionThatNobodyUsesEndsAfterAnHour() {
        String token = at(EVENING).open(account(), "", "Session ouverte").token();
        assertThat(at(EVENING.plus(Duration.ofMinutes(59))).bySession(token)).isPresent();
        assertThat(at(EVENING.plus(Duration.ofMinutes(118))).bySession(token)).isPresent();
        assertThat(at(EVENING.plus(Duration.ofMinutes(178))).bySession(token)).isEmpty();
    }

    @Test
    void aSessionInUseEndsAfterTwelveHours() {
        String token = at(EVENING).open(account(), "", "Session ouverte").token();
        for (int minutes = 30; minutes < 12 * 60; minutes += 30) {
            assertThat(at(EVENING.plus(Duration.ofMinutes(minutes))).bySession(token))
                    .isPresent();
        }
        assertThat(at(EVENING.plus(Duration.ofHours(12))).bySession(token)).isEmpty();
    }

    @Test
    void changingAPasswordEndsEverySession() {
        Account account = account();
        String elsewhere = at(EVENING).open(account, "", "Session ouverte").token();
        String here =
                at(EVENING).changePassword(account, "une tout autre phrase", "").token();
        assertThat(at(EVENING).bySession(elsewhere)).isEmpty();
        assertThat(at(EVENING).bySession(here)).isPresent();
    }

    @Test
    void theTableHoldsNoUsableToken() {
        String token = at(EVENING).open(account(), "", "Session ouverte").token();
        assertThat(sessions.find(token)).isEmpty();
        assertThat(sessions.find(Secrets.sha256(token))).isPresent();
    }

    @Test
    void endedSessionsAreForgotten() {
        String token = at(EVENING).open(account(), "", "Session ouverte").token();
        at(EVENING.plus(Duration.ofHours(13))).forgetEnded();
        assertThat(sessions.find(Secrets.sha256(token))).isEmpty();
    }

    @Test
    void aSessionKeptForADutyLastsAsLongAndAsksAgainAfterAnHour() {
        String token = at(EVENING).open(account(), "", "Session ouverte").token();
        at(EVENING).keep(token, EVENING.plus(Duration.ofHours(64)));

        assertThat(at(EVENING.plus(Duration.ofMinutes(59))).entered(token))
                .hasValueSatisfying(entered -> assertThat(entered.asksAgain()).isFalse());
        at(EVENING.plus(Duration.ofHours(40))).forgetEnded();
        assertThat(at(EVENING.plus(Duration.ofHours(63))).entered(token))
                .hasValueSatisfying(entered -> assertThat(entered.asksAgain()).isTrue());
        assertThat(at(EVENING.plus(Duration.ofHours(64))).entered(token)).isEmpty();
    }
}
