package fr.appui.web.territories;

import static org.assertj.core.api.Assertions.assertThat;

import fr.appui.directory.Directory;
import fr.appui.rota.CurrentRota;
import fr.appui.rota.IndexedRota;
import fr.appui.rota.JoinedLines;
import fr.appui.rota.Nights;
import fr.appui.rota.PublishedRotas;
import java.lang.reflect.Proxy;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OnDutyTellerTest {

    private final Directory directory = JoinedLines.directory();

    @Test
    void aLineThatWasJoinedIsToldAsItIsAnswered() {
        OnDutyAnswer answer = at(Nights.at(14, 22, 0));
        assertThat(answer.open()).isTrue();
        assertThat(answer.territory()).isEqualTo(JoinedLines.INTO.value());
        assertThat(answer.ladder()).hasSize(2);
    }

    @Test
    void theNightBeforeIsTheLinesOwn() {
        assertThat(at(Nights.at(14, 3, 0)).territory()).isEqualTo(JoinedLines.OWN.value());
    }

    private OnDutyAnswer at(Instant at) {
        var teller = new OnDutyTeller(directory, new Snapshot(IndexedRota.of(JoinedLines.facts())), unread());
        return teller.at(directory.territory(JoinedLines.OWN).orElseThrow(), at);
    }

    private static PublishedRotas unread() {
        return (PublishedRotas) Proxy.newProxyInstance(
                OnDutyTellerTest.class.getClassLoader(),
                new Class<?>[] {PublishedRotas.class},
                (proxy, method, args) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    private record Snapshot(IndexedRota current) implements CurrentRota {

        @Override
        public boolean refresh() {
            return true;
        }

        @Override
        public boolean isOld(Instant now) {
            return false;
        }
    }
}
