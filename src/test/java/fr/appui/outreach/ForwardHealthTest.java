package fr.appui.outreach;

import static fr.appui.rota.Nights.LINE;
import static fr.appui.rota.Nights.MOBILE_A;
import static fr.appui.rota.Nights.TERRITORY;
import static fr.appui.rota.Nights.always;
import static fr.appui.rota.Nights.at;
import static fr.appui.rota.Nights.facts;
import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.rota.CurrentRota;
import fr.appui.rota.IndexedRota;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The operator's forward, held against tonight's ladder. */
class ForwardHealthTest {

    private static final Instant THEIR_NIGHT = at(14, 16, 0);
    private static final Instant NOBODYS_NIGHT = at(16, 16, 0);
    private static final String ATTENTION = "attention." + TERRITORY;

    @Test
    void aPhysicianIsRightOnTheirOwnNightsOnly() {
        assertThat(told(MOBILE_A.national(), THEIR_NIGHT))
                .containsEntry(TERRITORY.value(), "un médecin qui est d’astreinte jusqu’à demain");
        assertThat(told(MOBILE_A.national(), NOBODYS_NIGHT).get(ATTENTION).toString())
                .contains("n’est pas d’astreinte")
                .contains("16 novembre");
    }

    @Test
    void aRoleIsRightEveryNight() {
        assertThat(told("03 44 11 22 33", NOBODYS_NIGHT)).containsOnlyKeys(TERRITORY.value());
    }

    @Test
    void aLineOfOursOrWhatIsNoNumberIsTold() {
        assertThat(told(LINE.number().national(), THEIR_NIGHT).get(ATTENTION).toString())
                .contains("ligne d’Appui");
        assertThat(told("cadre", THEIR_NIGHT).get(ATTENTION).toString()).contains("« cadre »");
    }

    /** A territory that is not known, written wrong or without a rota has nobody on duty: that is no good news. */
    @Test
    void aPhysicianWhereNobodyIsKnownToBeOnDutyIsToLookAt() {
        String code = "TEST-INCONNU";
        assertThat(health(Map.of("appui.outreach.forward.numbers." + code, MOBILE_A.national()), THEIR_NIGHT)
                        .call()
                        .getData()
                        .orElseThrow())
                .containsOnlyKeys("attention." + code)
                .extractingByKey("attention." + code)
                .asString()
                .contains("aucune astreinte n’est connue");
    }

    @Test
    void withoutASettingNothingIsToLookAt() {
        assertThat(health(Map.of(), THEIR_NIGHT).call().getData())
                .isEqualTo(Optional.of(Map.of("cible", "non indiquée (appui.outreach.forward.numbers)")));
    }

    private static Map<String, Object> told(String number, Instant now) {
        return health(Map.of("appui.outreach.forward.numbers." + TERRITORY, number), now)
                .call()
                .getData()
                .orElseThrow();
    }

    private static ForwardHealth health(Map<String, String> set, Instant now) {
        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(OutreachSettings.class)
                .withDefaultValues(set)
                .build()
                .getConfigMapping(OutreachSettings.class);
        IndexedRota rota = IndexedRota.of(facts(List.of(), always(MOBILE_A)));
        CurrentRota current = new CurrentRota() {
            @Override
            public IndexedRota current() {
                return rota;
            }

            @Override
            public boolean refresh() {
                return true;
            }

            @Override
            public boolean isOld(Instant at) {
                return false;
            }
        };
        return new ForwardHealth(config, current, Clock.fixed(now, ZoneOffset.UTC));
    }
}
