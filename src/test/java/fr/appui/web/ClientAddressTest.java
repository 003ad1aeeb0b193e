package fr.appui.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

    private final ClientAddress behindTwo =
            new ClientAddress(Optional.of(List.of("127.0.0.1", "10.1.0.0/16", "::1")), true);

    @Test
    void whatTheClientWroteBeforeTheProxysWordDoesNotCount() {
        assertThat(behindTwo.client(List.of("203.0.113.9, 198.51.100.7"))).contains("198.51.100.7");
        assertThat(behindTwo.client(List.of("203.0.113.9", "198.51.100.7"))).contains("198.51.100.7");
        assertThat(behindTwo.client(List.of("127.0.0.1, 198.51.100.7"))).contains("198.51.100.7");
    }

    @Test
    void proxiesOfOursAreStepsOnTheWay() {
        assertThat(behindTwo.client(List.of("203.0.113.9, 198.51.100.7, 10.1.2.3")))
                .contains("198.51.100.7");
        assertThat(behindTwo.client(List.of("2001:db8::7, ::1"))).contains("2001:db8::7");
        assertThat(behindTwo.client(List.of("10.1.2.3"))).contains("10.1.2.3");
    }

    @Test
    void whatIsNoAddressIsNotTaken() {
        assertThat(behindTwo.client(List.of("203.0.113.9, junk:99999"))).isEmpty();
        assertThat(behindTwo.client(List.of("<script>, 10.1.2.3"))).contains("10.1.2.3");
        assertThat(behindTwo.client(List.of(",, ,"))).isEmpty();
    }
}
