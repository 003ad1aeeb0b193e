package fr.appui.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EstablishmentTest {

    private static final LocalDate SINCE = LocalDate.of(2025, 1, 1);

    /** Regions differ: the host has a USP and an EMSP, one of them, or is an HAD. */
    @Test
    void whatAHostLacksIsWhatItsRegionAsks() {
        Establishment both = establishment(Optional.of(SINCE), Optional.of(SINCE));
        Establishment mobileTeam = establishment(Optional.empty(), Optional.of(SINCE));
        Establishment neither = establishment(Optional.empty(), Optional.empty());
        assertThat(both.missingToHost(SINCE, HostRule.USP_AND_EMSP)).isEmpty();
        assertThat(both.missingToHost(SINCE.minusDays(1), HostRule.USP_AND_EMSP))
                .hasSize(2);
        assertThat(mobileTeam.missingToHost(SINCE, HostRule.USP_AND_EMSP)).hasSize(1);
        assertThat(mobileTeam.missingToHost(SINCE, HostRule.USP_OR_EMSP)).isEmpty();
        assertThat(neither.missingToHost(SINCE, HostRule.USP_OR_EMSP)).hasSize(1);
        assertThat(neither.missingToHost(SINCE, HostRule.ANY)).isEmpty();
    }

    private static Establishment establishment(Optional<LocalDate> usp, Optional<LocalDate> emsp) {
        return new Establishment(
                new Finess("600100648"), "Hôpital fictif", EstablishmentKind.PUBLIC_HOSPITAL, usp, emsp);
    }
}
